import { expect, test } from "vitest"
import { plainRuby } from "#web/ruby.tsx"
import { messages } from "./catalogues.ts"

/** Read in the office and by people who signed in: Japanese and English. */
const notPublic = /^(mine|ledger|state|verb|done)\./

const flat = (catalogue: object, before = ""): [string, string][] =>
  Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "string" ? [[before + key, value]] : flat(value as object, `${before}${key}.`),
  )

const [ja, en, easy] = [flat(messages.ja), flat(messages.en), flat(messages["ja-easy"])]
const keys = (entries: readonly [string, string][]) => new Set(entries.map(([key]) => key))

test("acceptance 15: Japanese and English are complete, easy Japanese for the public page", () => {
  expect(keys(en)).toEqual(keys(ja))
  expect(keys(easy)).toEqual(keys(ja.filter(([key]) => !notPublic.test(key))))
})

test("acceptance 15: easy Japanese is easy: readings over kanji, short sentences, words of its own", () => {
  const same = new Map(ja)
  const wrong = easy.filter(
    ([key, text]) =>
      /\p{Script=Han}/u.test(text.replaceAll(/\{[^{}|]+\|[^{}|]+\}/g, "")) ||
      plainRuby(text)
        .split(/[。！？\n]/)
        .some((sentence) => [...sentence].length > 30) ||
      same.get(key) === text,
  )
  expect(wrong).toEqual([])
})
