import { dayClassPattern, isDayClass, readDayClass, weekdayOf, type DayClass } from "./day-class.ts"

/** A day as the text writes it, before anything is concluded about its year. */
export type Mention = {
  readonly from: number
  readonly to: number
  readonly year: number | undefined
  /** 翌年: the year after the date before it, or after the edition. */
  readonly nextYear: boolean
  /** Undefined where only 「10日」 is written and nothing before it names a month. */
  readonly month: number | undefined
  readonly day: number
  /** 「12月の土・日」 stands for the days of that class from this month to `lastMonth`. */
  readonly monthClass: { readonly lastMonth: number; readonly only: DayClass } | undefined
  readonly monthWritten: boolean
  readonly weekdays: readonly number[]
}

const eras: Readonly<Record<string, number>> = { 令: 2018, R: 2018, 平: 1988, H: 1988, 昭: 1925, S: 1925 }
const year = String.raw`(?:(?<era>令和?|平成?|昭和?|(?<![A-Z])[RHS])\s*(?<eraYear>元|\d{1,2})|(?<!\d)(?<year>(?:19|20|21)\d{2}))`
// A month after a year that was not understood is left alone: 「昨年4月1日」 is not a day of this year.
const written = String.raw`(?<!\d|年\s*)(?:${year}\s*年\s*|(?:(?<next>翌年|来年)|今年|本年)の?\s*)?(?<month>\d{1,2})\s*月`
const forms = [
  String.raw`${written}(?:\s*~\s*(?<lastMonth>\d{1,2})\s*月)?中?の?\s*(?<only>${dayClassPattern})`,
  String.raw`${written}\s*(?<day>\d{1,2})\s*日`,
  String.raw`${year}\s*(?<mark>[-/.])\s*(?<month>\d{1,2})\s*\k<mark>\s*(?<day>\d{1,2})(?!\d)`,
  String.raw`(?<!\d)(?<year>(?:19|20|21)\d{2})(?<month>\d{2})(?<day>\d{2})(?!\d)`,
  String.raw`(?<![\d/.:])(?<month>\d{1,2})/(?<day>\d{1,2})(?![\d/])`,
  String.raw`(?<!\d|月\s*)(?<day>\d{1,2})\s*日(?!曜|間|目|前|後|以|分|程|ほど|頃|くらい|本)`,
  String.raw`(?<=[~・、,]\s*)(?<day>\d{1,2})(?=\s*\([月火水木金土日])`,
].map((form) => new RegExp(form, "uy"))

// (aaa) is what a spreadsheet leaves of a weekday it failed to format.
const weekday =
  /\s*(?:\(\s*(?<all>[月火水木金土日](?:曜日?)?(?:\s*[・、,/~]?\s*[月火水木金土日](?:曜日?)?)*)?(?:\s*[・、,/]?\s*(?:国民の祝日|祝日?|振替休日|振替|振休|休日?|a{3,4}))*\s*\)|(?<one>[月火水木金土日])(?:曜日?|(?![\p{L}\d])))/uy

type Groups = Readonly<Record<string, string | undefined>>

const yearOf = (groups: Groups): number | undefined => {
  if (groups["year"]) return Number(groups["year"])
  const start = eras[groups["era"]?.[0] ?? ""]
  if (start === undefined) return undefined
  return start + (groups["eraYear"] === "元" ? 1 : Number(groups["eraYear"]))
}

const match = (text: string, pattern: RegExp, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const dateAt = (text: string, at: number): RegExpExecArray | undefined => {
  for (const form of forms) {
    const found = match(text, form, at)
    if (found && (!found.groups?.["only"] || isDayClass(found.groups["only"]))) return found
  }
  return undefined
}

const weekdaysAt = (text: string, at: number): { readonly to: number; readonly weekdays: number[] } => {
  const found = match(text, weekday, at)
  if (!found) return { to: at, weekdays: [] }
  const words = (found.groups?.["all"] ?? found.groups?.["one"] ?? "").replaceAll(/曜日?/g, "")
  return { to: weekday.lastIndex, weekdays: (words.match(/[月火水木金土日]/g) ?? []).map(weekdayOf) }
}

const monthClassOf = (groups: Groups): Mention["monthClass"] => {
  if (!groups["only"]) return undefined
  return { lastMonth: Number(groups["lastMonth"] ?? groups["month"]), only: readDayClass(groups["only"]) }
}

const mentionOf = (found: RegExpExecArray, text: string, before: number | undefined): Mention => {
  const groups: Groups = found.groups ?? {}
  const to = found.index + found[0].length
  const monthClass = monthClassOf(groups)
  const after = monthClass ? { to, weekdays: [] } : weekdaysAt(text, to)
  return {
    from: found.index,
    to: after.to,
    year: yearOf(groups),
    nextYear: groups["next"] !== undefined,
    month: groups["month"] ? Number(groups["month"]) : before,
    day: Number(groups["day"] ?? 1),
    monthClass,
    monthWritten: groups["month"] !== undefined,
    weekdays: after.weekdays,
  }
}

/** All days written in a folded text, in its order; `month` is known from elsewhere, for a bare 「10日」. */
export const findMentions = (text: string, month?: number): Mention[] => {
  const mentions: Mention[] = []
  for (let at = 0; at < text.length;) {
    const found = dateAt(text, at)
    if (!found) {
      at += 1
      continue
    }
    const mention = mentionOf(found, text, mentions.at(-1)?.month ?? month)
    mentions.push(mention)
    at = mention.to
  }
  return mentions
}
