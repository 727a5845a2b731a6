import { z } from "zod"
import { line, list, optionalLine, optionalLink, optionalText, text, version } from "#web/forms.ts"
import { kana, mail, phone, type ContactItem, type Profile } from "./form.ts"

/** What a reader may propose anew: what stands on the public page as text. */
export const proposable = [
  "name",
  "kana",
  "purpose",
  "activities",
  "contactName",
  "contactPhone",
  "contactFax",
  "contactMail",
  "contactAddress",
  "website",
] as const satisfies readonly (keyof Profile)[]

export type Proposable = (typeof proposable)[number]
export type Proposal = Readonly<Partial<Record<Proposable, string>>>

const itemOf: Readonly<Partial<Record<Proposable, ContactItem>>> = {
  contactName: "name",
  contactPhone: "phone",
  contactFax: "fax",
  contactMail: "mail",
  contactAddress: "address",
  website: "website",
}

/** What the public may know of a profile: what a group keeps to itself cannot be proposed, nor be told. */
export const publicTexts = (profile: Profile): Proposal =>
  Object.fromEntries(
    proposable
      .filter((field) => {
        const item = itemOf[field]
        return item === undefined || profile.shown.includes(item)
      })
      .map((field) => [field, profile[field]]),
  )

/** By the rules of the group's own form. */
const rules: Readonly<Record<Proposable, z.ZodType<string>>> = {
  name: line(100),
  kana,
  purpose: text(2000),
  activities: optionalText(2000),
  contactName: optionalLine(100),
  contactPhone: phone,
  contactFax: phone,
  contactMail: mail,
  contactAddress: optionalLine(200),
  website: optionalLink(),
}

type Read = { readonly proposed: Proposal; readonly errors: Readonly<Record<string, string>> }

/** What was changed among the typed values, as it would be kept, and what breaks a rule. */
export const readProposal = (typed: Readonly<Record<string, unknown>>, known: Proposal): Read => {
  const proposed: Partial<Record<Proposable, string>> = {}
  const errors: Record<string, string> = {}
  for (const field of proposable) {
    const value = typed[field]
    if (known[field] === undefined || typeof value !== "string") continue
    const read = rules[field].safeParse(value)
    if (value === known[field]) continue
    if (!read.success) errors[field] = read.error.issues[0]?.message ?? "web:error.invalid"
    else if (read.data !== known[field]) proposed[field] = read.data
  }
  return { proposed, errors }
}

export const changeRequestForm = z.object({
  ...Object.fromEntries(proposable.map((field) => [field, z.string().optional()] as const)),
  over: z
    .literal("yes")
    .optional()
    .transform((value) => value === "yes"),
  word: optionalText(1000),
  address: mail,
})

export const settlementForm = z.object({
  _version: version(),
  accepted: list(z.string()).transform((names) => proposable.filter((field) => names.includes(field))),
  answer: optionalText(1000),
})
