import type { Lang, Letter } from "#kernel/messages/messages.ts"

export type Words = { readonly subject: string; readonly body: string }
export type BothWords = { readonly ja: Words; readonly en: Words }

export const paragraphs = (...lines: readonly string[]): string =>
  lines.filter((line) => line !== "").join("\n\n")

/** The words in the reader's language, and the address at which one acts on them. */
export const letter = (words: BothWords, url: string, lang: Lang): Letter =>
  lang === "en" ? { ...words.en, link: `${url}?lang=en` } : { ...words.ja, link: url }

export const japaneseDay = (day: Temporal.PlainDate): string => `${day.year}年${day.month}月${day.day}日`
