import type { View } from "#web/view.ts"

type LangMarkProps = { readonly view: View; readonly lang: "ja" | "en" }

/** 「日本語のみ」 beside content that has no translation into the reader's language. */
export function LangMark({ view, lang }: LangMarkProps) {
  if (view.lang === lang) return null
  return <span class="lang-mark">{view.t(lang === "ja" ? "web:only-ja" : "web:only-en")}</span>
}

/** The `lang` of content, written only where it differs from the page: easy Japanese is not what people wrote. */
export const contentLang = (view: View, lang: string): string | undefined =>
  view.lang === lang ? undefined : lang
