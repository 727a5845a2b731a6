import { expect, test } from "vitest"
import { plainRuby } from "./ruby.tsx"
import { catalogues } from "./test-view.tsx"

type Entry = readonly [key: string, text: string]

/** The office works in Japanese and English. */
const officeOnly = /^(office|keys|role)\./

function entries(catalogue: object, prefix = ""): readonly Entry[] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "string"
      ? [[prefix + key, value] as const]
      : entries(value as object, `${prefix}${key}.`),
  )
}

const ja = entries(catalogues.ja)
const en = entries(catalogues.en)
const easy = entries(catalogues["ja-easy"])
const keys = (list: readonly Entry[]) =>
  [...new Set(list.map(([key]) => key.replace(/_(one|other)$/, "")))].toSorted()

test("acceptance 15: Japanese and English say the same things; easy Japanese all of the public ones", () => {
  expect(keys(en)).toEqual(keys(ja))
  expect(keys(easy)).toEqual(keys(ja).filter((key) => !officeOnly.test(key)))
})

test("acceptance 15: in easy Japanese every kanji stands under its reading", () => {
  const bare = easy.filter(([, text]) => /\p{Script=Han}/u.test(text.replaceAll(/\{[^{}|]+\|[^{}|]+\}/g, "")))
  expect(bare).toEqual([])
})

test("acceptance 15: in easy Japanese no sentence is longer than 30 characters", () => {
  const sentences = easy.flatMap(([key, text]) =>
    plainRuby(text)
      .split(/[。！？]/)
      .map((each) => [key, each] as const),
  )
  expect(sentences.filter(([, sentence]) => [...sentence].length > 30)).toEqual([])
})

test("acceptance 15: nothing in easy Japanese is merely the Japanese again", () => {
  const same = new Map(ja)
  expect(easy.filter(([key, text]) => same.get(key) === text)).toEqual([])
})

test("no two languages disagree about what is filled in", () => {
  const holes = ([, text]: Entry) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).toSorted().join()
  const expected = new Map(ja.map((entry) => [entry[0], holes(entry)]))
  const wrong = [...en, ...easy].filter(
    (entry) => expected.get(entry[0].replace(/_(one|other)$/, "")) !== holes(entry),
  )
  expect(wrong).toEqual([])
})
