import type { ReadDays } from "#kernel/date-text/reading.ts"
import type { ReadTimes, Session } from "#kernel/date-text/read-times.ts"
import { mostDates, type Schedule, type Span } from "../schema/schedule.ts"
import type { LookAtReason } from "./look-at.ts"

type Days = { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate }
type Read = { readonly schedule: Schedule; readonly lookAt: readonly LookAtReason[] }

/** 随時 is a kind, not a date. */
const anyTime = /^(?:随時|通年|常時|いつでも)/u

type Stated = {
  readonly text: string
  readonly edition: Temporal.PlainYearMonth
  readonly days: ReadDays
  readonly times: ReadTimes
  /** ① of the days goes with ① of the times. */
  readonly numberedAlike: boolean
}

/** The schedule that the two readings of a row make, and what is doubtful about it. */
export const scheduleFrom = ({ text, edition, days, times, numberedAlike }: Stated): Read => {
  if (days.days.length === 0 && anyTime.test(text)) return { schedule: { kind: "any-time" }, lookAt: [] }
  if (days.days.length === 0)
    return { schedule: { kind: "dates", dates: [] }, lookAt: [...days.lookAt, "no-day"] }
  const closed = days.days.map(({ first, last }) => close(first, last, edition))
  const dates = (numberedAlike && eachItsOwn(closed, times.sessions)) || everySession(closed, times.sessions)
  return {
    schedule: { kind: "dates", dates: dates.slice(0, mostDates) },
    lookAt: [
      ...days.lookAt,
      ...doubtsOfTimes(times),
      ...(dates.length > mostDates ? (["partly-unread"] as const) : []),
    ],
  }
}

/**
 * 「～12月27日」 runs, in the edition that says so, since the beginning of its month at the latest; 「9月1日～」 until
 * the end of it. More is not known; the reading has marked it as open-ended.
 */
const close = (
  first: Temporal.PlainDate | null,
  last: Temporal.PlainDate | null,
  edition: Temporal.PlainYearMonth,
): Days => {
  const from = first ?? earlier(edition.toPlainDate({ day: 1 }), last)
  const end = last ?? later(edition.toPlainDate({ day: edition.daysInMonth }), from)
  return { first: from, last: end }
}

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate | null): Temporal.PlainDate =>
  other && Temporal.PlainDate.compare(other, one) < 0 ? other : one
const later = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(other, one) > 0 ? other : one

const doubtsOfTimes = ({ lookAt }: ReadTimes): LookAtReason[] =>
  lookAt.flatMap((doubt): LookAtReason[] => {
    if (doubt === "end-before-start") return [doubt]
    // The text itself says best what differs from day to day: nothing was misread.
    return doubt === "differs-by-day" ? [] : ["times-unread"]
  })

const isDay = ({ first, last }: Days): boolean => first.equals(last)

/** Without a day for each sitting, nobody knows which belongs to which: then the days stand alone. */
const eachItsOwn = (days: readonly Days[], sessions: readonly Session[]): Span[] => {
  const fits = days.length === sessions.length && days.every(isDay)
  return days.map((day, at) => spanOf(day, fits ? sessions[at] : undefined))
}

const everySession = (days: readonly Days[], sessions: readonly Session[]): Span[] => {
  const [only] = sessions
  if (sessions.length < 2) return days.map((each) => spanOf(each, only))
  const count = days.reduce((sum, each) => sum + lengthOf(each), 0)
  if (count * sessions.length > mostDates) return days.map((each) => spanOf(each, undefined))
  return days.flatMap(daysOf).flatMap((day) => sessions.map((session) => spanOf(day, session)))
}

const lengthOf = ({ first, last }: Days): number => first.until(last).days + 1

const daysOf = (days: Days): Days[] =>
  Array.from({ length: lengthOf(days) }, (_, at) => {
    const day = days.first.add({ days: at })
    return { first: day, last: day }
  })

const timeText = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: "minute" })

const spanOf = ({ first, last }: Days, session: Session | undefined): Span => {
  const days = { first: first.toString(), last: last.toString() }
  if (!session) return days
  const start = timeText(session.start)
  const { end, endsNextDay } = session
  // An end at midnight is the end of the day, which is when a day is over anyway.
  if (!end || (endsNextDay && end.equals("00:00"))) return { ...days, start }
  if (!endsNextDay) return { ...days, start, end: timeText(end) }
  return { first: days.first, last: last.add({ days: 1 }).toString(), start, end: timeText(end) }
}
