import { z } from "zod"
import { isKana, phoneKey, toKatakana } from "#kernel/text.ts"
import { line, list, optionalLine, optionalLink, optionalText, text, version } from "#web/forms.ts"
import { isField } from "./fields.ts"

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
const yes = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes")

const always = {
  _version: version().optional(),
  name: line(100),
  english: optionalLine(200),
  kind: z.enum(organisationKinds),
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
  contactName: line(100),
}

type Reach = { readonly contactPhone: string; readonly contactMail: string }
const reachable = ({ contactPhone, contactMail }: Reach): boolean => contactPhone !== "" || contactMail !== ""
const unreachable = { path: ["contactPhone"], error: "organisations:error.contact" }

/** civic-portal.R2: areas of this city only. */
const areasAmong = (codes: ReadonlySet<string>) => {
  const unknown = "organisations:error.area"
  return {
    mainArea: z.string(unknown).refine((code) => codes.has(code), unknown),
    areas: list(z.string())
      .transform(unique)
      .refine((chosen) => chosen.every((code) => codes.has(code)), unknown),
  }
}

type Areas = { readonly mainArea: string; readonly areas: readonly string[] }

/** Further areas are those beside the main one. */
const furtherOnly = <T extends Areas>(input: T): T => ({
  ...input,
  areas: input.areas.filter((code) => code !== input.mainArea),
})

/** A draft needs no more than what tells it from others; a registration is whole. */
export const registrationForm = (codes: ReadonlySet<string>) =>
  z
    .discriminatedUnion("intent", [
      z.object({
        ...always,
        ...areasAmong(codes),
        intent: z.literal("draft"),
        kana: draftKana,
        fields,
        purpose: optionalText(2000),
        contactName: optionalLine(100),
      }),
      z
        .object({ ...whole, ...areasAmong(codes), intent: z.literal("submit"), different: yes })
        .refine(reachable, unreachable),
    ])
    .transform(furtherOnly)

/** What a registered group changes about itself. */
export const profileForm = (codes: ReadonlySet<string>) =>
  z
    .object({ ...whole, ...areasAmong(codes), _version: version() })
    .refine(reachable, unreachable)
    .transform(furtherOnly)

export const confirmationForm = z.object({})
export const withdrawalForm = z.object({ sure: z.literal("yes", "organisations:error.sure") })

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
