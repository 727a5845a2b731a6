import { dayText, daysParts, nearWord, timesText, timeText } from "./day-text.ts"
import { plainRuby, ruby } from "./ruby.tsx"
import type { View } from "./view.ts"

/** The day on which the page is read, in the city. */
export function today(view: Pick<View, "now" | "zone">): Temporal.PlainDate {
  return view.now.toZonedDateTimeISO(view.zone).toPlainDate()
}

type DayProps = {
  readonly view: View
  readonly day: Temporal.PlainDate
  readonly near?: boolean
  /** `other`: the year is said only where it is not this one. */
  readonly year?: "always" | "other"
}

/** 2026年4月1日（水）. A near day says so, and then needs no year: あした 4月2日（木）. `near={false}` never does. */
export function Day({ view, day, near = true, year = "always" }: DayProps) {
  const word = near ? nearWord(view.lang, day, today(view)) : undefined
  const told = { year: year === "always" || day.year !== today(view).year }
  if (!word) return <time datetime={day.toString()}>{ruby(dayText(view.lang, day, told))}</time>
  return (
    <time datetime={day.toString()}>
      <span class="day-near">{word}</span> {ruby(dayText(view.lang, day, { year: false }))}
    </time>
  )
}

type DaysProps = {
  readonly view: View
  readonly first: Temporal.PlainDate
  readonly last: Temporal.PlainDate
}

/** From the first day to the last. */
export function Days({ view, first, last }: DaysProps) {
  if (first.equals(last)) return <Day view={view} day={first} />
  const [from, to] = daysParts(view.lang, first, last)
  return (
    <span>
      <span class="keep">{ruby(from)}</span>
      <wbr />
      <span class="keep">{ruby(to)}</span>
    </span>
  )
}

type TimesProps = {
  readonly view: View
  readonly start: Temporal.PlainTime
  readonly end?: Temporal.PlainTime
}

/** 14:00から16:00まで; without an end only the start. */
export function Times({ view, start, end }: TimesProps) {
  if (end) return <span class="keep">{ruby(timesText(view.lang, start, end))}</span>
  return <time datetime={start.toString({ smallestUnit: "minute" })}>{ruby(timeText(view.lang, start))}</time>
}

/** The same as plain text, for labels. */
export const momentText = (view: View, at: Temporal.Instant): string => {
  const local = at.toZonedDateTimeISO(view.zone)
  return plainRuby(`${dayText(view.lang, local.toPlainDate())} ${timeText(view.lang, local.toPlainTime())}`)
}

type MomentProps = { readonly view: View; readonly at: Temporal.Instant }

/** An instant as day and time in the city: for timelines and the office. */
export function Moment({ view, at }: MomentProps) {
  const local = at.toZonedDateTimeISO(view.zone)
  const day = dayText(view.lang, local.toPlainDate())
  return (
    <time datetime={at.toString({ smallestUnit: "second" })}>
      {ruby(`${day} ${timeText(view.lang, local.toPlainTime())}`)}
    </time>
  )
}
