import type { Content } from "./content.ts"
import { detailFields, type Details } from "./details.ts"
import type { Rule, RuleChange, Schedule, Span } from "./schedule.ts"

/** What the fields of the form hold: the reverse of form.ts. Several boxes of one name are lists. */
export type TypedValues = Readonly<Record<string, string | readonly string[]>>

export const typedOf = (content: Content, zone: string): TypedValues => ({
  kind: content.kind,
  title: content.title,
  titleKana: content.titleKana,
  what: content.what,
  forWhom: content.forWhom,
  howToJoin: content.howToJoin,
  ...ofSchedule(content.schedule),
  placeName: content.placeName,
  placeAddress: content.placeAddress,
  online: content.online ? "yes" : "",
  scope: content.scope === "unknown" ? "" : content.scope,
  areas: content.areaCodes,
  fields: content.fields.map(String),
  fee: content.fee,
  capacity: content.capacity,
  ...ofDeadline(content.applyBy, zone),
  ...ofDetails(content.details),
  ...ofStart(content.details.applyFrom, zone),
  contact: content.contact,
  link: content.link,
  "english.title": content.english.title,
  "english.what": content.english.what,
  "english.howToJoin": content.english.howToJoin,
})

/** A deadline at midnight is the end of the day before: that is how people say it. */
export const deadlineOf = (
  applyBy: Temporal.Instant,
  zone: string,
): { readonly day: Temporal.PlainDate; readonly time: Temporal.PlainTime | null } => {
  const local = applyBy.toZonedDateTimeISO(zone)
  const time = local.toPlainTime()
  const day = local.toPlainDate()
  return time.equals("00:00") ? { day: day.subtract({ days: 1 }), time: null } : { day, time }
}

const ofDeadline = (applyBy: Temporal.Instant | null, zone: string): TypedValues => {
  if (!applyBy) return { "apply.day": "", "apply.time": "" }
  const { day, time } = deadlineOf(applyBy, zone)
  return {
    "apply.day": day.toString(),
    "apply.time": time?.toString({ smallestUnit: "minute" }) ?? "",
  }
}

/** The first day on which one can apply, and the time where one was given. */
export const startOf = (
  applyFrom: string,
  zone: string,
): { readonly day: Temporal.PlainDate; readonly time: Temporal.PlainTime | null } => {
  const local = Temporal.Instant.from(applyFrom).toZonedDateTimeISO(zone)
  const time = local.toPlainTime()
  return { day: local.toPlainDate(), time: time.equals("00:00") ? null : time }
}

const ofStart = (applyFrom: string | null, zone: string): TypedValues => {
  if (!applyFrom) return { "applyFrom.day": "", "applyFrom.time": "" }
  const { day, time } = startOf(applyFrom, zone)
  return {
    "applyFrom.day": day.toString(),
    "applyFrom.time": time?.toString({ smallestUnit: "minute" }) ?? "",
  }
}

/** Words that share one line go back into it; what is ticked stays a list. */
const inOneLine: ReadonlySet<string> = new Set(["districts", "skills", "media"])

const ofDetails = (details: Details): TypedValues =>
  Object.fromEntries(
    (Object.keys(detailFields) as (keyof typeof detailFields)[]).map((name) => {
      const value = details[name]
      if (Array.isArray(value)) return [name, inOneLine.has(name) ? value.join("、") : value]
      return [name, value === null ? "" : String(value)]
    }),
  )

const ofSchedule = (schedule: Schedule): TypedValues => {
  if (schedule.kind === "any-time") return { "schedule.way": "any-time" }
  if (schedule.kind === "rule") return { "schedule.way": "rule", ...ofRule(schedule) }
  return Object.assign({ "schedule.way": "dates" }, ...schedule.dates.map(ofSpan)) as TypedValues
}

const ofSpan = ({ first, last, start = "", end = "" }: Span, row: number): TypedValues => ({
  [`schedule.dates.${row}.first`]: first,
  [`schedule.dates.${row}.last`]: last === first ? "" : last,
  [`schedule.dates.${row}.start`]: start,
  [`schedule.dates.${row}.end`]: end,
})

const ofRule = (rule: Rule): TypedValues => ({
  "schedule.rule.first": rule.first,
  "schedule.rule.start": rule.start ?? "",
  "schedule.rule.end": rule.end ?? "",
  "schedule.rule.repeat": rule.repeat,
  "schedule.rule.interval": String(rule.interval),
  "schedule.rule.weekdays": (rule.weekdays ?? []).map(String),
  "schedule.rule.until": rule.until ?? "",
  "schedule.rule.count": rule.count === undefined ? "" : String(rule.count),
  "schedule.rule.except": rule.except.join("\n"),
  "schedule.rule.extra": rule.extra.join("\n"),
  ...Object.assign({}, ...(rule.changes ?? []).map(ofChange)),
})

const ofChange = (change: RuleChange, row: number): TypedValues => ({
  [`schedule.changes.${row}.from`]: change.from,
  [`schedule.changes.${row}.start`]: change.start ?? "",
  [`schedule.changes.${row}.end`]: change.end ?? "",
  [`schedule.changes.${row}.repeat`]: change.repeat,
  [`schedule.changes.${row}.interval`]: String(change.interval),
  [`schedule.changes.${row}.weekdays`]: (change.weekdays ?? []).map(String),
})

/** As one text a field: for setting two versions side by side and for the audit. */
export const asTexts = (typed: TypedValues): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [
      name,
      typeof value === "string" ? value : value.join("、"),
    ]),
  )

/** X16: what a correction changed, each with the old and the new value. */
export const changesBetween = (before: TypedValues, after: TypedValues): Record<string, [string, string]> => {
  const [old, next] = [asTexts(before), asTexts(after)]
  const names = new Set([...Object.keys(old), ...Object.keys(next)])
  return Object.fromEntries(
    [...names]
      .map((name) => [name, [old[name] ?? "", next[name] ?? ""]] as const)
      .filter(([, [a, b]]) => a !== b),
  ) as Record<string, [string, string]>
}
