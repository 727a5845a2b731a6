import { z } from "zod"
import { optionalLine, optionalText, text } from "#web/forms.ts"

/** Why a reader reports a listing. */
export const whys = ["outdated", "wrong", "harmful", "advertising", "duplicate", "other"] as const
export type Why = (typeof whys)[number]

/** What the office did about it. */
export const outcomes = ["kept", "mended", "hidden"] as const
export type Outcome = (typeof outcomes)[number]

const isAddress = (value: string): boolean => value === "" || z.email().safeParse(value).success

export const reportForm = z
  .object({
    why: z.enum(whys),
    text: optionalText(1000),
    address: optionalLine(200).refine(isAddress, "web:error.mail"),
  })
  .refine(({ why, text: said }) => why !== "other" || said !== "", {
    path: ["text"],
    error: "listings:error.report-text",
  })

export const decisionForm = z.object({ outcome: z.enum(outcomes), answer: text(1000) })
