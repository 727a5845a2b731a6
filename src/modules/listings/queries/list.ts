import { sql, type RawBuilder } from "kysely"
import { window, type Page } from "#kernel/paging.ts"
import { matching } from "#kernel/search.ts"
import { fold } from "#kernel/text.ts"
import type { Transaction } from "#kernel/transaction.ts"
import type { FilterArea, Hours, ListingFilter } from "../schema/filter.ts"
import { cardsOf, coming, type ListingCard, type Reader, type Shown } from "./cards.ts"
import type { ListingRow } from "./records.ts"

export const listSize = 20

/** A page of the public list, and the instant at which it would read differently without anybody's doing. */
export type ListingPage = Page<ListingCard> & { readonly until: Temporal.Instant | null }

type Condition = RawBuilder<boolean>

/** X13: only what is published. */
const isPublic: Condition = sql<boolean>`listings.state = 'published'`

/** activity-publishing.R9: what is for the whole city is found under every area, and counted once. */
export const inArea = ({ code, level }: Pick<FilterArea, "code" | "level">): Condition =>
  level === "city"
    ? sql<boolean>`listings.scope <> 'outside'`
    : sql<boolean>`(listings.scope = 'whole-city'
        or listings.id in (select listing_id from listing_areas where area_code = ${code}))`

export const notOver = (now: Temporal.Instant): Condition =>
  sql<boolean>`(listings.ends_at is null or listings.ends_at > ${now})`

/** Now, not only soon: what cannot be applied for yet is not open. */
const canApply = (now: Temporal.Instant): Condition =>
  sql<boolean>`((listings.apply_by is null or listings.apply_by > ${now})
    and (listings.apply_from is null or listings.apply_from <= ${now}))`

/** activity-publishing.R5: by short time, by what is welcome and offered, for whom, in which district. */
const narrowed = (filter: ListingFilter): (Condition | null)[] => {
  const { minutes, audience, district } = filter
  const said = filter.features.filter((feature) => feature !== "weekend")
  return [
    minutes ? sql<boolean>`listings.minutes <= ${minutes}` : null,
    said.length > 0 ? sql<boolean>`listings.features @> ${said}::text[]` : null,
    audience ? sql<boolean>`listings.audiences @> array[${audience}::text]` : null,
    district ? inDistrict(district) : null,
  ]
}

/** A part of the name will do: people leave out 地域 and 校区. */
const inDistrict = (district: string): Condition =>
  sql<boolean>`(listings.districts <> '{}' and exists (
    select from unnest(listings.districts) as district where strpos(district, ${fold(district)}) > 0))`

const fits = (filter: ListingFilter, now: Temporal.Instant): Condition => {
  const words = matching("listing", filter.q, sql<string>`listings.id`)
  const conditions: (Condition | null)[] = [
    isPublic,
    filter.when === "coming" ? notOver(now) : null,
    filter.when === "past" ? sql<boolean>`listings.ends_at <= ${now}` : null,
    filter.open ? canApply(now) : null,
    filter.open && filter.when !== "coming" ? notOver(now) : null,
    filter.kind ? sql<boolean>`listings.kind = ${filter.kind}` : null,
    filter.field ? sql<boolean>`listings.fields @> array[${filter.field}::int]` : null,
    filter.online ? sql<boolean>`listings.online` : null,
    ...narrowed(filter),
    filter.area ? inArea(filter.area) : null,
    words,
  ]
  return sql<boolean>`${sql.join(
    conditions.filter((condition) => condition !== null),
    sql` and `,
  )}`
}

const asksForDays = ({ from, to, weekdays, hours, features }: ListingFilter): boolean =>
  from !== null || to !== null || weekdays.length > 0 || hours !== null || features.includes("weekend")

/** Saturday and Sunday, besides the weekdays that were asked for. */
const askedWeekdays = ({ weekdays, features }: ListingFilter): number[][] => [
  ...(weekdays.length > 0 ? [[...weekdays]] : []),
  ...(features.includes("weekend") ? [[6, 7]] : []),
]

/** From this hour on, before that one. */
const bounds: Readonly<Record<Hours, readonly [number, number]>> = {
  morning: [0, 12],
  afternoon: [12, 17],
  evening: [17, 24],
}

/** What begins in that part of the day, by the city's clock. */
const beginsIn = (hours: Hours, zone: string): Condition => {
  const [from, to] = bounds[hours]
  return sql<boolean>`extract(hour from starts_at at time zone ${zone}) between ${from} and ${to - 1}`
}

/** An occurrence that touches the asked days, on one of the asked weekdays; what is over counts only where asked for. */
const onDays = (filter: ListingFilter, now: Temporal.Instant): Condition => {
  const { from, to, hours } = filter
  const first = from ? sql`greatest(first_day, ${from}::date)` : sql`first_day`
  const last = to ? sql`least(last_day, ${to}::date)` : sql`last_day`
  const conditions: Condition[] = [
    ...(from ? [sql<boolean>`last_day >= ${from}::date`] : []),
    ...(to ? [sql<boolean>`first_day <= ${to}::date`] : []),
    ...(filter.when === "coming" ? [sql<boolean>`over_at > ${now}`] : []),
    ...askedWeekdays(filter).map((weekdays) => touchesWeekday(first, last, weekdays)),
    ...(hours ? [beginsIn(hours, filter.zone)] : []),
  ]
  return conditions.length > 0 ? sql<boolean>`${sql.join(conditions, sql` and `)}` : sql<boolean>`true`
}

/** Whether the days from `first` to `last` hold one of the weekdays: it comes within as many days as there are. */
const touchesWeekday = (
  first: RawBuilder<unknown>,
  last: RawBuilder<unknown>,
  weekdays: readonly number[],
): Condition => {
  const comesAfter = (weekday: number) => sql`(${weekday}::int - extract(isodow from ${first})::int + 7) % 7`
  const each = weekdays.map((weekday) => sql`${comesAfter(weekday)} <= ${last} - ${first}`)
  return sql<boolean>`(${sql.join(each, sql` or `)})`
}

/** The listings that fit; with days, joined to the first of their days that was asked for. */
const source = (filter: ListingFilter, now: Temporal.Instant) =>
  asksForDays(filter)
    ? sql`listings join (
        select listing_id, min(greatest(first_day, ${filter.from ?? null}::date)) as day, min(starts_at) as at
        from occurrences where ${onDays(filter, now)} group by listing_id) as hit on hit.listing_id = listings.id
        where ${fits(filter, now)}`
    : sql`listings where ${fits(filter, now)}`

const order = (filter: ListingFilter): RawBuilder<unknown> => {
  if (filter.sort === "newest") return sql`listings.published_at desc, listings.id desc`
  if (filter.kind === "support" && filter.when === "coming") return sql`listings.apply_by, listings.id`
  if (filter.when === "past") return sql`listings.ends_at desc, listings.id`
  if (asksForDays(filter)) return sql`hit.day, hit.at nulls first, listings.id`
  return sql`listings.next_at, listings.id`
}

const shownOf = (filter: ListingFilter, now: Temporal.Instant): Shown => {
  if (asksForDays(filter)) return { which: onDays(filter, now), latest: filter.when === "past" }
  return filter.when === "coming" ? coming(now) : { which: sql<boolean>`true`, latest: true }
}

/** The public list. */
export const listListings = async (
  tx: Transaction,
  filter: ListingFilter,
  reader: Reader,
): Promise<ListingPage> => {
  const { now } = reader
  const { limit, offset } = window(filter.page, listSize)
  const { rows } = await sql<ListingRow>`
    select listings.* from ${source(filter, now)}
    order by ${order(filter)} limit ${limit} offset ${offset}`.execute(tx)
  const { total, until } = await countFitting(tx, filter, now)
  const cards = await cardsOf(tx, rows, reader, shownOf(filter, now))
  return {
    rows: cards,
    total,
    page: filter.page,
    size: listSize,
    until: earliest([until, ...cards.flatMap(endsOf)], now),
  }
}

/** When a card would show another date. */
export const endsOf = ({ occurrence, calledOff }: Pick<ListingCard, "occurrence" | "calledOff">) => [
  occurrence?.overAt ?? null,
  calledOff?.overAt ?? null,
]

/** How many fit, and when the first of them ends or closes. */
export const countFitting = async (
  tx: Transaction,
  filter: ListingFilter,
  now: Temporal.Instant,
): Promise<{ readonly total: number; readonly until: Temporal.Instant | null }> => {
  const { rows } = await sql<{ total: number; until: Temporal.Instant | null }>`
    select count(*) as total, least(
      min(listings.ends_at) filter (where listings.ends_at > ${now}),
      min(listings.apply_by) filter (where listings.apply_by > ${now}),
      min(listings.apply_from) filter (where listings.apply_from > ${now})) as until
    from ${source(filter, now)}`.execute(tx)
  return rows[0] ?? { total: 0, until: null }
}

/** The first of these instants that is still to come. */
export const earliest = (
  instants: readonly (Temporal.Instant | null)[],
  now: Temporal.Instant,
): Temporal.Instant | null =>
  instants
    .filter((each) => each !== null)
    .filter((each) => Temporal.Instant.compare(each, now) > 0)
    .reduce<Temporal.Instant | null>(
      (first, each) => (first && Temporal.Instant.compare(first, each) < 0 ? first : each),
      null,
    )
