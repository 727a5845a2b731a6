import { z } from "zod"
import { optionalLine, line, optionalText, version } from "#web/forms.ts"
import { readDay, readTime } from "#web/day-input.ts"
import { contentsFields, halfEasyTexts, halfTexts, isWhole, type Contents } from "./contents.ts"

export type PageKind = "page" | "faq" | "terms" | "purpose"

export type SitePage = {
  readonly id: string
  readonly slug: string
  readonly kind: PageKind
  readonly position: number
}

export type Version = {
  readonly id: string
  readonly pageId: string
  readonly number: number
  readonly contents: Contents
  readonly why: string
  readonly at: Temporal.Instant
  readonly accountId: string | null
  readonly publishAt: Temporal.Instant | null
  readonly asksConsent: boolean
}

/** Where a version stands at an instant. */
export type Standing = "draft" | "scheduled" | "public" | "past"

export const standingOf = (
  version: Pick<Version, "id" | "publishAt">,
  currentId: string | undefined,
  now: Temporal.Instant,
): Standing => {
  if (version.publishAt === null) return "draft"
  if (Temporal.Instant.compare(version.publishAt, now) > 0) return "scheduled"
  return version.id === currentId ? "public" : "past"
}

export const draftForm = z
  .object({
    ...contentsFields,
    why: line(300),
    _version: version(),
    intent: z.enum(["save", "preview"]).catch("save"),
  })
  .refine((input) => isWhole(input, "en"), halfTexts)
  .refine((input) => isWhole(input, "ja-easy"), halfEasyTexts)

/** A day and a time as typed, both or neither; the command knows the city's zone. */
export const publicationForm = z
  .object({
    when: z.enum(["now", "later"]),
    day: optionalLine(30),
    time: optionalLine(20),
    consent: optionalText(3).transform((value) => value === "yes"),
    _version: version(),
  })
  .transform((input, context) => {
    if (input.when === "now") return { ...input, at: null }
    const [day, time] = [readDay(input.day), readTime(input.time === "" ? "0:00" : input.time)]
    if (!day) context.addIssue({ code: "custom", path: ["day"], message: "web:error.day" })
    if (!time) context.addIssue({ code: "custom", path: ["time"], message: "web:error.time" })
    return day && time ? { ...input, at: day.toPlainDateTime(time) } : z.NEVER
  })

export const nothing = z.object({})
