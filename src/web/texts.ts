import { createInstance, type i18n } from "i18next"
import { plainRuby, ruby } from "#web/ruby.tsx"
import type { Child } from "#jsx"
import type { MessageKey } from "#web/messages.ts"
import type { Lang } from "#web/view.ts"

/** The messages of one module. Easy Japanese is written for public pages; what is missing there falls back to ja. */
export type Catalogues = {
  readonly ja: object
  readonly en: object
  readonly "ja-easy"?: object
}

export type Values = Readonly<Record<string, string | number>>

export type Texts = {
  readonly t: (key: MessageKey, values?: Values) => Child
  readonly text: (key: MessageKey, values?: Values) => string
}

/** Messages of all modules, one namespace a module. A missing key throws: the checks find it before people do. */
export const createTexts = (modules: readonly { readonly name: string; readonly messages: Catalogues }[]) => {
  const languages = {
    ja: start("ja", modules),
    en: start("en", modules),
    "ja-easy": start("ja-easy", modules),
  }
  return (lang: Lang): Texts => languages[lang]
}

const start = (
  lang: Lang,
  modules: readonly { readonly name: string; readonly messages: Catalogues }[],
): Texts => {
  const instance: i18n = createInstance()
  void instance.init({
    lng: lang,
    // Without it, ja-easy is canonicalised to ja-Easy and never found.
    lowerCaseLng: true,
    fallbackLng: lang === "ja-easy" ? "ja" : false,
    initAsync: false,
    ns: modules.map(({ name }) => name),
    resources: {
      ja: Object.fromEntries(modules.map(({ name, messages }) => [name, messages.ja])),
      en: Object.fromEntries(modules.map(({ name, messages }) => [name, messages.en])),
      "ja-easy": Object.fromEntries(modules.map(({ name, messages }) => [name, messages["ja-easy"] ?? {}])),
    },
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (_languages, namespace, key) => {
      throw new Error(`no message ${namespace}:${key} in ${lang}`)
    },
  })
  const say = (key: MessageKey, values?: Values): string => instance.t(key, values ?? {})
  if (lang !== "ja-easy") return { t: say, text: say }
  return { t: (key, values) => ruby(say(key, values)), text: (key, values) => plainRuby(say(key, values)) }
}
