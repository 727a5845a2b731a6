import type { Child } from "#jsx"
import { contentLang } from "#web/ui/lang-mark.tsx"
import type { View } from "#web/view.ts"
import type { inLang } from "../schema/contents.ts"
import { WithReadings } from "./markdown.tsx"

export type ReadText = ReturnType<typeof inLang>

/** The `lang` of a text on a page of another language; easy Japanese is another than Japanese. */
export const langOf = (view: View, lang: ReadText["lang"]): string | undefined =>
  lang === "ja-easy" ? undefined : contentLang(view, lang)

export const titleOf = ({ title, lang }: Pick<ReadText, "title" | "lang">): Child =>
  lang === "ja-easy" ? <WithReadings text={title} /> : title
