import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Conflict, Invalid } from "#kernel/errors.ts"
import { emit } from "#kernel/events.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { move } from "#kernel/workflow.ts"
import { canDo } from "../policy.ts"
import { lockRecord, type ListingRow } from "../queries/records.ts"
import type { DateChange } from "../schema/changes.ts"
import type { DatesInput } from "../schema/dates-form.ts"
import { listingDatesChanged } from "../schema/events.ts"
import { listing } from "../schema/workflow.ts"
import { recordChanges } from "./changes.ts"
import { settleEnd, writeOccurrences } from "./occurrences.ts"
import { showPublicly, takeStep } from "./publication.ts"
import { subjectOf } from "./publish.ts"

type Coming = {
  readonly id: string
  readonly firstDay: Temporal.PlainDate
  readonly lastDay: Temporal.PlainDate
  readonly startsAt: Temporal.Instant | null
  readonly endsAt: Temporal.Instant | null
  readonly wasDay: Temporal.PlainDate | null
}

/** One date, several or all of them are called off, postponed, moved or put back; the reason is for everybody. */
export const changeDates = command(
  "listings.change-dates",
  async (work, { id, ...input }: DatesInput & { readonly id: string }) => {
    const row = await lockRecord(work, id)
    const hat = authorise(canDo(work.actor, "change-dates", row))
    move(listing, "change-dates", row.state)
    const chosen = await comingOf(work, row, input.which)
    const changes = chosen.map((each) => recordOf(work, each, input))
    if (input.change === "moved") await moveTo(work, chosen, input)
    else if (input.change === "planned") await putBack(work, row, chosen)
    else await callOff(work, chosen, input)
    await settleEnd(work, row.id)
    await recordChanges(work, row, { texts: {}, dates: changes, reason: input.reason })
    await takeStep(work, row, { event: "change-dates", hat, reason: input.reason, keepsReason: true })
    await audit(work, { hat, subject: subjectOf(row), payload: { changes, reason: input.reason } })
    const occurrences = chosen.map((each) => each.id)
    const { change, reason } = input
    await emit(work, listingDatesChanged, { id: row.id, change, occurrences, reason })
    await showPublicly(work, row)
    return { id }
  },
)

/** The chosen dates that are still to come, or are postponed; somebody else may have changed them in between. */
const comingOf = async (work: Work, row: ListingRow, which: DatesInput["which"]): Promise<Coming[]> => {
  const found = await work.tx
    .selectFrom("occurrences")
    .select(["id", "firstDay", "lastDay", "startsAt", "endsAt", "wasDay"])
    .where("listingId", "=", row.id)
    .where("overAt", "is not", null)
    .where((eb) => eb.or([eb("overAt", ">", work.now), eb("status", "=", "postponed")]))
    .$if(which !== "all", (query) => query.where("id", "in", which === "all" ? [] : [...which]))
    .orderBy("firstDay")
    .$castTo<Coming>()
    .execute()
  if (found.length === 0 || (which !== "all" && found.length < new Set(which).size))
    throw new Conflict("the dates are no longer there", { say: "listings:error.dates-gone" })
  return found
}

const recordOf = (
  work: Work,
  { firstDay, startsAt }: Coming,
  { change, to }: Pick<DatesInput, "change" | "to">,
): DateChange => ({
  change,
  day: firstDay.toString(),
  time: startsAt ? timeOf(work, startsAt) : "",
  ...(to ? { toDay: to.day.toString(), toTime: to.start?.toString({ smallestUnit: "minute" }) ?? "" } : {}),
})

const timeOf = (work: Work, at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(work.city.zone).toPlainTime().toString({ smallestUnit: "minute" })

const callOff = async (
  work: Work,
  chosen: readonly Coming[],
  { change, reason }: DatesInput,
): Promise<void> => {
  await work.tx
    .updateTable("occurrences")
    .set({ status: change, statusReason: reason })
    .where("id", "in", idsOf(chosen))
    .execute()
}

/** As the schedule has it, with the times that it has now. */
const putBack = async (work: Work, row: ListingRow, chosen: readonly Coming[]): Promise<void> => {
  await work.tx
    .updateTable("occurrences")
    .set((eb) => ({
      status: "planned",
      statusReason: "",
      firstDay: eb.fn.coalesce("wasDay", "firstDay"),
      lastDay: eb.fn.coalesce("wasDay", "lastDay"),
      startsAt: eb.case().when("wasDay", "is not", null).then(null).else(eb.ref("startsAt")).end(),
      endsAt: eb.case().when("wasDay", "is not", null).then(null).else(eb.ref("endsAt")).end(),
      wasDay: null,
      wasStartsAt: null,
      wasEndsAt: null,
    }))
    .where("id", "in", idsOf(chosen))
    .execute()
  if (chosen.some(({ wasDay }) => wasDay)) await writeOccurrences(work, row.id, row.schedule)
}

/** One date is moved; several days in a row stay as many. Its own day by the schedule stays known. */
const moveTo = async (work: Work, chosen: readonly Coming[], { to, reason }: DatesInput): Promise<void> => {
  const [only, other] = chosen
  if (!only || other || !to) throw new Invalid({ which: "listings:error.move-one" })
  const last = to.day.add(only.firstDay.until(only.lastDay))
  const at = (day: Temporal.PlainDate, plainTime: Temporal.PlainTime) =>
    day.toZonedDateTime({ timeZone: work.city.zone, plainTime }).toInstant()
  const endsAt = to.end ? at(last, to.end) : null
  const overAt = endsAt ?? at(last.add({ days: 1 }), Temporal.PlainTime.from("00:00"))
  if (Temporal.Instant.compare(overAt, work.now) <= 0)
    throw new Invalid({ "to.day": "listings:error.move-past" })
  await work.tx
    .updateTable("occurrences")
    .set((eb) => ({
      status: "planned",
      statusReason: reason,
      wasDay: eb.fn.coalesce("wasDay", "firstDay"),
      wasStartsAt: eb
        .case()
        .when("wasDay", "is", null)
        .then(eb.ref("startsAt"))
        .else(eb.ref("wasStartsAt"))
        .end(),
      wasEndsAt: eb.case().when("wasDay", "is", null).then(eb.ref("endsAt")).else(eb.ref("wasEndsAt")).end(),
      firstDay: to.day,
      lastDay: last,
      startsAt: to.start ? at(to.day, to.start) : null,
      endsAt,
      overAt,
      precision: to.start ? "time" : "day",
    }))
    .where("id", "=", only.id)
    .execute()
}

const idsOf = (chosen: readonly Coming[]): string[] => chosen.map(({ id }) => id)
