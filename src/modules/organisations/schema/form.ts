import { z } from "zod"
import { isKana, phoneKey, toKatakana } from "#kernel/text.ts"
import { list, optionalLink, optionalText, text, version } from "#web/forms.ts"
import { isField } from "./fields.ts"
import { decisions } from "./registration.ts"

export const organisationKinds = [
  "civic-group",
  "company",
  "school",
  "council",
  "neighbourhood-association",
  "facility",
  "other",
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** What a group says of itself. Areas are codes; `purposeEnglish` is the translation of `purpose`. */
export type Profile = {
  readonly name: string
  readonly kana: string
  readonly english: string
  readonly kind: OrganisationKind
  readonly mainArea: string
  readonly areas: readonly string[]
  readonly fields: readonly number[]
  readonly purpose: string
  readonly purposeEnglish: string
  readonly website: string
  readonly contactName: string
  readonly contactPhone: string
  readonly contactMail: string
  readonly contactPublic: boolean
}

export type ProfileField = keyof Profile

/** The order in which the fields stand on the form. */
export const profileFields = [
  "name",
  "kana",
  "english",
  "kind",
  "mainArea",
  "areas",
  "fields",
  "purpose",
  "purposeEnglish",
  "website",
  "contactName",
  "contactPhone",
  "contactMail",
  "contactPublic",
] as const satisfies readonly ProfileField[]

const katakana = (value: string): string => toKatakana(value).replaceAll(/\s+/g, " ")
const kana = text(200).transform(katakana).refine(isKana, "web:error.kana")
const draftKana = optionalText(200)
  .transform(katakana)
  .refine((value) => value === "" || isKana(value), "web:error.kana")

/** X11: full-width digits and the many dashes of a typed number. */
const plainNumber = (value: string): string =>
  value
    .normalize("NFKC")
    .replaceAll(/[‐‑‒–—―ー−]/g, "-")
    .replaceAll(/\s+/g, "")
const phone = optionalText(30)
  .transform(plainNumber)
  .refine((value) => value === "" || phoneKey(value) !== null, "web:error.phone")

const address = /^[^\s@<>",;:\\()[\]]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i
const mail = optionalText(200)
  .transform((value) => value.normalize("NFKC"))
  .refine((value) => value === "" || address.test(value), "web:error.mail")

// Errors belong to the whole list: its single boxes have no place for a message.
const fields = list(z.string())
  .transform((values) => unique(values.map(Number)))
  .refine((numbers) => numbers.every(isField), "web:error.choice")
const isAreaCode = (value: string): boolean => /^\d{6}$/.test(value)
const area = text(10).refine(isAreaCode, "organisations:error.area")
const areas = list(z.string())
  .transform(unique)
  .refine((codes) => codes.every(isAreaCode), "organisations:error.area")
const yes = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes")

const always = {
  _version: version().optional(),
  name: text(100),
  english: optionalText(200),
  kind: z.enum(organisationKinds),
  mainArea: area,
  areas,
  purposeEnglish: optionalText(4000),
  website: optionalLink(),
  contactPhone: phone,
  contactMail: mail,
  contactPublic: yes,
}

const whole = {
  ...always,
  kana,
  fields: fields.refine((chosen) => chosen.length > 0, "organisations:error.fields"),
  purpose: text(2000),
  contactName: text(100),
}

type Reach = { readonly contactPhone: string; readonly contactMail: string }
const reachable = ({ contactPhone, contactMail }: Reach): boolean => contactPhone !== "" || contactMail !== ""
const unreachable = { path: ["contactPhone"], error: "organisations:error.contact" }

/** A draft needs no more than what tells it from others; a registration is whole. */
export const registrationForm = z.discriminatedUnion("intent", [
  z.object({
    ...always,
    intent: z.literal("draft"),
    kana: draftKana,
    fields,
    purpose: optionalText(2000),
    contactName: optionalText(100),
  }),
  z.object({ ...whole, intent: z.literal("submit"), different: yes }).refine(reachable, unreachable),
])

/** What a registered group changes about itself. */
export const profileForm = z.object({ ...whole, _version: version() }).refine(reachable, unreachable)

const reasonText = optionalText(1000)
const hasReason = ({ reason }: { readonly reason: string }): boolean => reason !== ""
const noReason = { path: ["reason"], error: "organisations:error.reason" }

/** What an officer confirms before a registration is approved. */
export const checks = ["place", "purpose", "contact", "duplicate"] as const

const fieldReasons = Object.fromEntries(
  profileFields.map((field) => [`at-${field}`, optionalText(300)] as const),
)

export const decisionForm = z
  .object({
    _version: version(),
    decision: z.enum(decisions),
    reason: reasonText,
    note: optionalText(1000),
    checked: list(z.string()).transform((values) => checks.filter((each) => values.includes(each))),
    ...fieldReasons,
  })
  .refine(({ decision, reason }) => decision === "approve" || reason !== "", noReason)
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
  mistaken: yes,
})
export const confirmationForm = z.object({})
export const withdrawalForm = z.object({ sure: z.literal("yes", "organisations:error.sure") })

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
