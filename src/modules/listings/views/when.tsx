import { Day, Days, Times, today } from "#web/dates.tsx"
import { dayText, timeText } from "#web/day-text.ts"
import { Icon } from "#web/ui/icon.tsx"
import { contentLang } from "#web/ui/lang-mark.tsx"
import type { View } from "#web/view.ts"
import type { CalledOff, Occurrence } from "../queries/cards.ts"
import type { Schedule } from "../schema/schedule.ts"
import { deadlineOf } from "../schema/typed.ts"
import { rulePartOn, rulePartsOf } from "../schema/rule-parts.ts"
import { ruleTold } from "./rule-text.ts"

const timeIn = (view: View, at: Temporal.Instant): Temporal.PlainTime =>
  at.toZonedDateTimeISO(view.zone).toPlainTime()

type OccurrenceProps = {
  readonly view: View
  readonly occurrence: Occurrence
  /** Without the year, where it is this one. */
  readonly brief?: boolean
}

/** A day with its times; several days in a row; of what has begun, until when. */
export function OccurrenceText({ view, occurrence, brief }: OccurrenceProps) {
  const { firstDay, lastDay, status = "planned" } = occurrence
  return (
    <>
      {status !== "planned" && <strong>{view.t(`listings:status.${status}`)} </strong>}
      {firstDay.equals(lastDay) ? (
        <Day view={view} day={firstDay} year={brief ? "other" : "always"} />
      ) : (
        <SeveralDays {...{ view, occurrence }} />
      )}
      <OccurrenceTimes view={view} occurrence={occurrence} />
      <MovedFrom view={view} occurrence={occurrence} />
      {!brief && occurrence.statusReason && (
        <span class="quiet" lang={contentLang(view, "ja")}>
          {" "}
          {occurrence.statusReason}
        </span>
      )}
    </>
  )
}

/** Who remembers the old day finds it. */
function MovedFrom({
  view,
  occurrence: { status = "planned", wasDay, wasStartsAt, firstDay },
}: OccurrenceProps) {
  if (!wasDay || status !== "planned") return null
  const time =
    wasDay.equals(firstDay) && wasStartsAt ? ` ${timeText(view.lang, timeIn(view, wasStartsAt))}` : ""
  const day = `${dayText(view.lang, wasDay, { year: wasDay.year !== firstDay.year })}${time}`
  return <strong class="moved"> {view.t("listings:status.moved-from", { day })}</strong>
}

function SeveralDays({ view, occurrence: { firstDay, lastDay } }: OccurrenceProps) {
  const day = today(view)
  const begun = Temporal.PlainDate.compare(firstDay, day) < 0 && Temporal.PlainDate.compare(day, lastDay) <= 0
  if (!begun) return <Days view={view} first={firstDay} last={lastDay} />
  return <>{view.t("listings:until", { day: dayText(view.lang, lastDay) })}</>
}

function OccurrenceTimes({ view, occurrence: { startsAt, endsAt } }: OccurrenceProps) {
  if (!startsAt) return null
  const end = endsAt ? { end: timeIn(view, endsAt) } : {}
  return (
    <>
      {" "}
      <Times view={view} start={timeIn(view, startsAt)} {...end} />
    </>
  )
}

type WhenProps = {
  readonly view: View
  readonly schedule: Schedule
  readonly occurrence: Occurrence | null
  readonly calledOff: CalledOff | null
  readonly more: number
  /** In the words of the source. */
  readonly scheduleText: string
  readonly unsure: boolean
  readonly brief?: boolean
}

/** When on a card: the next time, and what repeats or how many more; 随時; or the source's own words. */
export function When({
  view,
  schedule,
  occurrence,
  calledOff,
  more,
  scheduleText,
  unsure,
  brief = false,
}: WhenProps) {
  if (schedule.kind === "any-time") return <>{view.t("listings:any-time")}</>
  if (!occurrence && scheduleText !== "") return <span lang={contentLang(view, "ja")}>{scheduleText}</span>
  if (!occurrence) return <>{view.t("listings:undetermined")}</>
  return (
    <>
      <OccurrenceText view={view} occurrence={occurrence} brief={brief} />
      <More view={view} schedule={schedule} more={more} occurrence={occurrence} />
      <Off view={view} calledOff={calledOff} />
      {unsure && <Unsure view={view} />}
    </>
  )
}

function More({
  view,
  schedule,
  more,
  occurrence,
}: Pick<WhenProps, "view" | "schedule" | "more" | "occurrence">) {
  if (more === 0) return null
  const { key, values } = told(view, schedule, occurrence, more)
  return <span class="quiet repeats"> {view.t(key, values)}</span>
}

/** Of a rule, what repeats on the day that is shown: it may change in the middle. */
const told = (view: View, schedule: Schedule, occurrence: Occurrence | null, more: number) => {
  if (schedule.kind !== "rule" || !occurrence)
    return { key: "listings:more", values: { count: more } } as const
  const day = occurrence.wasDay ?? occurrence.firstDay
  return ruleTold(view, rulePartOn(rulePartsOf(schedule), day.toString()))
}

/** A date before the one that is shown, on which it does not take place. */
function Off({ view, calledOff }: Pick<WhenProps, "view" | "calledOff">) {
  if (!calledOff) return null
  const { firstDay, status } = calledOff
  return (
    <strong class="called-off">
      {" "}
      {view.t("listings:status.off", {
        day: dayText(view.lang, firstDay, { year: firstDay.year !== today(view).year }),
        status: view.text(`listings:status.${status}`),
      })}
    </strong>
  )
}

/** The dates were read from free text and contradict themselves, or are not sure: said quietly. */
export function Unsure({ view }: { readonly view: View }) {
  return (
    <span class="quiet">
      {" "}
      <Icon name="info" />
      {view.t("listings:unsure")}
    </span>
  )
}

/** The last day on which one can apply, with the time where one was given; in the notation of web/ruby.tsx. */
export const deadlineText = (view: View, applyBy: Temporal.Instant): string => {
  const { day, time } = deadlineOf(applyBy, view.zone)
  const words = dayText(view.lang, day, { year: day.year !== today(view).year })
  return time ? `${words} ${timeText(view.lang, time)}` : words
}
