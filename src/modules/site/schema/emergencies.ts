import { z } from "zod"
import { line, optionalLine, optionalText, text } from "#web/forms.ts"
import type { Contents } from "./contents.ts"
import { hasUnreadKanji } from "./readings.ts"

export const hours = ["3", "6", "12", "24", "72"] as const

const isGoodLink = (value: string): boolean => {
  if (value === "" || /^\/(?![/\\])/.test(value)) return true
  const url = URL.parse(value)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.hostname.includes(".")
}

const easy = (most: number) =>
  optionalText(most).refine((value) => !hasUnreadKanji(value), "site:error.reading")

/** Short on purpose: it stands on every page, on a phone too. */
export const emergencyForm = z.object({
  "title-ja": line(60),
  "body-ja": optionalText(200),
  "title-en": optionalLine(120),
  "body-en": optionalText(400),
  "title-ja-easy": easy(120),
  "body-ja-easy": easy(400),
  link: optionalLine(500).refine(isGoodLink, "site:error.link"),
  hours: z.enum(hours),
  why: text(300),
  serious: z.literal("yes", { error: "site:error.serious" }),
  confirmed: optionalText(3),
})

export type EmergencyInput = z.output<typeof emergencyForm>

export const emergencyContents = (input: EmergencyInput): Contents => ({
  ja: { title: input["title-ja"], body: input["body-ja"] },
  en: { title: input["title-en"], body: input["body-en"] },
  "ja-easy": { title: input["title-ja-easy"], body: input["body-ja-easy"] },
})

export const endForm = z.object({})
