import { paths, read } from "../architecture/sources.ts"

export type Lang = "ja" | "en" | "ja-easy"

/** The texts of one namespace and language by their whole key: `listings:form.title`. */
export type Texts = ReadonlyMap<string, string>

const flat = (value: unknown, key: string): (readonly [string, string])[] =>
  typeof value === "string"
    ? [[key, value]]
    : Object.entries(value as object).flatMap(([name, inner]) =>
        flat(inner, `${key}${key.endsWith(":") ? "" : "."}${name}`),
      )

export const namespaces: readonly string[] = paths(
  "src/web/messages/ja.json",
  "src/modules/*/messages/ja.json",
).map((path) => path.split("/").at(-3) ?? "")

const folderOf = (namespace: string) => (namespace === "web" ? "src/web" : `src/modules/${namespace}`)

export const textsOf = (namespace: string, lang: Lang): Texts => {
  const path = `${folderOf(namespace)}/messages/${lang}.json`
  const there = paths(path).length > 0
  return new Map(there ? flat(JSON.parse(read(path)), `${namespace}:`) : [])
}

export const allTexts = (lang: Lang): Texts =>
  new Map(namespaces.flatMap((namespace) => [...textsOf(namespace, lang)]))

const plural = /_(zero|one|two|few|many|other)$/

/** The key as pages write it: a text for one and a text for many are one key. */
export const asked = (key: string): string => key.replace(plural, "")

export const keysAsked = (texts: Texts): string[] => [...new Set([...texts.keys()].map(asked))].toSorted()

const hole = /\{\{(\w+)\}\}/g

/** The values that a text is filled with. */
export const holes = (text: string): string =>
  [...text.matchAll(hole)]
    .map(([, name = ""]) => name)
    .toSorted()
    .join(" ")

const reading = /\{([^{}|]+)\|([^{}|]+)\}/g

/** The readings of a text in easy Japanese. */
export const readings = (text: string): string[] =>
  [...text.replaceAll(hole, "").matchAll(reading)].map(([, , kana = ""]) => kana)

/** What is left when every word with a reading is taken out. */
export const withoutReadings = (text: string): string => text.replaceAll(hole, "").replaceAll(reading, "")

/** Sentences as people see them: words without their readings; what is filled in counts as two characters. */
export const sentences = (text: string): string[] =>
  text
    .replaceAll(hole, "○○")
    .replaceAll(reading, "$1")
    .split(/[。！？\n]/)
    .filter((sentence) => sentence !== "")
