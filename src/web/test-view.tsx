import { readFileSync } from "node:fs"
import type { MessageValues } from "./messages.ts"
import { ruby, plainRuby } from "./ruby.tsx"
import type { Lang, View } from "./view.ts"

type Catalogue = { readonly [key: string]: string | Catalogue }

const read = (lang: Lang) =>
  JSON.parse(readFileSync(new URL(`./messages/${lang}.json`, import.meta.url), "utf8")) as Catalogue

/** The catalogues of the interface as they stand on disk. */
export const catalogues: Readonly<Record<Lang, Catalogue>> = {
  ja: read("ja"),
  en: read("en"),
  "ja-easy": read("ja-easy"),
}

/** A view for tests of pages and components: an anonymous person in Osaka at a fixed instant. */
export function testView(overrides: Partial<View> = {}): View {
  const lang = overrides.lang ?? "ja"
  const say = (key: string, values?: MessageValues) => message(lang, key, values)
  return {
    lang,
    htmlLang: lang === "en" ? "en" : "ja",
    t: (key, values) => (lang === "ja-easy" ? ruby(say(key, values)) : say(key, values)),
    text: (key, values) => plainRuby(say(key, values)),
    city: {
      slug: "osaka",
      name: lang === "en" ? "Osaka City" : "大阪市",
      productName: productName(lang),
      hasWards: true,
    },
    url: { path: "/listings", query: "?q=%E9%98%B2%E7%81%BD&page=2" },
    href: (path, query = {}) => address(lang, path, query),
    now: Temporal.Instant.from("2026-11-20T03:00:00Z"),
    emergencies: [],
    zone: "Asia/Tokyo",
    formKey: () => "01980a3c-0000-7000-8000-000000000001",
    demo: false,
    asset: (name) => `/assets/${name}`,
    ...overrides,
  }
}

const productName = (lang: Lang) => (lang === "en" ? "Enishi" : "えにし")

function address(lang: Lang, path: string, query: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value) search.append(name, value)
  if (lang !== "ja" && !search.has("lang")) search.set("lang", lang)
  return search.size === 0 ? path : `${path}?${search}`
}

function message(lang: Lang, key: string, values: MessageValues = {}): string {
  const path = key.replace(/^web:/, "").split(".")
  const found = find(catalogues[lang], path) ?? find(catalogues[lang], plural(lang, path, values))
  if (found === undefined) throw new Error(`no message ${key} in ${lang}`)
  return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""))
}

function plural(lang: Lang, path: readonly string[], values: MessageValues): readonly string[] {
  const form = lang === "en" && Number(values["count"]) === 1 ? "one" : "other"
  return [...path.slice(0, -1), `${path.at(-1)}_${form}`]
}

function find(catalogue: Catalogue, path: readonly string[]): string | undefined {
  const [key = "", ...rest] = path
  const entry = catalogue[key]
  if (entry === undefined) return undefined
  if (typeof entry === "string") return rest.length === 0 ? entry : undefined
  return find(entry, rest)
}
