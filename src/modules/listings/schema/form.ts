import { z } from "zod"
import { dayOf } from "#kernel/clock.ts"
import type { City } from "#kernel/city.ts"
import { toKatakana } from "#kernel/text.ts"
import { readDay, readTime } from "#web/day-input.ts"
import { line, list, optionalLine, optionalLink, optionalText, version } from "#web/forms.ts"
import { ownKinds, type Content } from "./content.ts"
import { scheduleForm } from "./schedule-form.ts"

/** What the form can be asked to do with what stands in it. */
export const intents = ["draft", "publish", "preview"] as const

/** Names of fields such as `schedule.dates.0.first`, as nested values; other dotted names are nobody's. */
const dated = /^schedule\.dates\.(\d{1,2})\.(first|last|start|end)$/
const ruled = /^schedule\.rule\.([a-z]+)$/

const nest = (flat: unknown): unknown => {
  const dates: Record<string, Record<string, unknown>> = {}
  const rule: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(flat as Record<string, unknown>)) {
    const [, row, part] = dated.exec(name) ?? []
    if (row && part) dates[row] = { ...dates[row], [part]: value }
    const [, rulePart] = ruled.exec(name) ?? []
    if (rulePart) rule[rulePart] = value
  }
  const { "schedule.way": way, ...rest } = flat as Record<string, unknown>
  return { ...rest, schedule: { way, dates, rule } }
}

const yes = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes")

const deadline = (zone: string) =>
  z.object({ day: z.string().optional(), time: z.string().optional() }).transform((typed, context) => {
    const report = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message })
    if (!typed.day && !typed.time) return null
    const day = readDay(typed.day ?? "")
    if (!day || day.year < 2000) report("day", "web:error.day")
    const time = typed.time ? readTime(typed.time) : undefined
    if (typed.time && !time) report("time", "web:error.time")
    if (!day) return null
    // Without a time one can apply until the day is over.
    return (time ? day : day.add({ days: 1 }))
      .toZonedDateTime({ timeZone: zone, ...(time ? { plainTime: time } : {}) })
      .toInstant()
  })

/** The areas that can be chosen: the wards, or none where the city is one area. */
export const choosableAreas = (city: City) =>
  city.firstLevel === "ward" ? city.areas.filter(({ level }) => level === "ward") : []

/** Everything typed is read at once, so that every mistake is told at once. What publishing needs, commands ask. */
export const listingForm = (city: City, now: Temporal.Instant) => {
  const codes = new Set(choosableAreas(city).map(({ code }) => code))
  const fields = z
    .object({
      intent: z.enum(intents).default("publish"),
      _version: version().optional(),
      kind: z.enum(ownKinds),
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
      apply: deadline(city.zone),
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
    })
    .transform(({ intent, _version, ...typed }) => ({ intent, version: _version, content: contentOf(typed) }))
  return z.preprocess((flat) => nestDeadline(nest(flat)), fields)
}

const nestDeadline = (values: unknown): unknown => {
  const { "apply.day": day, "apply.time": time, ...rest } = values as Record<string, unknown>
  return { ...rest, apply: { day, time } }
}

type Typed = Omit<Content, "applyBy" | "scope" | "areaCodes" | "english"> & {
  readonly apply: Temporal.Instant | null
  readonly scope?: "whole-city" | "areas" | "outside" | undefined
  readonly areas: readonly string[]
  readonly "english.title": string
  readonly "english.what": string
  readonly "english.howToJoin": string
}

const contentOf = ({ apply, scope, areas, ...typed }: Typed): Content => {
  const { "english.title": title, "english.what": what, "english.howToJoin": howToJoin, ...rest } = typed
  return {
    ...rest,
    fields: [...new Set(typed.fields)].sort((a, b) => a - b),
    applyBy: apply,
    scope: scope ?? "unknown",
    areaCodes: scope === "areas" ? [...new Set(areas)] : [],
    english: { title, what, howToJoin },
  }
}

export type ListingInput = z.output<ReturnType<typeof listingForm>>

export const withdrawalForm = z.object({ reason: optionalText(500) })

/** What the office says when it hides or removes; for a reinstatement nothing. */
export const officeForm = z.object({
  reason: optionalText(500).refine((reason) => reason !== "", "listings:error.reason"),
})
export const reinstatementForm = z.object({})
