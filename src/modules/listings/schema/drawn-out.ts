import { fold } from "#kernel/text.ts"
import type { Content } from "./content.ts"
import type { Details } from "./details.ts"

/** What people look for by ticking it. */
export const features = [
  "first-timers",
  "with-children",
  "skills",
  "weekend",
  "free",
  "childcare",
  "sign-language",
  "captioning",
  "wheelchair",
  "bicycles",
  "language-en",
  "language-zh",
  "language-ko",
  "language-vi",
  "language-easy",
] as const
export type Feature = (typeof features)[number]

const freeWords = new Set(["無料", "0円", "なし", "free"].map(fold))

/** Nothing to pay: as a number, or in the words of whoever wrote it. */
export const isFree = ({ fee, feeYen }: { readonly fee: string; readonly feeYen: number | null }): boolean =>
  feeYen === null ? freeWords.has(fold(fee)) : feeYen === 0

/** What is ticked or follows from what is said. Weekends come from the days themselves. */
export const featuresOf = ({ fee, details }: Pick<Content, "fee" | "details">): Feature[] => {
  const { welcome, care, skills, languages, feeYen } = details
  const has = new Set<string>([
    ...welcome,
    ...care,
    ...(skills.length > 0 ? ["skills"] : []),
    ...(isFree({ fee, feeYen }) ? ["free"] : []),
    ...languages.map((language) => `language-${language}`),
  ])
  return features.filter((feature) => has.has(feature))
}

/** The columns by which lists are narrowed; they follow from what is said. */
export const drawnOut = (content: Pick<Content, "fee" | "details">) => ({
  minutes: content.details.minutes,
  features: featuresOf(content),
  audiences: [...content.details.audiences],
  districts: content.details.districts.map(fold),
  applyFrom: content.details.applyFrom === null ? null : Temporal.Instant.from(content.details.applyFrom),
})

/** What a listing is found by besides its main texts. */
export const wordsOf = (details: Partial<Details>): string[] =>
  [
    ...[details.theme, details.provider, details.target, details.amount, details.station],
    ...[details.coHosts, details.supporters, details.bring],
    ...(details.skills ?? []),
    ...(details.districts ?? []),
  ].filter((text): text is string => text !== undefined && text !== "")
