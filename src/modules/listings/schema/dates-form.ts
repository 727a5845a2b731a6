import { z } from "zod"
import { isId } from "#kernel/ids.ts"
import { readDay, readTime } from "#web/day-input.ts"
import { list, optionalText } from "#web/forms.ts"
import { mostYears } from "./schedule.ts"

export const dateChanges = ["cancelled", "postponed", "moved", "planned"] as const

/** Where a date is moved. */
export type NewTime = {
  readonly day: Temporal.PlainDate
  readonly start: Temporal.PlainTime | null
  readonly end: Temporal.PlainTime | null
}

export type DatesInput = {
  readonly change: (typeof dateChanges)[number]
  /** Ids of occurrences, or all that are to come. */
  readonly which: readonly string[] | "all"
  readonly reason: string
  readonly to: NewTime | null
}

const raw = z.object({
  change: z.enum(dateChanges),
  all: z.string().optional(),
  which: list(z.string()),
  reason: optionalText(500),
  "to.day": z.string().default(""),
  "to.start": z.string().default(""),
  "to.end": z.string().default(""),
})

type Report = (path: string, message: string) => void

/** Which dates, what happens to them, and why: people who read it want to know. */
export const datesForm = (today: Temporal.PlainDate) =>
  raw.transform((typed, context): DatesInput => {
    const report: Report = (path, message) => context.addIssue({ code: "custom", path: [path], message })
    const { change, reason } = typed
    const which = typed.all === "yes" ? "all" : typed.which
    if (which !== "all" && which.length === 0) report("which", "listings:error.which")
    if (which !== "all" && !which.every(isId)) report("which", "web:error.choice")
    if (reason === "" && (change === "cancelled" || change === "postponed"))
      report("reason", "listings:error.dates-reason")
    if (change !== "moved") return { change, which, reason, to: null }
    if (which === "all" || which.length > 1) report("which", "listings:error.move-one")
    return { change, which, reason, to: newTime(typed, today, report) }
  })

const newTime = (typed: z.output<typeof raw>, today: Temporal.PlainDate, report: Report): NewTime | null => {
  const day = readDay(typed["to.day"])
  const start = typed["to.start"] ? readTime(typed["to.start"]) : null
  const end = typed["to.end"] ? readTime(typed["to.end"]) : null
  if (start === undefined) report("to.start", "web:error.time")
  if (end === undefined) report("to.end", "web:error.time")
  if (end && start === null) report("to.start", "listings:error.start-missing")
  if (start && end && Temporal.PlainTime.compare(start, end) >= 0)
    report("to.end", "web:error.end-before-start")
  if (!day) {
    report("to.day", "web:error.day")
    return null
  }
  if (Temporal.PlainDate.compare(day, today) < 0) report("to.day", "listings:error.move-past")
  if (Temporal.PlainDate.compare(day, today.add({ years: mostYears })) > 0)
    report("to.day", "listings:error.too-far")
  return { day, start: start ?? null, end: end ?? null }
}
