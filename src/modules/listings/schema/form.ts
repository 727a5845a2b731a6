import { z } from "zod"
import { dayOf } from "#kernel/clock.ts"
import type { City } from "#kernel/city.ts"
import { toKatakana } from "#kernel/text.ts"
import { readDay, readTime } from "#web/day-input.ts"
import { line, list, optionalLine, optionalLink, optionalText, version } from "#web/forms.ts"
import { ownKinds, type Content, type Kind } from "./content.ts"
import { detailFields, pickDetails } from "./details.ts"
import { onlyAsked } from "./parts.ts"
import { scheduleForm } from "./schedule-form.ts"

/** What the form can be asked to do with what stands in it. */
export const intents = ["draft", "publish", "preview"] as const

/** Names of fields such as `schedule.dates.0.first`, as nested values; other dotted names are nobody's. */
const dated = /^schedule\.dates\.(\d{1,2})\.(first|last|start|end)$/
const changed = /^schedule\.changes\.(\d{1,2})\.([a-z]+)$/
const ruled = /^schedule\.rule\.([a-z]+)$/

const nest = (flat: unknown): unknown => {
  const dates: Record<string, Record<string, unknown>> = {}
  const rule: Record<string, unknown> = {}
  const changes: Record<string, Record<string, unknown>> = {}
  for (const [name, value] of Object.entries(flat as Record<string, unknown>)) {
    const [, row, part] = dated.exec(name) ?? []
    if (row && part) dates[row] = { ...dates[row], [part]: value }
    const [, change, changePart] = changed.exec(name) ?? []
    if (change && changePart) changes[change] = { ...changes[change], [changePart]: value }
    const [, rulePart] = ruled.exec(name) ?? []
    if (rulePart) rule[rulePart] = value
  }
  const { "schedule.way": way, ...rest } = flat as Record<string, unknown>
  return { ...rest, schedule: { way, dates, rule, changes } }
}

const yes = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes")

/** Without a time one can apply from the morning of the first day on, and until the last day is over. */
const bound = (zone: string, untimed: "begins" | "ends") =>
  z.object({ day: z.string().optional(), time: z.string().optional() }).transform((typed, context) => {
    const report = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message })
    if (!typed.day && !typed.time) return null
    const day = readDay(typed.day ?? "")
    if (!day || day.year < 2000) report("day", "web:error.day")
    const time = typed.time ? readTime(typed.time) : undefined
    if (typed.time && !time) report("time", "web:error.time")
    if (!day) return null
    return (time || untimed === "begins" ? day : day.add({ days: 1 }))
      .toZonedDateTime({ timeZone: zone, ...(time ? { plainTime: time } : {}) })
      .toInstant()
  })

/** The areas that can be chosen: the wards, or none where the city is one area. */
export const choosableAreas = (city: City) =>
  city.firstLevel === "ward" ? city.areas.filter(({ level }) => level === "ward") : []

/** Everything typed is read at once, so that every mistake is told at once. What publishing needs, commands ask. */
export const listingForm = (city: City, now: Temporal.Instant, allowed: readonly Kind[] = ownKinds) => {
  const codes = new Set(choosableAreas(city).map(({ code }) => code))
  const fields = z
    .object({
      intent: z.enum(intents).default("publish"),
      _version: version().optional(),
      kind: z
        .string()
        .refine((kind): kind is Kind => allowed.some((each) => each === kind), "web:error.choice"),
      title: line(100),
      titleKana: optionalLine(200).transform(toKatakana),
      what: optionalText(4000),
      forWhom: optionalText(500),
      howToJoin: optionalText(2000),
      placeName: optionalLine(100),
      placeAddress: optionalLine(200),
      online: yes,
      fee: optionalText(200),
      capacity: optionalText(100),
      contact: optionalText(300),
      link: optionalLink(),
      apply: bound(city.zone, "ends"),
      applyFrom: bound(city.zone, "begins"),
      scope: z
        .enum(["whole-city", "areas", "outside"])
        .or(z.literal("").transform(() => undefined))
        .optional(),
      areas: list(z.string()).refine((chosen) => chosen.every((code) => codes.has(code)), "web:error.choice"),
      fields: list(z.coerce.number().int()).refine(
        (numbers) => numbers.every((number) => number >= 1 && number <= 20),
        "web:error.choice",
      ),
      schedule: scheduleForm(dayOf(now, city.zone)),
      "english.title": optionalLine(200),
      "english.what": optionalText(8000),
      "english.howToJoin": optionalText(4000),
      ...detailFields,
    })
    .superRefine(inOrder)
    .transform(({ intent, _version, ...typed }) => ({ intent, version: _version, content: contentOf(typed) }))
  return z.preprocess((flat) => nestBounds(nest(onlyAsked(flat as Record<string, unknown>))), fields)
}

const nestBounds = (values: unknown): unknown => {
  const {
    "apply.day": day,
    "apply.time": time,
    "applyFrom.day": firstDay,
    "applyFrom.time": firstTime,
    ...rest
  } = values as Record<string, unknown>
  return { ...rest, apply: { day, time }, applyFrom: { day: firstDay, time: firstTime } }
}

type Bounds = {
  readonly apply: Temporal.Instant | null
  readonly applyFrom: Temporal.Instant | null
  readonly ageFrom: number | null
  readonly ageTo: number | null
}

/** What begins does so before it ends. */
const inOrder = ({ apply, applyFrom, ageFrom, ageTo }: Bounds, context: z.RefinementCtx): void => {
  const report = (path: string[], message: string) => context.addIssue({ code: "custom", path, message })
  if (apply && applyFrom && Temporal.Instant.compare(applyFrom, apply) >= 0)
    report(["apply", "day"], "listings:error.apply-before-start")
  if (ageFrom !== null && ageTo !== null && ageFrom > ageTo) report(["ageTo"], "listings:error.age-order")
}

type Typed = Omit<Content, "applyBy" | "scope" | "areaCodes" | "english" | "details"> &
  Parameters<typeof pickDetails>[0] & {
    readonly apply: Temporal.Instant | null
    readonly applyFrom: Temporal.Instant | null
    readonly scope?: "whole-city" | "areas" | "outside" | undefined
    readonly areas: readonly string[]
    readonly "english.title": string
    readonly "english.what": string
    readonly "english.howToJoin": string
  }

const contentOf = (typed: Typed): Content => ({
  kind: typed.kind,
  title: typed.title,
  titleKana: typed.titleKana,
  what: typed.what,
  forWhom: typed.forWhom,
  howToJoin: typed.howToJoin,
  placeName: typed.placeName,
  placeAddress: typed.placeAddress,
  online: typed.online,
  fee: typed.fee,
  capacity: typed.capacity,
  contact: typed.contact,
  link: typed.link,
  schedule: typed.schedule,
  fields: [...new Set(typed.fields)].sort((a, b) => a - b),
  applyBy: typed.apply,
  scope: typed.scope ?? "unknown",
  areaCodes: typed.scope === "areas" ? [...new Set(typed.areas)] : [],
  details: pickDetails(typed, typed.applyFrom),
  english: {
    title: typed["english.title"],
    what: typed["english.what"],
    howToJoin: typed["english.howToJoin"],
  },
})

export type ListingInput = z.output<ReturnType<typeof listingForm>>

export const withdrawalForm = z.object({ reason: optionalText(500) })

/** What the office says when it hides or removes; for a reinstatement nothing. */
export const officeForm = z.object({
  reason: optionalText(500).refine((reason) => reason !== "", "listings:error.reason"),
})
export const reinstatementForm = z.object({})

/** What the office asks a group to change before it is public. */
export const returnForm = z.object({
  reason: optionalText(1000).refine((reason) => reason !== "", "listings:error.return-reason"),
})
export const preApprovalForm = z.object({ approved: z.enum(["yes", "no"]) })
