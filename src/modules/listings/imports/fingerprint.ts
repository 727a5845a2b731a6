import type { Content } from "../schema/content.ts"
import { digest } from "./identity.ts"
import type { Accepted, Source } from "./profile.ts"

// What is kept with an imported listing to tell, at the next import, what has changed since, and by whom.

/** Goes up when what is shown of a listing changes its form: older fingerprints then say nothing. */
const form = "2"

type Shown = { readonly content: Content; readonly source: Omit<Source, "lookAt"> }

export type Fingerprint = {
  readonly edition: string
  readonly shown: string
  /** Of everything in its edition but what may be corrected in it: a listing is known again by the rest. */
  readonly butTitle: string
  readonly butDays: string
  readonly butContact: string
}

/** Of a row as it was read. Without editions, another day is another event and never a correction. */
export const fingerprintOf = ({ content, source, edition }: Accepted): Fingerprint => {
  const parts = partsOf({ content, source })
  const but = (...names: readonly Part[]): string =>
    digest(edition + parts.map(([name, text]) => (names.includes(name) ? "" : text)).join("\n"))
  return {
    edition,
    shown: digest(textOf(parts)),
    butTitle: but("title", "titleKana", "english"),
    butDays: edition === "" ? "" : but("schedule", "scheduleText"),
    butContact: but("contact", "howToJoin"),
  }
}

export const fingerprintText = ({ edition, shown, butTitle, butDays, butContact }: Fingerprint): string =>
  [form, edition, shown, butTitle, butDays, butContact].join(".")

/** As it was kept; nothing where it is of an older form. */
export const readFingerprint = (text: string | null): Fingerprint | undefined => {
  const [itsForm, edition = "", shown = "", butTitle = "", butDays = "", butContact = ""] = (
    text ?? ""
  ).split(".")
  return itsForm === form ? { edition, shown, butTitle, butDays, butContact } : undefined
}

/** Of a listing as it stands: another one than was kept means that a person has changed it since. */
export const shownOf = (shown: Shown): string => digest(textOf(partsOf(shown)))

const ofContent = [
  "kind",
  "title",
  "titleKana",
  "what",
  "forWhom",
  "howToJoin",
  "placeName",
  "placeAddress",
  "online",
  "fee",
  "capacity",
  "contact",
  "link",
  "applyBy",
  "scope",
  "areaCodes",
  "fields",
  "schedule",
  "details",
  "english",
] as const satisfies readonly (keyof Content)[]
const ofSource = ["scheduleText", "applyText", "sourceUrl", "credit", "licence"] as const

type Part = (typeof ofContent)[number] | (typeof ofSource)[number] | "position"
type Parts = readonly (readonly [Part, string])[]

const partsOf = ({ content, source }: Shown): Parts => [
  ...ofContent.map((name) => [name, canonical(content[name])] as const),
  ...ofSource.map((name) => [name, canonical(source[name])] as const),
  ["position", canonical(source.position ?? null)],
]

const textOf = (parts: Parts): string => parts.map(([, text]) => text).join("\n")

/** The database gives JSON back in another order of keys. */
const canonical = (value: unknown): string =>
  value === null || typeof value !== "object" ? JSON.stringify(value) : JSON.stringify(value, sorted)

const sorted = (_: string, each: unknown): unknown =>
  each !== null && typeof each === "object" && !Array.isArray(each)
    ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : each
