import { statementsOf } from "./clauses.ts"
import { dayClassPattern, isDayClass, readDayClass, type DayClass } from "./day-class.ts"
import { findMentions, type Mention } from "./mentions.ts"
import type { Span } from "./reading.ts"
import { holds, isBackwards, type Changes } from "./spans.ts"
import { dateOf } from "./years.ts"

/** What the notes change, and whether they hold a day that could not be placed. */
export type Notes = Changes & { readonly unread: boolean }

const isRange = (gap: string): boolean => /^\s*(?:から|より|[~\-–—−])\s*$/u.test(gap)

/** A day of a note lies inside the days that the text announces; in two of its months it lies nowhere. */
const place = (mention: Mention, whole: Span): Temporal.PlainDate | undefined => {
  if (!whole.first || !whole.last) return undefined
  const found: Temporal.PlainDate[] = []
  let month = whole.first.toPlainYearMonth()
  for (
    ;
    Temporal.PlainYearMonth.compare(month, whole.last.toPlainYearMonth()) <= 0;
    month = month.add({ months: 1 })
  ) {
    if (mention.month !== undefined && mention.month !== month.month) continue
    if (mention.year !== undefined && mention.year !== month.year) continue
    const day = dateOf(month.year, month.month, mention.day)
    if (day && holds(whole, day)) found.push(day)
  }
  return found.length === 1 ? found[0] : undefined
}

const withoutMentions = (text: string, mentions: readonly Mention[]): string => {
  let rest = ""
  let end = 0
  for (const mention of mentions) {
    rest += `${text.slice(end, mention.from)} `
    end = mention.to
  }
  return rest + text.slice(end)
}

/** Days and stretches of days of one statement; undefined stands for a day that has no place. */
const spansIn = (subject: string, mentions: readonly Mention[], whole: Span): (Span | undefined)[] => {
  const spans: (Span | undefined)[] = []
  for (const [at, mention] of mentions.entries()) {
    const before = mentions[at - 1]
    const day = place(mention, whole)
    const continues = before !== undefined && isRange(subject.slice(before.to, mention.from))
    const opened = continues ? spans.pop()?.first : day
    // 「1月4日の正午まで休館」: that day is open in the afternoon.
    const last = /^の?正午/.test(subject.slice(mention.to)) ? day?.subtract({ days: 1 }) : day
    const span = opened && last ? { first: opened, last } : undefined
    spans.push(span && !isBackwards(span) ? span : undefined)
  }
  return spans
}

const classesIn = (text: string): DayClass[] =>
  [...text.matchAll(new RegExp(dayClassPattern, "gu"))]
    .map(([found]) => found)
    .filter(isDayClass)
    .map(readDayClass)

export const readNotes = (notes: readonly string[], whole: Span): Notes => {
  const read = {
    only: [] as DayClass[],
    closedOn: [] as DayClass[],
    closed: [] as Span[],
    open: [] as Span[],
  }
  let unread = false
  for (const { subject, says } of notes.flatMap(statementsOf)) {
    const mentions = findMentions(subject)
    const spans = spansIn(subject, mentions, whole)
    const classes = classesIn(withoutMentions(subject, mentions))
    if (spans.includes(undefined) || (says === "nothing" && spans.length + classes.length > 0)) unread = true
    const placed = spans.filter((span) => span !== undefined)
    if (says === "closed") {
      read.closed.push(...placed)
      read.closedOn.push(...classes)
    }
    if (says === "open") read.open.push(...placed)
    if (says === "only") read.only.push(...classes)
  }
  return { ...read, unread }
}
