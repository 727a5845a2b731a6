import { sql } from "kysely"
import type { StoredFile } from "#kernel/files/files.ts"
import type { Lang } from "#kernel/messages/messages.ts"
import { inLanguage, translationsOf, type Translated } from "#kernel/texts.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { organisationsByIds, type OrganisationSummary } from "#modules/organisations"
import { listAreas, type Area } from "#modules/places"
import type { Kind, Scope } from "../schema/content.ts"
import type { Schedule } from "../schema/schedule.ts"
import { picturesOf } from "./files.ts"
import type { ListingRow } from "./records.ts"

/** What should be looked at, but says nothing about the days. */
const beyondDates = new Set(["link-broken", "area-unknown"])

/** One time at which a listing takes place, as it is shown. */
export type Occurrence = {
  readonly firstDay: Temporal.PlainDate
  readonly lastDay: Temporal.PlainDate
  readonly startsAt: Temporal.Instant | null
  readonly endsAt: Temporal.Instant | null
  readonly overAt: Temporal.Instant
  /** Absent: planned. */
  readonly status?: OccurrenceStatus
  /** Why it is called off, postponed or moved. */
  readonly statusReason?: string
  /** Its own day and time, where it was moved. */
  readonly wasDay?: Temporal.PlainDate | null
  readonly wasStartsAt?: Temporal.Instant | null
}

export type OccurrenceStatus = "planned" | "cancelled" | "postponed"

/** A date before the one that is shown, on which it does not take place. */
export type CalledOff = Pick<Occurrence, "firstDay" | "overAt"> & {
  readonly status: Exclude<OccurrenceStatus, "planned">
}

export type Organiser = Pick<OrganisationSummary, "publicId" | "name" | "kana" | "english">

/** What a card shows of a listing. */
export type ListingCard = {
  readonly id: string
  readonly publicId: string
  readonly kind: Kind
  readonly title: Translated
  readonly schedule: Schedule
  readonly occurrence: Occurrence | null
  readonly calledOff: CalledOff | null
  /** Further occurrences after now, besides the one shown. */
  readonly more: number
  /** The dates in the words of the source, for what came in by import. */
  readonly scheduleText: string
  readonly unsure: boolean
  readonly scope: Scope
  readonly areas: readonly Area[]
  readonly placeName: string
  readonly online: boolean
  readonly fee: string
  readonly capacity: string
  readonly applyFrom: Temporal.Instant | null
  readonly applyBy: Temporal.Instant | null
  /** The shortest time for which one can come. */
  readonly minutes: number | null
  /** What people look for, of schema/drawn-out.ts. */
  readonly features: readonly string[]
  readonly endsAt: Temporal.Instant | null
  readonly field: number | null
  readonly organiser: Organiser | null
  readonly picture: StoredFile | null
  readonly credit: string
}

export type Reader = { readonly now: Temporal.Instant; readonly lang: Lang }

/** Which occurrence stands on the card: a condition on `occurrences`, and whether the latest of them. */
export type Shown = { readonly which: ReturnType<typeof sql<boolean>>; readonly latest: boolean }

export const coming = (now: Temporal.Instant): Shown => ({
  which: sql<boolean>`over_at > ${now}`,
  latest: false,
})

/** The cards of rows, in their order. A handful of reads, however many rows. */
export const cardsOf = async (
  tx: Transaction,
  rows: readonly ListingRow[],
  { now, lang }: Reader,
  shown: Shown = coming(now),
): Promise<ListingCard[]> => {
  const ids = rows.map(({ id }) => id)
  const occurrences = await occurrencesFor(tx, ids, now, shown)
  const areas = await areasFor(tx, ids)
  const texts = await translationsOf(tx, "listing", ids, lang)
  const groups = rows.flatMap(({ organisationId }) => organisationId ?? [])
  const organisers = await organisationsByIds(tx, [...new Set(groups)])
  const pictures = await picturesOf(tx, ids)
  return rows.map((row) => {
    const { count = 0, offDay, offStatus, offOverAt, ...occurrence } = occurrences.get(row.id) ?? {}
    return {
      ...row,
      title: inLanguage(row.title, texts.get(row.id)?.["title"], lang),
      occurrence: "firstDay" in occurrence ? (occurrence as Occurrence) : null,
      calledOff:
        offDay && offStatus && offOverAt ? { firstDay: offDay, status: offStatus, overAt: offOverAt } : null,
      more: Math.max(0, count - 1),
      unsure: row.lookAt.some((reason) => !beyondDates.has(reason)),
      areas: areas.get(row.id) ?? [],
      field: row.fields[0] ?? null,
      organiser: organisers.get(row.organisationId ?? "") ?? null,
      picture: pictures.get(row.id) ?? null,
    }
  })
}

type Found = Partial<Occurrence> & {
  readonly count: number
  readonly offDay: Temporal.PlainDate | null
  readonly offStatus: CalledOff["status"] | null
  readonly offOverAt: Temporal.Instant | null
}

const occurrencesFor = async (
  tx: Transaction,
  ids: readonly string[],
  now: Temporal.Instant,
  { which, latest }: Shown,
): Promise<ReadonlyMap<string, Found>> => {
  if (ids.length === 0) return new Map()
  const order = latest
    ? sql`first_day desc, starts_at desc nulls last`
    : sql`status <> 'planned', first_day, starts_at nulls first`
  const { rows } = await sql<Found & { id: string }>`
    select asked.id, shown.*, off.first_day as off_day, off.status as off_status, off.over_at as off_over_at,
      (select count(*) from occurrences
        where listing_id = asked.id and over_at > ${now} and status = 'planned') as count
    from unnest(${[...ids]}::uuid[]) as asked (id) join lateral (
      select first_day, last_day, starts_at, ends_at, over_at, status, status_reason, was_day, was_starts_at
      from occurrences
      where listing_id = asked.id and over_at is not null and ${which}
      order by ${order} limit 1) as shown on true
    left join lateral (
      select first_day, status, over_at from occurrences
      where listing_id = asked.id and over_at > ${now} and status <> 'planned'
        and shown.status = 'planned' and first_day <= shown.first_day
      order by first_day limit 1) as off on true`.execute(tx)
  return new Map(rows.map(({ id, ...found }) => [id, found]))
}

const areasFor = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Area[]>> => {
  if (ids.length === 0) return new Map()
  const links = await tx
    .selectFrom("listingAreas")
    .select(["listingId", "areaCode"])
    .where("listingId", "in", [...ids])
    .execute()
  const all = await listAreas(tx)
  const codes = Map.groupBy(links, ({ listingId }) => listingId)
  return new Map(
    [...codes].map(([id, own]) => [
      id,
      all.filter(({ code }) => own.some(({ areaCode }) => areaCode === code)),
    ]),
  )
}
