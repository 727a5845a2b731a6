import type { z } from "zod"
import { optionalLine, optionalText, line, text } from "#web/forms.ts"
import type { Lang } from "#web/view.ts"
import { readMarkdown, targetsIn } from "./markdown.ts"
import { hasUnreadKanji } from "./readings.ts"

/** One text in one language. English and easy Japanese may be empty until somebody writes them. */
export type Written = { readonly title: string; readonly body: string }
export type Contents = Readonly<Record<Lang, Written>>

export const langs = ["ja", "en", "ja-easy"] as const

/** What is read in a language: the own text, else the Japanese one. */
export const inLang = (contents: Contents, lang: Lang): Written & { readonly lang: Lang } => {
  const own = contents[lang]
  return own.title === "" && own.body === "" ? { ...contents.ja, lang: "ja" } : { ...own, lang }
}

export const emptyContents: Contents = {
  ja: { title: "", body: "" },
  en: { title: "", body: "" },
  "ja-easy": { title: "", body: "" },
}

/** Links lead to the web, to mail, to a telephone, or to a page of this site: nowhere else. */
const isGoodTarget = (target: string): boolean => {
  if (/^\/(?![/\\])/.test(target) || target.startsWith("#")) return true
  if (/^mailto:[^\s@]+@[^\s@]+\.[^\s@]+$/.test(target) || /^tel:\+?[\d-]+$/.test(target)) return true
  const url = URL.parse(target)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.hostname.includes(".")
}

const goodLinks = (body: string): boolean => targetsIn(readMarkdown(body)).every(isGoodTarget)

const longest = 30_000

/** The fields of a text in three languages: `title-ja`, `body-en` and so on. */
export const contentsFields = {
  "title-ja": line(120),
  "body-ja": text(longest).refine(goodLinks, "site:error.link"),
  "title-en": optionalLine(160),
  "body-en": optionalText(longest).refine(goodLinks, "site:error.link"),
  "title-ja-easy": optionalLine(240).refine((value) => !hasUnreadKanji(value), "site:error.reading"),
  "body-ja-easy": optionalText(longest)
    .refine((value) => !hasUnreadKanji(value), "site:error.reading")
    .refine(goodLinks, "site:error.link"),
}

export type ContentsFields = z.output<z.ZodObject<typeof contentsFields>>

/** A title without a body, or a body without a title, is half a text. */
export const isWhole = (input: Readonly<Record<string, unknown>>, lang: Lang): boolean =>
  (input[`title-${lang}`] === "") === (input[`body-${lang}`] === "")

export const halfTexts = { path: ["title-en"], error: "site:error.half" }
export const halfEasyTexts = { path: ["title-ja-easy"], error: "site:error.half" }

export const contentsOf = (input: ContentsFields): Contents => ({
  ja: { title: input["title-ja"], body: input["body-ja"] },
  en: { title: input["title-en"], body: input["body-en"] },
  "ja-easy": { title: input["title-ja-easy"], body: input["body-ja-easy"] },
})

/** The same as field values: for filling the form, and for showing both texts to the second editor. */
export const contentsValues = (contents: Contents): Record<string, string> =>
  Object.fromEntries(
    langs.flatMap((lang) => [
      [`title-${lang}`, contents[lang].title],
      [`body-${lang}`, contents[lang].body],
    ]),
  )
