import type { Content } from "./content.ts"
import { weekOfMonth } from "./expansion.ts"
import type { Rule, Schedule, Span } from "./schedule.ts"

const dayFrom = (day: string): Temporal.PlainDate => Temporal.PlainDate.from(day)

/** What an event of last year would be this year: its dates lie ahead, on the same weekday of the same week of the month. */
export const nextYear = (content: Content, today: Temporal.PlainDate): Content => {
  const first = firstDayOf(content.schedule)
  if (!first) return { ...content, applyBy: null }
  const days = first.until(yearOn(first, today)).days
  return {
    ...content,
    schedule: moved(content.schedule, days, today),
    applyBy: content.applyBy?.add({ hours: days * 24 }) ?? null,
  }
}

const firstDayOf = (schedule: Schedule): Temporal.PlainDate | null => {
  if (schedule.kind === "any-time") return null
  const first = schedule.kind === "rule" ? schedule.first : schedule.dates.map(({ first }) => first).sort()[0]
  return first ? dayFrom(first) : null
}

/** The second Saturday of May stays the second Saturday of May; a fifth one becomes the last. */
export const yearOn = (day: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate => {
  let next = sameWeekday(day, day.year + 1)
  while (Temporal.PlainDate.compare(next, today) < 0) next = sameWeekday(day, next.year + 1)
  return next
}

const sameWeekday = (day: Temporal.PlainDate, year: number): Temporal.PlainDate => {
  const week = weekOfMonth(day)
  const month = day.with({ day: 1 }).with({ year })
  const first = month.add({ days: (day.dayOfWeek - month.dayOfWeek + 7) % 7 })
  if (week > 0) return first.add({ weeks: week - 1 })
  const fifth = first.add({ weeks: 4 })
  return fifth.month === first.month ? fifth : first.add({ weeks: 3 })
}

const moved = (schedule: Schedule, days: number, today: Temporal.PlainDate): Schedule => {
  switch (schedule.kind) {
    case "any-time":
      return schedule
    case "dates":
      return { ...schedule, dates: schedule.dates.map((span) => movedSpan(span, today)) }
    case "rule":
      return movedRule(schedule, days)
  }
}

const movedSpan = (span: Span, today: Temporal.PlainDate): Span => {
  const first = yearOn(dayFrom(span.first), today)
  const length = dayFrom(span.first).until(dayFrom(span.last))
  return { ...span, first: first.toString(), last: first.add(length).toString() }
}

/** A rule by the date of the month keeps the date; exceptions were for last year's holidays. */
const movedRule = ({ changes, ...rule }: Rule, days: number): Rule => {
  const on = (day: string): string => dayFrom(day).add({ days }).toString()
  const sameDate = (day: string): string =>
    dayFrom(day)
      .add({ years: Math.round(days / 365.25) })
      .toString()
  const first = rule.repeat === "monthly-by-day" ? sameDate(rule.first) : on(rule.first)
  return {
    ...rule,
    first,
    ...(rule.until
      ? { until: rule.repeat === "monthly-by-day" ? sameDate(rule.until) : on(rule.until) }
      : {}),
    except: [],
    extra: [],
    ...(changes ? { changes: changes.map((change) => ({ ...change, from: on(change.from) })) } : {}),
  }
}
