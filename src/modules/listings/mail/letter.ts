import type { Lang, Letter } from "#kernel/messages/messages.ts"

// How letters are written: in Japanese and English; titles and reasons stand as they were written.

export type LetterData = {
  readonly baseUrl: string
  readonly publicId: string
  readonly title: string
  readonly office: { readonly name: string; readonly english: string }
  readonly reason: string
}

type Words = { readonly subject: string; readonly body: string }
export type Wording = (data: LetterData) => { readonly ja: Words; readonly en: Words }
export type Writer = (data: LetterData, lang: Lang) => Letter

export const paragraphs = (...lines: readonly string[]): string =>
  lines.filter((line) => line !== "").join("\n\n")

/** The letter with a link to the listing's page under `path`, or to a page below it. */
export const write =
  (wording: Wording, path: string, below = ""): Writer =>
  (data, lang) => {
    const words = wording(data)[lang === "en" ? "en" : "ja"]
    return {
      ...words,
      link: `${data.baseUrl}${path}/${data.publicId}${below}${lang === "en" ? "?lang=en" : ""}`,
    }
  }
