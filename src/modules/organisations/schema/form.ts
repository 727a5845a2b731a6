import { z } from "zod"
import { isKana, phoneKey, toKatakana } from "#kernel/text.ts"
import { line, list, optionalLine, optionalLink, optionalText, text, version } from "#web/forms.ts"
import { hasRightCheckDigit, readCorporateNumber } from "./corporate-number.ts"
import { isField } from "./fields.ts"
import { linkRows, nestRows, recognitionRows, type Link, type Recognition } from "./rows.ts"
import { readSince } from "./since.ts"

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

/** As people found groups in Japan; empty: not said. */
export const legalForms = [
  "voluntary",
  "neighbourhood",
  "recognised-neighbourhood",
  "npo",
  "certified-npo",
  "general-association",
  "general-foundation",
  "public-association",
  "public-foundation",
  "social-welfare",
  "workers-cooperative",
  "company",
  "school",
  "other",
] as const
export type LegalForm = (typeof legalForms)[number]

/** How many members. */
export const sizes = ["1-4", "5-9", "10-19", "20-49", "50-99", "100-"] as const
export type Size = (typeof sizes)[number]

/** What of the contact may be public, each by itself. */
export const contactItems = ["name", "phone", "fax", "mail", "address", "website", "links"] as const
export type ContactItem = (typeof contactItems)[number]

/** In the place of a main area: active nowhere in the city. */
export const outside = "outside"

/** What a group says of itself. Areas are codes; the two in English are translations. */
export type Profile = {
  readonly name: string
  readonly kana: string
  readonly english: string
  readonly kind: OrganisationKind
  readonly legalForm: LegalForm | ""
  readonly corporateNumber: string
  /** An area's code, or `outside`. */
  readonly mainArea: string
  readonly areas: readonly string[]
  readonly districts: readonly string[]
  readonly fields: readonly number[]
  readonly purpose: string
  readonly activities: string
  /** 2015 or 2015-04. */
  readonly since: string
  readonly size: Size | ""
  readonly recognitions: readonly Recognition[]
  readonly purposeEnglish: string
  readonly activitiesEnglish: string
  readonly contactName: string
  readonly contactPhone: string
  readonly contactMail: string
  readonly contactFax: string
  readonly contactAddress: string
  readonly website: string
  readonly links: readonly Link[]
  readonly shown: readonly ContactItem[]
}

export type ProfileField = keyof Profile

/** The order in which the fields stand on the form. */
export const profileFields = [
  "name",
  "kana",
  "kind",
  "legalForm",
  "corporateNumber",
  "mainArea",
  "areas",
  "districts",
  "fields",
  "purpose",
  "activities",
  "since",
  "size",
  "recognitions",
  "english",
  "purposeEnglish",
  "activitiesEnglish",
  "contactName",
  "contactPhone",
  "contactMail",
  "contactFax",
  "contactAddress",
  "website",
  "links",
  "shown",
] as const satisfies readonly ProfileField[]

/** Nothing said yet. */
export const emptyProfile: Profile = {
  ...{ name: "", kana: "", english: "", kind: "civic-group", legalForm: "", corporateNumber: "" },
  ...{ mainArea: "", areas: [], districts: [], fields: [] },
  ...{ purpose: "", activities: "", since: "", size: "", recognitions: [] },
  ...{ purposeEnglish: "", activitiesEnglish: "" },
  ...{ contactName: "", contactPhone: "", contactMail: "", contactFax: "", contactAddress: "" },
  ...{ website: "", links: [], shown: ["website", "links"] },
}

const katakana = (value: string): string => toKatakana(value).replaceAll(/\s+/g, " ")
export const kana = text(200).transform(katakana).refine(isKana, "web:error.kana")
const draftKana = optionalText(200)
  .transform(katakana)
  .refine((value) => value === "" || isKana(value), "web:error.kana")

/** X11: full-width digits and the many dashes of a typed number. */
const plainNumber = (value: string): string =>
  value
    .normalize("NFKC")
    .replaceAll(/[‐‑‒–—―ー−]/g, "-")
    .replaceAll(/\s+/g, "")
export const phone = optionalText(30)
  .transform(plainNumber)
  .refine((value) => value === "" || phoneKey(value) !== null, "web:error.phone")

const address = /^[^\s@<>",;:\\()[\]]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i
export const mail = optionalText(200)
  .transform((value) => value.normalize("NFKC"))
  .refine((value) => value === "" || address.test(value), "web:error.mail")

// Errors belong to the whole list: its single boxes have no place for a message.
const fields = list(z.string())
  .transform((values) => unique(values.map(Number)))
  .refine((numbers) => numbers.every(isField), "web:error.choice")
export const yes = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes")

const corporateNumber = optionalText(30).transform((typed, context) => {
  if (typed === "") return ""
  const number = readCorporateNumber(typed)
  if (number !== null && hasRightCheckDigit(number)) return number
  const message = number === null ? "corporate-number-length" : "corporate-number-check"
  context.addIssue({ code: "custom", message: `organisations:error.${message}` })
  return z.NEVER
})

const since = optionalText(30).transform((typed, context) => {
  const read = typed === "" ? "" : readSince(typed)
  if (read !== null) return read
  context.addIssue({ code: "custom", message: "organisations:error.since" })
  return z.NEVER
})

/** Names of districts as typed, one a line or parted by commas. */
const districts = optionalText(1000)
  .transform((typed) => unique(typed.split(/[\n、，,]/).map((each) => each.trim())).filter(Boolean))
  .refine(
    (names) => names.length <= 30 && names.every((name) => [...name].length <= 50),
    "web:error.too-long",
  )

const choiceOf = <const T extends readonly string[]>(values: T) =>
  z.enum(["", ...values] as unknown as readonly ["", ...T]).default("")

const always = {
  _version: version().optional(),
  name: line(100),
  english: optionalLine(200),
  kind: z.enum(organisationKinds),
  legalForm: choiceOf(legalForms),
  corporateNumber,
  districts,
  activities: optionalText(2000),
  since,
  size: choiceOf(sizes),
  recognitions: recognitionRows,
  purposeEnglish: optionalText(4000),
  activitiesEnglish: optionalText(4000),
  website: optionalLink(),
  links: linkRows,
  contactPhone: phone,
  contactMail: mail,
  contactFax: phone,
  contactAddress: optionalLine(200),
  shown: list(z.string()).transform((values) => contactItems.filter((item) => values.includes(item))),
}

const whole = {
  ...always,
  kana,
  fields: fields.refine((chosen) => chosen.length > 0, "organisations:error.fields"),
  purpose: text(2000),
  contactName: line(100),
}

type Reach = Pick<Profile, "contactPhone" | "contactMail" | "contactFax" | "contactAddress">
/** A group on paper has perhaps no more than a fax or an address. */
export const isReachable = (of: Reach): boolean =>
  [of.contactPhone, of.contactMail, of.contactFax, of.contactAddress].some((way) => way !== "")
export const unreachable = { path: ["contactPhone"], error: "organisations:error.contact" }

/** civic-portal.R2: areas of this city only, or none of them, which the City has to look at. */
const areasAmong = (codes: ReadonlySet<string>) => {
  const unknown = "organisations:error.area"
  return {
    mainArea: z.string(unknown).refine((code) => code === outside || codes.has(code), unknown),
    areas: list(z.string())
      .transform(unique)
      .refine((chosen) => chosen.every((code) => codes.has(code)), unknown),
  }
}

type Areas = { readonly mainArea: string; readonly areas: readonly string[] }

/** Further areas are those beside the main one. */
export const furtherOnly = <T extends Areas>(input: T): T => ({
  ...input,
  areas: input.areas.filter((code) => code !== input.mainArea),
})

export const nowhere = ({ mainArea, areas }: Areas): boolean => mainArea !== outside || areas.length === 0
export const somewhere = { path: ["mainArea"], error: "organisations:error.outside" }

export const draftShape = (codes: ReadonlySet<string>) => ({
  ...always,
  ...areasAmong(codes),
  kana: draftKana,
  fields,
  purpose: optionalText(2000),
  contactName: optionalLine(100),
})
export const wholeShape = (codes: ReadonlySet<string>) => ({ ...whole, ...areasAmong(codes) })

/** A draft needs no more than what tells it from others; a registration is whole. */
export const registrationForm = (codes: ReadonlySet<string>) =>
  z.preprocess(
    nestRows,
    z
      .discriminatedUnion("intent", [
        z.object({ ...draftShape(codes), intent: z.literal("draft") }).refine(nowhere, somewhere),
        z
          .object({ ...wholeShape(codes), intent: z.literal("submit"), different: yes })
          .refine(isReachable, unreachable)
          .refine(nowhere, somewhere),
      ])
      .transform(furtherOnly),
  )

/** What a registered group changes about itself. */
export const profileForm = (codes: ReadonlySet<string>) =>
  z.preprocess(
    nestRows,
    z
      .object({ ...wholeShape(codes), _version: version() })
      .refine(isReachable, unreachable)
      .refine(nowhere, somewhere)
      .transform(furtherOnly),
  )

export const confirmationForm = z.object({})
export const withdrawalForm = z.object({
  sure: z.literal("yes", "organisations:error.sure"),
  reason: optionalText(500),
})

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
