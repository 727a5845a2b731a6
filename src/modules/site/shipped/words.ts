import type { City } from "#kernel/city.ts"
import type { Contents } from "../schema/contents.ts"
import type { PageKind } from "../schema/pages.ts"
import { fromRuby } from "../schema/readings.ts"

/** What differs between cities in texts that every city begins with. */
export type CityWords = {
  readonly city: string
  readonly english: string
  readonly easy: string
  readonly office: string
  readonly officeEnglish: string
  readonly site: string
  readonly siteEnglish: string
  readonly siteEasy: string
  /** The desk near people: the ward office, or the City itself where there are no wards. */
  readonly desk: string
  readonly deskEnglish: string
  readonly deskEasy: string
  /** How long an inquiry is kept after it ended, as the city set it. */
  readonly inquiryMonths: number
}

export type ShippedPage = {
  readonly slug: string
  readonly kind: PageKind
  readonly contents: Contents
}

export type Ship = (words: CityWords) => ShippedPage

export const wordsOf = (city: City): CityWords => {
  const office = city.bodies.find(({ kind }) => kind === "city")
  const wards = city.firstLevel === "ward"
  return {
    city: city.name,
    english: city.english,
    easy: fromRuby(city.easy),
    office: office?.name ?? city.name,
    officeEnglish: office?.english ?? city.english,
    site: city.portalName.ja,
    siteEnglish: city.portalName.en,
    siteEasy: fromRuby(city.portalName["ja-easy"]),
    desk: wards ? "活動する区の区役所" : (office?.name ?? city.name),
    deskEnglish: wards ? "the ward office where you are active" : (office?.english ?? city.english),
    inquiryMonths: city.settings.inquiries.keepMonths.value,
    deskEasy: wards ? "区役所《くやくしょ》" : "市役所《しやくしょ》",
  }
}

/** Titles and texts in the order Japanese, English, easy Japanese. */
export const written = (
  ja: readonly [string, string],
  en: readonly [string, string],
  easy: readonly [string, string],
): Contents => ({
  ja: { title: ja[0], body: ja[1].trim() },
  en: { title: en[0], body: en[1].trim() },
  "ja-easy": { title: easy[0], body: easy[1].trim() },
})
