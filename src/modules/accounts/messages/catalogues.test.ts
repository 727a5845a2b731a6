import { expect, test } from "vitest"
import { plainRuby } from "#web/ruby.tsx"
import { messages } from "./catalogues.ts"

/** Sign-in and the demo are public; all else is read in the office or by people who signed in. */
const easyParts = /^(sign-in|code|link|over|password|demo|mail\.sign-in)\./
const easyErrors = ["code-form", "code-wrong", "code-gone", "password-wrong"].map((name) => `error.${name}`)

const flat = (catalogue: object, before = ""): [string, string][] =>
  Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "string" ? [[before + key, value]] : flat(value as object, `${before}${key}.`),
  )

const [ja, en, easy] = [flat(messages.ja), flat(messages.en), flat(messages["ja-easy"])]
const keys = (entries: readonly (readonly [string, string])[]) =>
  new Set(entries.map(([key]) => key.replace(/_(one|other)$/, "")))
const holes = (text: string) =>
  [...text.matchAll(/\{\{\w+\}\}/g)].map(String).toSorted((a, b) => a.localeCompare(b))

test("acceptance 15: Japanese and English are complete, easy Japanese for the public pages", () => {
  expect(keys(en)).toEqual(keys(ja))
  expect(keys(easy)).toEqual(keys(ja.filter(([key]) => easyParts.test(key) || easyErrors.includes(key))))
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

test("acceptance 15: what is filled in is filled in in every language", () => {
  const expected = new Map(ja.map(([key, text]) => [key, holes(text)]))
  const wrong = [...en, ...easy].filter(
    ([key, text]) => holes(text).join() !== expected.get(key.replace(/_(one|other)$/, ""))?.join(),
  )
  expect(wrong).toEqual([])
})
