import { describe, expect, test } from "vitest"
import { program, read } from "./architecture/sources.ts"
import allowed from "./easy-allowed.json" with { type: "json" }
import {
  allTexts,
  asked,
  holes,
  keysAsked,
  namespaces,
  readings,
  sentences,
  textsOf,
  type Texts,
  withoutReadings,
} from "./messages/catalogues.ts"
import { publicSources, usedKeys } from "./messages/used-keys.ts"

// Acceptance 15: Japanese and English complete, easy Japanese for everything public.

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const kanji = /\p{Script=Han}/u

/** Names that an English reader is better served by in Japanese. */
const namesInEnglish = [
  "日本語",
  "やさしい日本語",
  "やさしい にほんご",
  "えにし",
  "特定非営利活動法人あべの緑の会",
]

/** Keys of texts that are easy already. */
const listed: readonly string[] = allowed.same

const wrong = (texts: Texts, isWrong: (text: string, key: string) => boolean) =>
  [...texts].filter(([key, text]) => isWrong(text, key))

describe.each(namespaces)("acceptance 15: messages of %s", (namespace) => {
  const ja = textsOf(namespace, "ja")
  const en = textsOf(namespace, "en")
  const easy = textsOf(namespace, "ja-easy")

  test("Japanese and English have the same keys, and nothing is empty", () => {
    expect(keysAsked(en)).toEqual(keysAsked(ja))
    for (const texts of [ja, en, easy]) expect(wrong(texts, (text) => text.trim() === "")).toEqual([])
  })

  test("easy Japanese has no key that Japanese has not", () => {
    const known = new Set(keysAsked(ja))
    expect(keysAsked(easy).filter((key) => !known.has(key))).toEqual([])
  })

  test("every language is filled with the same values", () => {
    const filled = new Map([...ja].map(([key, text]) => [asked(key), holes(text)]))
    // One thing may go without its number: "one day" for "{{count}} days".
    const differs = (text: string, key: string) =>
      !key.endsWith("_one") && holes(text) !== filled.get(asked(key))
    expect([...wrong(en, differs), ...wrong(easy, differs)]).toEqual([])
  })

  test("English is written in English", () => {
    const plain = (text: string) => namesInEnglish.reduce((rest, name) => rest.replaceAll(name, ""), text)
    expect(wrong(en, (text) => japanese.test(plain(text)))).toEqual([])
  })

  test("in easy Japanese every kanji has its reading, in hiragana", () => {
    expect(wrong(easy, (text) => kanji.test(withoutReadings(text)))).toEqual([])
    expect(wrong(easy, (text) => readings(text).some((kana) => !/^[ぁ-ゖー]+$/.test(kana)))).toEqual([])
    expect(wrong(easy, (text) => /[{}|]/.test(withoutReadings(text)))).toEqual([])
  })

  test("in easy Japanese no sentence is longer than 30 characters", () => {
    const long = [...easy].flatMap(([key, text]) =>
      sentences(text)
        .filter((sentence) => [...sentence].length > 30)
        .map((sentence) => [key, sentence]),
    )
    expect(long).toEqual([])
  })

  test("easy Japanese says it more easily than Japanese, but for what is on the list", () => {
    const same = wrong(easy, (text, key) => ja.get(key) === text).map(([key]) => key)
    expect(same.filter((key) => !listed.includes(key))).toEqual([])
  })
})

describe("acceptance 15: the list of texts that are the same in easy Japanese", () => {
  test("each of them is still the same, and has no kanji", () => {
    const [ja, easy] = [allTexts("ja"), allTexts("ja-easy")]
    const stale = listed.filter((key) => easy.get(key) === undefined || easy.get(key) !== ja.get(key))
    expect(stale).toEqual([])
    expect(listed.filter((key) => kanji.test(easy.get(key) ?? ""))).toEqual([])
  })
})

describe("acceptance 15: messages that pages ask for", () => {
  const known = (texts: Texts) => new Set(keysAsked(texts))
  const missing = (used: ReturnType<typeof usedKeys>, keys: ReadonlySet<string>) =>
    used
      .filter(({ key, pattern }) => !keys.has(key) && ![...keys].some((each) => pattern.test(each)))
      .map(({ path, key }) => `${path}: ${key}`)

  test("every message that the program names is there", () => {
    const used = program().flatMap((source) => usedKeys(source, namespaces))
    expect(used.length).toBeGreaterThan(0)
    expect(missing(used, known(allTexts("ja")))).toEqual([])
  })

  test("every message that public pages name is there in easy Japanese", () => {
    const used = publicSources().flatMap((source) => usedKeys(source, namespaces))
    expect(used.length).toBeGreaterThan(0)
    expect(missing(used, known(allTexts("ja-easy")))).toEqual([])
  })

  test("the types of the messages name every catalogue", () => {
    const types = read("src/i18next.d.ts")
    expect(namespaces.filter((namespace) => !types.includes(`${namespace}: typeof`))).toEqual([])
  })

  test("keys are found where they are written out and where they are put together", () => {
    const text = "view.t('web:a.b'); // 'web:no'\n view.text(`listings:kind.${kind}`); go('other:x')"
    const found = usedKeys({ path: "x.tsx", text }, ["web", "listings"])
    expect(found.map(({ key }) => key)).toEqual(["web:a.b", "listings:kind.${kind}"])
    expect(found[1]?.pattern.test("listings:kind.event")).toBe(true)
    expect(found[1]?.pattern.test("listings:kinds")).toBe(false)
  })
})
