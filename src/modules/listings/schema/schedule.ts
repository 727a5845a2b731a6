import { z } from "zod"

// When something takes place, as its organiser gave it. Occurrences are made from it in expansion.ts.

/** Monday to Sunday, as `Temporal` counts them. */
const isoWeekday = z.number().int().min(1).max(7)
const isoDay = z.iso.date()
const isoTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Times of a day. Without an end, none was stated. */
const times = { start: isoTime.optional(), end: isoTime.optional() }

/** One day, or several in a row; an end belongs to the last of them. */
const span = z
  .object({ first: isoDay, last: isoDay, ...times })
  .refine(({ first, last }) => first <= last, { path: ["last"], error: "listings:error.last-before-first" })
  .refine(({ start, end }) => start !== undefined || end === undefined, {
    path: ["start"],
    error: "listings:error.start-missing",
  })
  .refine(({ first, last, start, end }) => first < last || inOrder(start, end), {
    path: ["end"],
    error: "web:error.end-before-start",
  })

export const repeats = ["daily", "weekly", "monthly-by-day", "monthly-by-weekday"] as const

/** At most so many occurrences lie ahead, and none further than so many years. */
export const mostOccurrences = 400
export const mostYears = 3
/** Single dates that one listing may name. */
export const mostDates = 100
/** How often a rule may change in the middle. */
export const mostChanges = 12

const pattern = {
  ...times,
  repeat: z.enum(repeats),
  interval: z.number().int().min(1).max(52),
  /** Of a weekly rule; none: the weekday of the first day. */
  weekdays: z.array(isoWeekday).optional(),
}

/** From a day on it repeats in another way, or at another time. */
const change = z
  .object({ from: isoDay, ...pattern })
  .refine(({ start, end }) => start !== undefined || end === undefined, {
    path: ["start"],
    error: "listings:error.start-missing",
  })
  .refine(({ start, end }) => inOrder(start, end), { path: ["end"], error: "web:error.end-before-start" })

const rule = z
  .object({
    kind: z.literal("rule"),
    first: isoDay,
    ...pattern,
    until: isoDay.optional(),
    count: z.number().int().min(1).max(mostOccurrences).optional(),
    except: z.array(isoDay).max(mostDates),
    extra: z.array(isoDay).max(mostDates),
    /** In the order of their days; none: it stays as it began. */
    changes: z.array(change).max(mostChanges).optional(),
  })
  .refine(({ start, end }) => start !== undefined || end === undefined, {
    path: ["start"],
    error: "listings:error.start-missing",
  })
  .refine(({ start, end }) => inOrder(start, end), { path: ["end"], error: "web:error.end-before-start" })
  .refine(({ first, until }) => until === undefined || first <= until, {
    path: ["until"],
    error: "listings:error.last-before-first",
  })
  .refine(({ until, count }) => until === undefined || count === undefined, {
    path: ["count"],
    error: "listings:error.until-or-count",
  })
  .superRefine(({ first, until, changes = [] }, context) => {
    const report = (row: number, message: string) =>
      context.addIssue({ code: "custom", path: ["changes", row, "from"], message })
    for (const [row, { from }] of changes.entries()) {
      if (from <= (changes[row - 1]?.from ?? first)) report(row, "listings:error.change-order")
      else if (until !== undefined && from > until) report(row, "listings:error.change-after-end")
    }
  })

/** `dates` without any date: it has days, but nobody has said which. 随時 is `any-time`. */
export const schedule = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("dates"), dates: z.array(span).max(mostDates) }),
  rule,
  z.object({ kind: z.literal("any-time") }),
])

export type Schedule = z.infer<typeof schedule>
export type Span = z.infer<typeof span>
export type Rule = z.infer<typeof rule>
export type Repeat = Rule["repeat"]
export type RuleChange = NonNullable<Rule["changes"]>[number]

function inOrder(start: string | undefined, end: string | undefined): boolean {
  return start === undefined || end === undefined || start < end
}
