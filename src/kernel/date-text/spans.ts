import { belongs, type DayClass } from "./day-class.ts"

/** Days in a row. Null where the text names no day on that side: 「～10月31日」. */
export type Span = { readonly first: Temporal.PlainDate | null; readonly last: Temporal.PlainDate | null }

const { compare } = Temporal.PlainDate
/** Longer than this, days are not counted out one by one. */
const longest = 3700

export const isBackwards = (span: Span): boolean =>
  span.first !== null && span.last !== null && compare(span.first, span.last) > 0

/** Every day of a closed span; an open or endless one has no list. */
export const daysOf = (span: Span): Temporal.PlainDate[] => {
  if (!span.first || !span.last || span.first.until(span.last).days > longest) return []
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

export type Changes = {
  readonly only: readonly DayClass[]
  readonly closedOn: readonly DayClass[]
  readonly closed: readonly Span[]
  readonly open: readonly Span[]
}

export const changes = (span: Span, { only, closedOn, closed, open }: Changes): Span[] => {
  if (only.length + closedOn.length + closed.length === 0) return [span]
  const isEdge = (day: Temporal.PlainDate): boolean =>
    day.equals(span.first ?? "") || day.equals(span.last ?? "")
  const remains = (day: Temporal.PlainDate): boolean => {
    if (open.some((part) => holds(part, day))) return true
    if (closed.some((part) => holds(part, day))) return false
    // The text names its first and last day itself: 「1月12日（月・祝）」 stands although Mondays are closed.
    if (!isEdge(day) && closedOn.some((days) => belongs(day, days))) return false
    return only.every((days) => belongs(day, days))
  }
  return spansOf(daysOf(span).filter(remains))
}

export const sorted = (spans: readonly Span[]): Span[] => {
  const byKey = new Map(spans.map((span) => [`${span.first ?? ""}/${span.last ?? ""}`, span]))
  return [...byKey.values()].toSorted((one, other) =>
    compare(one.first ?? one.last ?? "0000-01-01", other.first ?? other.last ?? "0000-01-01"),
  )
}
