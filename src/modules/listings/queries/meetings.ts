import { sql } from "kysely"
import type { Transaction } from "#kernel/transaction.ts"
import { notOver } from "./list.ts"

/** How many exchange meetings there are to go to, by code of area and by number of field. */
export type MeetingCounts = {
  /** For the whole city: found in every area. */
  readonly everywhere: number
  readonly areas: ReadonlyMap<string, number>
  readonly fields: ReadonlyMap<number, number>
}

/** exchange-venue-info.R2: by area and by theme. */
export const countMeetings = async (tx: Transaction, now: Temporal.Instant): Promise<MeetingCounts> => {
  const open = sql<boolean>`state = 'published' and kind = 'meeting' and ${notOver(now)}`
  const areas = await sql<{ code: string | null; count: number }>`
    select case when scope = 'whole-city' then null else area_code end as code, count(*) as count
    from listings left join listing_areas on listing_id = listings.id
    where ${open} and (scope = 'whole-city' or area_code is not null) group by 1`.execute(tx)
  const fields = await sql<{ field: number; count: number }>`
    select field, count(*) as count from listings, unnest(fields) as field where ${open} group by field`.execute(
    tx,
  )
  const everywhere = areas.rows.find(({ code }) => code === null)?.count ?? 0
  const inAreas = areas.rows.flatMap(({ code, count }) => (code === null ? [] : [[code, count] as const]))
  return {
    everywhere,
    areas: new Map(inAreas),
    fields: new Map(fields.rows.map(({ field, count }) => [field, count])),
  }
}
