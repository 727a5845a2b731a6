import { sql } from "kysely"
import type { Transaction } from "#kernel/transaction.ts"

/** What stands in public view and is not over, by area code. What is for the whole city counts in each (activity-publishing.R9). */
export const countOpenByArea = async (tx: Transaction, now: Temporal.Instant): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ code: string; count: number }>`
    with open as (
      select id, scope from listings where state = 'published' and (ends_at is null or ends_at > ${now})
    ), everywhere as (
      select count(*) as count from open where scope = 'whole-city'
    ), here as (
      select area_code, count(*) as count from listing_areas join open on open.id = listing_id group by 1
    )
    select areas.code, coalesce(here.count, 0) + everywhere.count as count
    from areas cross join everywhere left join here on here.area_code = areas.code`.execute(tx)
  return new Map(rows.map((row) => [row.code, row.count]))
}

/** How many things stand on each of these days, something of several days on each of them (activity-publishing.R9). */
export const countByDay = async (
  tx: Transaction,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ day: string; count: number }>`
    select day::date::text as day, count(distinct listings.id) as count
    from generate_series(${first}::date, ${last}::date, interval '1 day') as day
    join occurrences on first_day <= day and last_day >= day and status = 'planned'
    join listings on listings.id = listing_id and state = 'published'
    group by 1`.execute(tx)
  return new Map(rows.map((row) => [row.day, row.count]))
}
