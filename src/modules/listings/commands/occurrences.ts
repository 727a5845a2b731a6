import { sql } from "kysely"
import { dayOf } from "#kernel/clock.ts"
import { newId } from "#kernel/ids.ts"
import type { Work } from "#kernel/transaction.ts"
import { expand, type Expansion, type Planned } from "../schema/expansion.ts"
import type { Schedule } from "../schema/schedule.ts"

export type Stored = Planned & {
  readonly id: string
  /** Its own day by the schedule, where it was moved to another one. */
  readonly wasDay?: Temporal.PlainDate | null
  readonly status?: string
}

/** Before the made occurrences of an endless rule run out, more are made. */
const daysUntilExtended = 30

/**
 * Makes the occurrences of a schedule. Those whose day stays keep their ids, whatever else changed; in a week in which
 * the day changed, the one of that week does. What was called off or moved stays so. Where a rule is only carried on
 * (`carriesOn`) and everything ahead is called off, what is new is called off too.
 */
export const writeOccurrences = async (
  work: Work,
  listingId: string,
  schedule: Schedule,
  carriesOn = false,
): Promise<void> => {
  const today = dayOf(work.now, work.city.zone)
  const expansion = expand(schedule, today, work.city.zone)
  const stored = await work.tx
    .selectFrom("occurrences")
    .select(["id", "firstDay", "lastDay", "startsAt", "endsAt", "overAt", "precision", "wasDay", "status"])
    .where("listingId", "=", listingId)
    .orderBy("firstDay")
    .orderBy("startsAt")
    .orderBy("id")
    .$castTo<Stored>()
    .execute()
  const { changed, gone } = reconcile(stored, expansion)
  await remove(work, gone)
  await store(work, listingId, changed, carriesOn ? statusAhead(stored, work.now) : "planned")
  await settle(work, listingId, expansion.unfinished ? today.add({ days: daysUntilExtended }) : null)
}

/** Which rows are new or different, and which have lost their day. Days before `since` are left alone. */
export const reconcile = (
  stored: readonly Stored[],
  { occurrences, since }: Pick<Expansion, "occurrences" | "since">,
): { readonly changed: readonly Stored[]; readonly gone: readonly string[] } => {
  const inReach = stored.filter(
    ({ firstDay }) => !since || !firstDay || Temporal.PlainDate.compare(firstDay, since) >= 0,
  )
  const byDay = Map.groupBy(inReach, (each) => String(ownDay(each)))
  const paired = occurrences.map((planned) => ({
    planned,
    standing: byDay.get(String(planned.firstDay))?.shift(),
  }))
  const byWeek = Map.groupBy([...byDay.values()].flat(), (each) => weekOf(ownDay(each)))
  const changed = []
  for (const { planned, standing = byWeek.get(weekOf(planned.firstDay))?.shift() } of paired) {
    const keepsItsOwn = standing?.wasDay && standing.wasDay.equals(planned.firstDay ?? standing.wasDay)
    if (keepsItsOwn || (standing && isSame(standing, planned))) continue
    changed.push({ ...planned, id: standing?.id ?? newId() })
  }
  return { changed, gone: [...byWeek.values()].flat().map(({ id }) => id) }
}

const ownDay = ({ wasDay, firstDay }: Stored): Temporal.PlainDate | null => wasDay ?? firstDay

const weekOf = (day: Temporal.PlainDate | null): string =>
  day ? `${day.yearOfWeek}-${day.weekOfYear}` : "none"

/** The status that everything ahead has in common. */
const statusAhead = (stored: readonly Stored[], now: Temporal.Instant): string => {
  const ahead = stored.filter(({ overAt }) => overAt && Temporal.Instant.compare(overAt, now) > 0)
  const statuses = new Set(ahead.map(({ status }) => status ?? "planned"))
  const [only = "planned", other] = statuses
  return other ? "planned" : only
}

const isSame = (one: Planned, other: Planned): boolean => fingerprint(one) === fingerprint(other)
const fingerprint = ({ firstDay, lastDay, startsAt, endsAt, precision }: Planned): string =>
  [firstDay, lastDay, startsAt, endsAt, precision].map(String).join()

const remove = async (work: Work, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await work.tx
    .deleteFrom("occurrences")
    .where("id", "in", [...ids])
    .execute()
}

const store = async (
  work: Work,
  listingId: string,
  rows: readonly Stored[],
  status: string,
): Promise<void> => {
  if (rows.length === 0) return
  await work.tx
    .insertInto("occurrences")
    .values(rows.map((row) => ({ ...row, status, listingId })))
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((eb) => ({
        firstDay: eb.ref("excluded.firstDay"),
        lastDay: eb.ref("excluded.lastDay"),
        startsAt: eb.ref("excluded.startsAt"),
        endsAt: eb.ref("excluded.endsAt"),
        overAt: eb.ref("excluded.overAt"),
        precision: eb.ref("excluded.precision"),
        wasDay: null,
        wasStartsAt: null,
        wasEndsAt: null,
      })),
    )
    .execute()
}

const settle = async (work: Work, id: string, extendOn: Temporal.PlainDate | null): Promise<void> => {
  await sql`update listings set extend_on = ${extendOn} where id = ${id}`.execute(work.tx)
  await settleEnd(work, id)
}

/**
 * The listing's own end, and its next occurrence. No end is known where a rule goes on, where a day is unknown, or where
 * the last one is postponed and nobody has said to when.
 */
export const settleEnd = async (work: Work, id: string): Promise<void> => {
  await sql`
    update listings set ends_at = (
      select case when bool_or(over_at is null) or extend_on is not null
        or (array_agg(status order by over_at desc))[1] = 'postponed' then null else max(over_at) end
      from occurrences where listing_id = ${id})
    where id = ${id}`.execute(work.tx)
  await moveOnNext(work, [id])
}

/** Looks up the next occurrence of each of these listings, as of now: one that takes place, where there is one. */
export const moveOnNext = async (work: Work, ids: readonly string[]): Promise<void> => {
  await sql`
    update listings set next_at = next.at, next_over_at = next.over_at
    from unnest(${[...ids]}::uuid[]) as asked (id) left join lateral (
      select coalesce(starts_at, first_day::timestamp at time zone ${work.city.zone}) as at, over_at
      from occurrences where listing_id = asked.id and over_at > ${work.now}
      order by status <> 'planned', first_day, starts_at nulls first limit 1) as next on true
    where listings.id = asked.id`.execute(work.tx)
}
