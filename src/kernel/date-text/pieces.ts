import { dayClassPattern, isDayClass, readDayClass, type DayClass } from "./day-class.ts"
import type { Mention } from "./mentions.ts"
import type { LookAt, Span } from "./reading.ts"
import { isBackwards } from "./spans.ts"
import { dateOf } from "./years.ts"

/** One thing that the main text announces: a day, or a stretch of days, perhaps of only some weekdays. */
export type Piece = { readonly span: Span; readonly only: readonly DayClass[] }

/** The words around one day or stretch: from the mention before it, and up to the next. */
export type Around = { readonly before: string; readonly after: string; readonly isFirst: boolean }

const joins = /^\s*(?:\([^()]*\)\s*)*(?:から|より|[~\-–—−ー→])\s*\(?\s*$/u
const opens = /^\s*(?:から|より|以降|~)/u
const every = new RegExp(String.raw`毎週?\s*${dayClassPattern}`, "u")
const following = new RegExp(
  String.raw`^(?:まで)?\s*[の、,(]?\s*(?:期間中の)?(${dayClassPattern})(?=$|[のと限開実]|[^\p{Script=Han}])`,
  "u",
)

export const joinsRange = (gap: string): boolean => joins.test(gap)

const classAfter = (text: string): DayClass[] => {
  const found = following.exec(text)?.[1]
  return found && isDayClass(found) ? [readDayClass(found)] : []
}

const classAround = ({ before, after }: Around): DayClass[] => {
  const found = every.exec(before)?.[0]
  return found ? [readDayClass(found)] : classAfter(after)
}

const endOfMonth = (year: number, month: number): Temporal.PlainDate | undefined => {
  const first = dateOf(year, month, 1)
  return first?.with({ day: first.daysInMonth })
}

const ofMonths = (
  mention: Mention,
  year: number,
  months: NonNullable<Mention["monthClass"]>,
): Piece | LookAt => {
  const first = dateOf(year, mention.month ?? 0, 1)
  const last = endOfMonth(months.lastMonth < (mention.month ?? 0) ? year + 1 : year, months.lastMonth)
  return first && last ? { span: { first, last }, only: [months.only] } : "impossible-date"
}

const ofDay = (date: Temporal.PlainDate, around: Around): Piece => {
  const endsHere = (around.isFirst && /~\s*\(?\s*$/.test(around.before)) || /^\s*まで/.test(around.after)
  if (endsHere) return { span: { first: null, last: date }, only: [] }
  // 「10月5日から毎週土曜日」 has no end: only the day itself is stated.
  const goesOn = opens.test(around.after) && !every.test(around.after)
  return { span: { first: date, last: goesOn ? null : date }, only: [] }
}

export const single = (mention: Mention, year: number, around: Around): Piece | LookAt => {
  if (mention.monthClass) return ofMonths(mention, year, mention.monthClass)
  const date = dateOf(year, mention.month ?? 0, mention.day)
  return date ? ofDay(date, around) : "impossible-date"
}

export const stretch = (
  [from, fromYear]: readonly [Mention, number],
  [to, toYear]: readonly [Mention, number],
  around: Around,
): Piece | LookAt => {
  const first = dateOf(fromYear, from.month ?? 0, from.day)
  const last = dateOf(toYear, to.month ?? 0, to.day)
  if (!first || !last) return "impossible-date"
  const span = { first, last }
  return isBackwards(span) ? "end-before-start" : { span, only: classAround(around) }
}
