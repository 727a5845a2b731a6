import { belongs, type DayClass } from "./day-class.ts"
import type { Span } from "./reading.ts"

const compare = (one: Temporal.PlainDate, other: Temporal.PlainDate): number =>
  Temporal.PlainDate.compare(one, other)
const earliest = Temporal.PlainDate.from("0000-01-01")
const latest = Temporal.PlainDate.from("9999-12-31")
/** Longer than this many days, a span is not counted out day by day. */
const longest = 3700

export const isBackwards = (span: Span): boolean =>
  span.first !== null && span.last !== null && compare(span.first, span.last) > 0

/** Both sides stated, and short enough to be counted out. */
export const isCountable = (span: Span): boolean =>
  span.first !== null && span.last !== null && span.first.until(span.last).days <= longest

/** Every day of a span; one that cannot be counted out has no list. */
export const daysOf = (span: Span): Temporal.PlainDate[] => {
  if (!span.first || !span.last || !isCountable(span)) return []
  const days: Temporal.PlainDate[] = []
  for (let day = span.first; compare(day, span.last) <= 0; day = day.add({ days: 1 })) days.push(day)
  return days
}

export const spansOf = (days: readonly Temporal.PlainDate[]): Span[] => {
  const spans: { first: Temporal.PlainDate; last: Temporal.PlainDate }[] = []
  for (const day of days) {
    const last = spans.at(-1)
    if (last?.last.add({ days: 1 }).equals(day)) last.last = day
    else spans.push({ first: day, last: day })
  }
  return spans
}

export const holds = (span: Span, day: Temporal.PlainDate): boolean =>
  (span.first === null || compare(span.first, day) <= 0) &&
  (span.last === null || compare(day, span.last) <= 0)

/** From the first day of all to the last; null where one of them is open. */
export const wholeOf = (spans: readonly Span[]): Span => {
  const [first] = spans
    .map((span) => span.first)
    .toSorted((one, other) => compare(one ?? earliest, other ?? earliest))
  const last = spans
    .map((span) => span.last)
    .toSorted((one, other) => compare(one ?? latest, other ?? latest))
    .at(-1)
  return { first: first ?? null, last: last ?? null }
}

export type Changes = {
  readonly only: readonly DayClass[]
  readonly closedOn: readonly DayClass[]
  readonly closed: readonly Span[]
  readonly open: readonly Span[]
}

/** What is left of a closed span: one span, or the parts between the days taken out. */
export const changeSpan = (span: Span, { only, closedOn, closed, open }: Changes): Span[] => {
  if (only.length + closedOn.length + closed.length === 0) return [span]
  const isEdge = (day: Temporal.PlainDate): boolean =>
    [span.first, span.last].some((edge) => edge?.equals(day))
  const remains = (day: Temporal.PlainDate): boolean => {
    if (open.some((part) => holds(part, day))) return true
    if (closed.some((part) => holds(part, day))) return false
    // The text names its first and last day itself: 「1月12日（月・祝）」 stands although Mondays are closed.
    if (!isEdge(day) && closedOn.some((days) => belongs(day, days))) return false
    return only.every((days) => belongs(day, days))
  }
  return spansOf(daysOf(span).filter(remains))
}

const orderOf = (one: Span, other: Span): number =>
  compare(one.first ?? earliest, other.first ?? earliest) || compare(other.last ?? latest, one.last ?? latest)

/** In order of the first day; a span inside another says nothing more and goes. */
export const sortSpans = (spans: readonly Span[]): Span[] => {
  const kept: Span[] = []
  for (const span of spans.toSorted(orderOf)) {
    const inside = kept.some(
      (other) => holds(other, span.first ?? earliest) && holds(other, span.last ?? latest),
    )
    if (!inside) kept.push(span)
  }
  return kept
}
