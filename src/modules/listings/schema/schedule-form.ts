import { z } from "zod"
import { readDay, readTime } from "#web/day-input.ts"
import { mostChanges, mostDates, mostYears, repeats, schedule, type Schedule } from "./schedule.ts"

// From the rows and boxes of the form to a schedule. Parts that were not chosen are not looked at, and stay typed.

export const ways = ["dates", "rule", "any-time"] as const

const field = z.string().optional()
const row = z.object({ first: field, last: field, start: field, end: field })
export type TypedSpan = z.infer<typeof row>

const typedRule = z.object({
  first: field,
  start: field,
  end: field,
  repeat: field,
  interval: field,
  weekdays: z.union([z.string(), z.array(z.string())]).optional(),
  until: field,
  count: field,
  except: field,
  extra: field,
})

const typedChange = z.object({
  from: field,
  start: field,
  end: field,
  repeat: field,
  interval: field,
  weekdays: z.union([z.string(), z.array(z.string())]).optional(),
})
type TypedChange = z.infer<typeof typedChange>

type Report = (path: string, message: string) => void

/** The form's way, rows and rule; issues come back under the names of its fields. */
export const scheduleForm = (today: Temporal.PlainDate) =>
  z
    .object({
      way: z.enum(ways).default("dates"),
      dates: z.record(z.string(), row).default({}),
      rule: typedRule.default({}),
      changes: z.record(z.string(), typedChange).default({}),
    })
    .transform((typed, context): Schedule => {
      const report: Report = (path, message) =>
        context.addIssue({ code: "custom", path: path.split("."), message })
      if (typed.way === "any-time") return { kind: "any-time" }
      return typed.way === "dates"
        ? readDates(typed.dates, today, report)
        : readRule(typed.rule, typed.changes, today, report)
    })

const isBlank = (typed: Readonly<Record<string, unknown>>): boolean =>
  Object.values(typed).every((value) => value === undefined || value === "")

const readDates = (
  rows: Readonly<Record<string, TypedSpan>>,
  today: Temporal.PlainDate,
  report: Report,
): Schedule => {
  const dates = []
  for (const [number, typed] of Object.entries(rows).slice(0, mostDates)) {
    if (isBlank(typed)) continue
    const at: Report = (path, message) => report(`dates.${number}.${path}`, message)
    const first = dayAt("first", typed.first, today, at)
    const last = typed.last ? dayAt("last", typed.last, today, at) : first
    const candidate = { first, last, ...timesOf(typed, at) }
    const parsed = schedule.safeParse({ kind: "dates", dates: [candidate] })
    if (parsed.success && parsed.data.kind === "dates") dates.push(...parsed.data.dates)
    else if (first && last) reportAll(parsed.error, (path) => path.slice(2).join("."), at)
  }
  return { kind: "dates", dates }
}

const readRule = (
  typed: z.infer<typeof typedRule>,
  typedChanges: Readonly<Record<string, TypedChange>>,
  today: Temporal.PlainDate,
  reportAny: Report,
): Schedule => {
  const report: Report = (path, message) => reportAny(`rule.${path}`, message)
  const first = dayAt("first", typed.first, today, report)
  const until = typed.until ? dayAt("until", typed.until, null, report) : undefined
  const candidate = {
    kind: "rule",
    first,
    ...timesOf(typed, report),
    repeat: chosen(typed.repeat, repeats) ?? report("repeat", "web:error.choice"),
    interval: numberAt("interval", typed.interval || "1", report),
    weekdays: [typed.weekdays ?? []].flat().map(Number),
    ...(until ? { until } : {}),
    ...(typed.count ? { count: numberAt("count", typed.count, report) } : {}),
    except: listAt("except", typed.except, report),
    extra: listAt("extra", typed.extra, report),
  }
  const { rows, changes } = readChanges(typedChanges, reportAny)
  const parsed = schedule.safeParse(changes.length > 0 ? { ...candidate, changes } : candidate)
  if (parsed.success) return parsed.data
  const nameOf = ([part, row, name = "from"]: string[]) =>
    part === "changes" ? `changes.${rows[Number(row)]}.${name}` : `rule.${part ?? "first"}`
  if (first) reportAll(parsed.error, nameOf, reportAny)
  return { kind: "any-time" }
}

/** Rows in which a day stands; the repeat of a row that says none is weekly. Each keeps the number of its row. */
const readChanges = (typed: Readonly<Record<string, TypedChange>>, reportAny: Report) => {
  const rows = Object.entries(typed)
    .filter(([, { from, start, end, weekdays }]) => !isBlank({ from, start, end, weekdays }))
    .slice(0, mostChanges)
  const changes = rows.map(([number, row]) => {
    const report: Report = (path, message) => reportAny(`changes.${number}.${path}`, message)
    return {
      from: dayAt("from", row.from, null, report),
      ...timesOf(row, report),
      repeat: chosen(row.repeat || "weekly", repeats) ?? report("repeat", "web:error.choice"),
      interval: numberAt("interval", row.interval || "1", report),
      weekdays: [row.weekdays ?? []].flat().map(Number),
    }
  })
  return { rows: rows.map(([number]) => number), changes }
}

/** What the schedule itself refuses; what could not be read was reported before. */
const reportAll = (
  error: z.ZodError | undefined,
  nameOf: (path: string[]) => string,
  report: Report,
): void => {
  for (const { path, message } of error?.issues ?? [])
    if (message.includes(":") && !message.includes(" ")) report(nameOf(path.map(String)), message)
}

const chosen = <T extends string>(value: string | undefined, all: readonly T[]): T | undefined =>
  all.find((each) => each === value)

/** A day that is not too far ahead (null: however far), or nothing and a message. */
const dayAt = (
  path: string,
  typed: string | undefined,
  today: Temporal.PlainDate | null,
  report: Report,
): string | undefined => {
  const day = typed ? readDay(typed) : undefined
  if (!day || day.year < 2000) report(path, "web:error.day")
  else if (today && Temporal.PlainDate.compare(day, today.add({ years: mostYears })) > 0)
    report(path, "listings:error.too-far")
  return day?.toString()
}

const timesOf = (typed: { start?: string | undefined; end?: string | undefined }, report: Report) => ({
  ...timeAt("start", typed.start, report),
  ...timeAt("end", typed.end, report),
})

const timeAt = (
  path: "start" | "end",
  typed: string | undefined,
  report: Report,
): { start?: string; end?: string } => {
  if (!typed) return {}
  const time = readTime(typed)
  if (time) return { [path]: time.toString({ smallestUnit: "minute" }) }
  report(path, "web:error.time")
  return {}
}

const numberAt = (path: string, typed: string, report: Report): number => {
  const number = Number(typed.normalize("NFKC"))
  if (!Number.isInteger(number) || number < 1 || number > (path === "count" ? 400 : 52))
    report(path, "listings:error.number")
  return number
}

/** One day a line, or with 、 or commas between them. */
const listAt = (path: string, typed: string | undefined, report: Report): string[] => {
  const days = []
  for (const line of (typed ?? "").split(/[\n、,，]/).map((each) => each.trim())) {
    if (line === "") continue
    const day = readDay(line)
    if (day) days.push(day.toString())
    else report(path, "web:error.day")
  }
  return days
}
