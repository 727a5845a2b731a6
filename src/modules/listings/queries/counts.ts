import { sql } from "kysely"
import type { Transaction } from "#kernel/transaction.ts"
import { searchAreas } from "#modules/places"
import { notOver } from "./list.ts"

/** What is not over, by the code of each area people search by; what is for the whole city counts in each. */
export const countOpenByArea = async (
  tx: Transaction,
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, number>> => {
  const areas = await searchAreas(tx)
  const { rows } = await sql<{ code: string | null; count: number }>`
    select area_code as code, count(*) as count
    from listings left join listing_areas on listing_id = listings.id
    where state = 'published' and ${notOver(now)} and scope in ('areas', 'whole-city')
    group by area_code`.execute(tx)
  const byCode = new Map(rows.map(({ code, count }) => [code, count]))
  const everywhere = byCode.get(null) ?? 0
  return new Map(areas.map(({ code }) => [code, everywhere + (byCode.get(code) ?? 0)]))
}

/** activity-publishing.R9: how many take place on each day of a week or month, on every day that they cover. */
export const countByDay = async (
  tx: Transaction,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ day: Temporal.PlainDate; count: number }>`
    select day::date as day, count(distinct listing_id) as count
    from occurrences join listings on listings.id = listing_id and state = 'published' and status = 'planned',
      generate_series(greatest(first_day, ${first}::date), least(last_day, ${last}::date), '1 day') as day
    where last_day >= ${first}::date and first_day <= ${last}::date
    group by 1`.execute(tx)
  return new Map(rows.map(({ day, count }) => [day.toString(), count]))
}
