import { z } from "zod"
import { tidy } from "#kernel/text.ts"
import { list, optionalLine, optionalLink, optionalText } from "#web/forms.ts"

// Issue 3 line 8: what real notices say besides what is done, when and where. Empty, null or none: nobody said.

/** 申込不要, 要申込, 当日受付. */
export const entries = ["none", "apply", "walk-in"] as const
/** 先着, 抽選, 選考. */
export const choices = ["first-come", "lottery", "selection"] as const
export const insurers = ["group", "joiner"] as const
/** Who may read the address of an online meeting. */
export const shownTo = ["joining", "everybody"] as const
export const welcomes = ["first-timers", "with-children"] as const
export const cares = ["childcare", "sign-language", "captioning", "wheelchair", "bicycles"] as const
export const languages = ["en", "zh", "ko", "vi", "easy"] as const
export const audiences = [
  "children",
  "parents",
  "students",
  "workers",
  "seniors",
  "disabled",
  "foreign-roots",
  "groups",
  "companies",
] as const

/** Ways to apply, each with its value: a number, an address, a counter. */
export const applyWays = ["byPhone", "byFax", "byPostcard", "byCounter", "byMail", "byForm"] as const

/** A number as people write it: 20, ２０人, 1,000円. */
const count = (least: number, most: number) =>
  z
    .string()
    .default("")
    .transform((typed, context) => {
      const plain = typed.normalize("NFKC").replaceAll(/[,\s]|円|人|名|組|分|歳|才/g, "")
      if (plain === "") return null
      const number = /^\d{1,9}$/.test(plain) ? Number(plain) : Number.NaN
      if (number >= least && number <= most) return number
      context.addIssue({
        code: "custom",
        message: least === 0 ? "listings:error.amount" : "listings:error.number",
      })
      return z.NEVER
    })

const one = <const T extends readonly [string, ...string[]]>(of: T) =>
  z
    .enum(of)
    .or(z.literal("").transform(() => null))
    .nullable()
    .default(null)

const some = <const T extends readonly [string, ...string[]]>(of: T) =>
  list(z.enum(of)).transform((chosen) => of.filter((each) => chosen.includes(each)))

/** Several words in one line: 写真、料理 or 写真, 料理. */
const words = (most: number) =>
  optionalLine(most).transform((typed) => [
    ...new Set(
      typed
        .split(/[、,，\n]/)
        .map(tidy)
        .filter((word) => word !== ""),
    ),
  ])

const mail = optionalLine(200).refine(
  (value) => value === "" || /^[^\s@<>?&#%"',;]+@[^\s@<>?&#%"',;]+\.[^\s@<>?&#%"',;]+$/.test(value),
  "web:error.mail",
)

/** The fields of the form that make up the details, by their names. */
export const detailFields = {
  provider: optionalLine(100),
  target: optionalText(500),
  amount: optionalText(300),
  theme: optionalLine(100),
  station: optionalLine(60),
  stationMinutes: count(1, 180),
  joinAddress: optionalLink(),
  joinAddressShown: z.enum(shownTo).default("joining"),
  districts: words(200),
  entry: one(entries),
  choice: one(choices),
  byPhone: optionalLine(100),
  byFax: optionalLine(100),
  byPostcard: optionalLine(300),
  byCounter: optionalLine(300),
  byMail: mail,
  byForm: optionalLink(),
  capacityNumber: count(1, 100_000),
  feeYen: count(0, 10_000_000),
  reward: optionalLine(200),
  insurer: one(insurers),
  insurancePlan: optionalLine(200),
  ageFrom: count(0, 120),
  ageTo: count(0, 120),
  bring: optionalLine(300),
  wear: optionalLine(200),
  rain: optionalLine(200),
  care: some(cares),
  careNote: optionalLine(300),
  minutes: count(1, 1440),
  welcome: some(welcomes),
  skills: words(200),
  languages: some(languages),
  audiences: some(audiences),
  coHosts: optionalLine(300),
  supporters: optionalLine(300),
  media: words(300),
}

const form = z.object(detailFields)
type Typed = z.output<typeof form>

export type Details = Typed & {
  /** From this instant on one can apply, as an ISO string; null: at once. */
  readonly applyFrom: string | null
}

export const noDetails: Details = { ...form.parse({}), applyFrom: null }
export type DetailName = keyof Details

export const detailNames = Object.keys(noDetails) as readonly DetailName[]

/** As kept: only what was said. */
export type StoredDetails = Partial<Details>

const isSaid = (name: DetailName, value: unknown): boolean =>
  JSON.stringify(value) !== JSON.stringify(noDetails[name])

export const storedDetails = (details: Details): StoredDetails =>
  Object.fromEntries(
    detailNames.filter((name) => isSaid(name, details[name])).map((name) => [name, details[name]]),
  )

export const detailsOf = (stored: StoredDetails): Details => ({ ...noDetails, ...stored })

/** The details among other things that were typed. */
export const pickDetails = (typed: Typed, applyFrom: Temporal.Instant | null): Details => ({
  ...(Object.fromEntries(
    Object.keys(detailFields).map((name) => [name, typed[name as keyof Typed]]),
  ) as Typed),
  applyFrom: applyFrom?.toString() ?? null,
})
