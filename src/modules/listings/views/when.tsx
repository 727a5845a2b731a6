import { Day, Days, Times, today } from "#web/dates.tsx"
import { dayText, timeText } from "#web/day-text.ts"
import { Icon } from "#web/ui/icon.tsx"
import { contentLang } from "#web/ui/lang-mark.tsx"
import type { View } from "#web/view.ts"
import type { Occurrence } from "../queries/cards.ts"
import type { Schedule } from "../schema/schedule.ts"
import { deadlineOf } from "../schema/typed.ts"
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
    </>
  )
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
  readonly more: number
  /** In the words of the source. */
  readonly scheduleText: string
  readonly unsure: boolean
  readonly brief?: boolean
}

/** When on a card: the next time, and what repeats or how many more; 随時; or the source's own words. */
export function When({ view, schedule, occurrence, more, scheduleText, unsure, brief = false }: WhenProps) {
  if (schedule.kind === "any-time") return <>{view.t("listings:any-time")}</>
  if (!occurrence && scheduleText !== "") return <span lang={contentLang(view, "ja")}>{scheduleText}</span>
  if (!occurrence) return <>{view.t("listings:undetermined")}</>
  return (
    <>
      <OccurrenceText view={view} occurrence={occurrence} brief={brief} />
      <More view={view} schedule={schedule} more={more} />
      {unsure && <Unsure view={view} />}
    </>
  )
}

function More({ view, schedule, more }: Pick<WhenProps, "view" | "schedule" | "more">) {
  if (more === 0) return null
  const { key, values } =
    schedule.kind === "rule" ? ruleTold(view, schedule) : { key: "listings:more", values: { count: more } }
  return <span class="quiet repeats"> {view.t(key, values)}</span>
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
