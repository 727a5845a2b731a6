import { sql } from "kysely"
import { dayOf } from "#kernel/clock.ts"
import { newId } from "#kernel/ids.ts"
import type { Work } from "#kernel/transaction.ts"
import { expand, type Expansion, type Planned } from "../schema/expansion.ts"
import type { Schedule } from "../schema/schedule.ts"

export type Stored = Planned & { readonly id: string }

/** Before the made occurrences of an endless rule run out, more are made. */
const daysUntilExtended = 30

/** Makes the occurrences of a schedule. Those whose day stays keep their ids, whatever else changed. */
export const writeOccurrences = async (work: Work, listingId: string, schedule: Schedule): Promise<void> => {
  const today = dayOf(work.now, work.city.zone)
  const expansion = expand(schedule, today, work.city.zone)
  const stored = await work.tx
    .selectFrom("occurrences")
    .select(["id", "firstDay", "lastDay", "startsAt", "endsAt", "overAt", "precision"])
    .where("listingId", "=", listingId)
    .orderBy("firstDay")
    .orderBy("startsAt")
    .orderBy("id")
    .$castTo<Stored>()
    .execute()
  const { changed, gone } = reconcile(stored, expansion)
  await remove(work, gone)
  await store(work, listingId, changed)
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
  const byDay = Map.groupBy(inReach, ({ firstDay }) => String(firstDay))
  const changed = []
  for (const planned of occurrences) {
    const standing = byDay.get(String(planned.firstDay))?.shift()
    if (!standing || !isSame(standing, planned)) changed.push({ ...planned, id: standing?.id ?? newId() })
  }
  return { changed, gone: [...byDay.values()].flat().map(({ id }) => id) }
}

const isSame = (one: Planned, other: Planned): boolean => fingerprint(one) === fingerprint(other)
const fingerprint = ({ lastDay, startsAt, endsAt, precision }: Planned): string =>
  [lastDay, startsAt, endsAt, precision].map(String).join()

const remove = async (work: Work, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await work.tx
    .deleteFrom("occurrences")
    .where("id", "in", [...ids])
    .execute()
}

const store = async (work: Work, listingId: string, rows: readonly Stored[]): Promise<void> => {
  if (rows.length === 0) return
  await work.tx
    .insertInto("occurrences")
    .values(rows.map((row) => ({ ...row, listingId })))
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((eb) => ({
        lastDay: eb.ref("excluded.lastDay"),
        startsAt: eb.ref("excluded.startsAt"),
        endsAt: eb.ref("excluded.endsAt"),
        overAt: eb.ref("excluded.overAt"),
        precision: eb.ref("excluded.precision"),
      })),
    )
    .execute()
}

/** The listing's own end, and its next occurrence. No end is known where a rule goes on or a day is unknown. */
const settle = async (work: Work, id: string, extendOn: Temporal.PlainDate | null): Promise<void> => {
  await sql`
    update listings set extend_on = ${extendOn}, ends_at = (
      select case when bool_or(over_at is null) or ${extendOn !== null} then null else max(over_at) end
      from occurrences where listing_id = ${id})
    where id = ${id}`.execute(work.tx)
  await moveOnNext(work, [id])
}

/** Looks up the next occurrence of each of these listings, as of now. */
export const moveOnNext = async (work: Work, ids: readonly string[]): Promise<void> => {
  await sql`
    update listings set next_at = next.at, next_over_at = next.over_at
    from unnest(${[...ids]}::uuid[]) as asked (id) left join lateral (
      select coalesce(starts_at, first_day::timestamp at time zone ${work.city.zone}) as at, over_at
      from occurrences where listing_id = asked.id and over_at > ${work.now}
      order by first_day, starts_at nulls first limit 1) as next on true
    where listings.id = asked.id`.execute(work.tx)
}
