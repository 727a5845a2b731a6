import { z } from "zod"
import { list, optionalText, text, version } from "#web/forms.ts"
import { profileFields } from "./form.ts"
import { decisions, registration, type Decision } from "./registration.ts"

const reasonText = optionalText(1000)
const hasReason = ({ reason }: { readonly reason: string }): boolean => reason !== ""
const noReason = { path: ["reason"], error: "organisations:error.reason" }

/** What an officer confirms before a registration is approved. */
export const checks = ["place", "purpose", "contact", "duplicate"] as const

const fieldReasons = Object.fromEntries(
  profileFields.map((field) => [`at-${field}`, optionalText(300)] as const),
)

const needsReason = (decision: Decision): boolean => "reason" in registration.events[decision]

export const decisionForm = z
  .object({
    _version: version(),
    decision: z.enum(decisions),
    reason: reasonText,
    note: optionalText(1000),
    checked: list(z.string()).transform((values) => checks.filter((each) => values.includes(each))),
    ...fieldReasons,
  })
  .refine(({ decision, reason }) => !needsReason(decision) || reason !== "", noReason)
  .refine(({ decision, checked }) => decision !== "approve" || checked.length === checks.length, {
    path: ["checked"],
    error: "organisations:error.checked",
  })

/** The reasons that an officer wrote at single fields, without the empty ones. */
export const reasonsAtFields = (input: Readonly<Record<string, unknown>>): Record<string, string> => {
  const reasons: Record<string, string> = {}
  for (const field of profileFields) {
    const reason = input[`at-${field}`]
    if (typeof reason === "string" && reason !== "") reasons[field] = reason
  }
  return reasons
}

export const suspensionForm = z
  .object({ reason: reasonText, note: optionalText(1000) })
  .refine(hasReason, noReason)
export const reinstatementForm = z.object({})
/** Its names differ from those of the suspension, beside which it stands on the page. */
export const closureForm = z.object({
  closing: text(1000),
  mistaken: z
    .literal("yes")
    .optional()
    .transform((value) => value === "yes"),
})
