import { type Freq, RRuleTemporal } from "rrule-temporal"
import { rulePartOn, rulePartsOf, type RulePart } from "./rule-parts.ts"
import { mostOccurrences, mostYears, type Rule, type Schedule, type Span } from "./schedule.ts"

/** One time at which it takes place. Without days, its days are not known. */
export type Planned = {
  readonly firstDay: Temporal.PlainDate | null
  readonly lastDay: Temporal.PlainDate | null
  readonly startsAt: Temporal.Instant | null
  readonly endsAt: Temporal.Instant | null
  /** From then on it is over; a day without an end lasts until midnight. */
  readonly overAt: Temporal.Instant | null
  readonly precision: "day" | "time" | "undetermined"
}

export type Expansion = {
  readonly occurrences: readonly Planned[]
  /** Occurrences before this day were made earlier and are left as they are. */
  readonly since: Temporal.PlainDate | null
  /** Whether the rule goes on after the last of them. */
  readonly unfinished: boolean
}

/** How far back the occurrences of a rule are made again. */
const yearsBack = 1

/** Every occurrence of a schedule in the city's zone; of a rule, those of a year back and as far ahead as is made. */
export const expand = (schedule: Schedule, today: Temporal.PlainDate, zone: string): Expansion => {
  if (schedule.kind === "any-time") return { occurrences: [], since: null, unfinished: false }
  if (schedule.kind === "dates") return ofDates(schedule.dates, zone)
  const { days, since, unfinished } = daysOf(schedule, today)
  const parts = rulePartsOf(schedule)
  return {
    occurrences: days.map((day) => {
      const { start, end } = rulePartOn(parts, day.toString())
      return planned({ first: day, last: day, start, end }, zone)
    }),
    since,
    unfinished,
  }
}

const undetermined: Planned = {
  firstDay: null,
  lastDay: null,
  startsAt: null,
  endsAt: null,
  overAt: null,
  precision: "undetermined",
}

const ofDates = (dates: readonly Span[], zone: string): Expansion => {
  const spans = new Map(dates.map((span) => [`${span.first} ${span.start ?? ""} ${span.last}`, span]))
  const ordered = [...spans.keys()].sort().map((key) => spans.get(key) as Span)
  const occurrences = ordered.map(({ first, last, start, end }) =>
    planned({ first: Temporal.PlainDate.from(first), last: Temporal.PlainDate.from(last), start, end }, zone),
  )
  return {
    occurrences: occurrences.length > 0 ? occurrences : [undetermined],
    since: null,
    unfinished: false,
  }
}

type Days = {
  readonly first: Temporal.PlainDate
  readonly last: Temporal.PlainDate
  readonly start: string | undefined
  readonly end: string | undefined
}

const planned = ({ first, last, start, end }: Days, zone: string): Planned => {
  const at = (day: Temporal.PlainDate, time: string) =>
    day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
  const endsAt = end ? at(last, end) : null
  return {
    firstDay: first,
    lastDay: last,
    startsAt: start ? at(first, start) : null,
    endsAt,
    overAt: endsAt ?? at(last.add({ days: 1 }), "00:00"),
    precision: start ? "time" : "day",
  }
}

/** The days of a rule, in order, each once. */
const daysOf = (rule: Rule, today: Temporal.PlainDate) => {
  const since = today.subtract({ years: yearsBack })
  const horizon = today.add({ years: mostYears })
  const until = rule.until ? Temporal.PlainDate.from(rule.until) : null
  const end = until && Temporal.PlainDate.compare(until, horizon) <= 0 ? until : horizon
  const except = new Set(rule.except)
  const found = new Set([...ruleDays(rule, since, end), ...rule.extra])
  const days = [...found]
    .filter((day) => !except.has(day) && day >= since.toString() && day <= horizon.toString())
    .sort()
  const past = days.filter((day) => day < today.toString()).length
  const kept = days.slice(0, past + mostOccurrences)
  const goesOn = rule.count === undefined && (until === null || end !== until)
  return {
    days: kept.map((day) => Temporal.PlainDate.from(day)),
    since,
    unfinished: goesOn || kept.length < days.length,
  }
}

// Days have no zone: the rule is worked out at midnight UTC, where every day has one.
const midnight = (day: string | Temporal.PlainDate): Temporal.ZonedDateTime =>
  Temporal.PlainDate.from(day).toZonedDateTime("UTC")

/** The days of all parts, one after the other; a number of times is counted through them. */
const ruleDays = (rule: Rule, since: Temporal.PlainDate, end: Temporal.PlainDate): string[] => {
  let left = rule.count
  return rulePartsOf(rule).flatMap((part) => {
    const days = partDays(part, left, since, end)
    // What lies before `since` counts as well.
    if (left !== undefined) left -= partDays(part, left, Temporal.PlainDate.from(part.first), end).length
    return days
  })
}

const partDays = (
  part: RulePart,
  count: number | undefined,
  since: Temporal.PlainDate,
  end: Temporal.PlainDate,
): string[] => {
  const last = part.last !== null && part.last < end.toString() ? part.last : end.toString()
  const from = part.first > since.toString() ? part.first : since.toString()
  if (from > last || count === 0) return []
  const calendar = new RRuleTemporal<Temporal.ZonedDateTime>({
    temporal: Temporal,
    dtstart: midnight(part.first),
    interval: part.interval,
    wkst: "MO",
    ...frequency(part),
    ...(count === undefined ? {} : { count }),
  })
  return calendar.between(midnight(from), midnight(last), true).map((at) => at.toPlainDate().toString())
}

const weekdayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const
const weekdayName = (weekday: number): string => weekdayNames[weekday - 1] ?? "MO"

type Frequency = { readonly freq: Freq; readonly byDay?: string[]; readonly byMonthDay?: number[] }

const frequency = (rule: RulePart): Frequency => {
  const first = Temporal.PlainDate.from(rule.first)
  switch (rule.repeat) {
    case "daily":
      return { freq: "DAILY" }
    case "weekly": {
      const weekdays = rule.weekdays?.length ? rule.weekdays : [first.dayOfWeek]
      return { freq: "WEEKLY", byDay: weekdays.map(weekdayName) }
    }
    case "monthly-by-day":
      return { freq: "MONTHLY", byMonthDay: [first.day] }
    case "monthly-by-weekday":
      return { freq: "MONTHLY", byDay: [`${weekOfMonth(first)}${weekdayName(first.dayOfWeek)}`] }
  }
}

/** Which of its weekday in the month a day is; -1 is the last: no month may be left out because it has no fifth. */
export const weekOfMonth = (day: Temporal.PlainDate): number => (day.day > 28 ? -1 : Math.ceil(day.day / 7))
