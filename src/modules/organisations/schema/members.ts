import { z } from "zod"
import { line, optionalText, text } from "#web/forms.ts"
import { readDay } from "#web/day-input.ts"

export const memberRoles = ["representative", "editor"] as const

const address = /^[^\s@<>",;:\\()[\]]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/

/** Compared without regard to case or width. */
export const mailAddress = () =>
  line(200)
    .transform((value) => value.normalize("NFKC").toLowerCase())
    .refine((value) => address.test(value), "web:error.mail")

/** A day, or nothing: a term that has no end. */
const optionalDay = () =>
  optionalText(30).transform((value, context) => {
    if (value === "") return null
    const day = readDay(value)
    if (day) return day
    context.addIssue({ code: "custom", message: "web:error.day" })
    return z.NEVER
  })

export const invitationForm = z.object({
  address: mailAddress(),
  role: z.enum(memberRoles),
  until: optionalDay(),
  word: optionalText(500),
})

export const memberForm = z.object({ role: z.enum(memberRoles), until: optionalDay() })
export const removalForm = z.object({ word: optionalText(500) })

export const leavingForm = z.object({
  /** The membership that represents the group from now on. */
  successor: z.string().default(""),
  handOver: z
    .literal("yes")
    .optional()
    .transform((value) => value === "yes"),
})

export const recoveryForm = z.object({ address: mailAddress(), reason: text(1000) })
export const objectionForm = z.object({ words: text(1000) })
export const objectionDecisionForm = z.object({
  decision: z.enum(["uphold", "dismiss"]),
  answer: text(1000),
})
export const agreementForm = z.object({})

type Held = { readonly id: string; readonly role: (typeof memberRoles)[number] }

/** Would nobody represent the group, or nobody be left at all, if this one went? */
export const isSoleRepresentative = (members: readonly Held[], id: string): boolean => {
  const left = members.filter((member) => member.id !== id)
  const own = members.find((member) => member.id === id)
  return left.length === 0 || (own?.role === "representative" && !left.some(({ role }) => role === own.role))
}
