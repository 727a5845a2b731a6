import fc from "fast-check"
import { expect, test } from "vitest"
import { fold, grams, hasControls, isKana, nameKey, phoneKey, tidy, toHiragana, toKatakana } from "./text.ts"

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))

/** Every character that has a full-width and a half-width form, in both. */
const halfKana = range(0xff66, 0xff9d)
const kanaPairs = [
  ...halfKana.map((half) => [half, half.normalize("NFKC")] as const),
  ...halfKana
    .flatMap((half) => ["ﾞ", "ﾟ"].map((mark) => [half + mark, (half + mark).normalize("NFKC")] as const))
    .filter(([, full]) => full.length === 1),
]
const asciiPairs = range(0x21, 0x7e).map(
  (half) => [half, String.fromCodePoint((half.codePointAt(0) ?? 0) + 0xfee0)] as const,
)
const widthPair = fc.constantFrom(...kanaPairs, ...asciiPairs, [" ", "　"] as const)
const kanji = fc
  .constantFrom(...Array.from("阿倍野区子育て支援会縁側大阪高松市民活動"))
  .map((each) => [each, each] as const)

test("X11: full-width and half-width variants of any name have one key", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(widthPair, kanji), { maxLength: 30 }), (letters) => {
      const half = letters.map(([each]) => each).join("")
      const full = letters.map(([, each]) => each).join("")
      expect(nameKey(full)).toBe(nameKey(half))
      expect(fold(full)).toBe(fold(half))
    }),
  )
})

test("X11: any mixture of widths within one name keeps its key", () => {
  const mixed = fc.array(fc.tuple(widthPair, fc.boolean()), { maxLength: 30 })
  fc.assert(
    fc.property(mixed, (letters) => {
      const typed = letters.map(([pair, full]) => pair[full ? 1 : 0]).join("")
      const other = letters.map(([pair]) => pair[1]).join("")
      expect(nameKey(typed)).toBe(nameKey(other))
    }),
  )
})

test("X11: hiragana and katakana of one word are found alike", () => {
  const kana = fc.string({ unit: fc.constantFrom(...range(0x3041, 0x3096), "ー"), maxLength: 20 })
  fc.assert(
    fc.property(kana, (word) => {
      expect(fold(toKatakana(word))).toBe(fold(word))
    }),
  )
})

test.each([
  ["コドモ食堂", "こども食堂", "子ども食堂", "ｺﾄﾞﾓ食堂", "子供食堂"],
  ["カラオケ大会", "からおけ大会", "ｶﾗｵｹ大会"],
  ["霞ヶ関", "霞ケ関", "霞が関"],
  ["10〜20", "10～20", "10~20"],
  ["コーヒー", "コヒ", "ｺｰﾋｰ"],
  ["障がい者", "障害者", "障碍者"],
  ["佐々木", "佐佐木"],
  ["葛\u{E0100}城", "葛城"],
  ["きっず", "キツズ"],
  ["ＳＮＳ", "sns", "SNS"],
  ["が", "か\u3099", "ｶﾞ"],
])("X11: %s and its spellings are found alike", (...spellings) => {
  expect(new Set(spellings.map(fold)).size).toBe(1)
})

test.each([
  [
    "特定非営利活動法人えにし",
    "NPO法人 えにし",
    "ＮＰＯ法人エニシ",
    "えにし",
    "認定NPO法人えにし",
    "(特非)えにし",
  ],
  ["一般社団法人 ひだまり", "ひだまり", "(一社)ヒダマリ", "ﾋﾀﾞﾏﾘ"],
  ["㈱みどり", "株式会社みどり", "みどり(株)", "みどり"],
])("X11: %s is the same group as its other names", (...names) => {
  expect(new Set(names.map(nameKey)).size).toBe(1)
})

test("two groups of different names keep different keys", () => {
  const names = ["阿倍野子育て会", "阿倍野子育ての会", "平野子育て会", "えにし", "えにしの会"]
  expect(new Set(names.map(nameKey)).size).toBe(names.length)
})

test.each([
  ["06-6312-3456", "+81663123456"],
  ["０６－６３１２－３４５６", "+81663123456"],
  ["(06) 6312 3456", "+81663123456"],
  ["06ー6312ー3456", "+81663123456"],
  ["+81 6-6312-3456", "+81663123456"],
  ["090-1234-5678", "+819012345678"],
])("X11: the number %s is %s", (typed, key) => {
  expect(phoneKey(typed)).toBe(key)
})

test.each(["6312-3456", "110", "", "06-6312-3456 内線 12", "+1 212 555 0100", "００－１２３４－５６７８"])(
  "X11: of %s the whole number cannot be known",
  (typed) => {
    expect(phoneKey(typed)).toBeNull()
  },
)

test("grams are the pairs of neighbours within a word, once each", () => {
  expect(grams("あべの区 あべ 区")).toEqual(["あべ", "べの", "の区"])
  expect(grams("𠮷野")).toEqual(["𠮷野"])
  expect(grams("")).toEqual([])
})

test("X11: whatever holds a folded word also holds its grams", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (before, word) => {
      const [asked] = fold(word).split(" ")
      fc.pre(asked !== undefined && Array.from(asked).length > 1)
      const kept = grams(fold(`${before} ${word}`))
      expect(grams(asked ?? "").every((piece) => kept.includes(piece))).toBe(true)
    }),
  )
})

test("stored text keeps its characters and loses blanks and mixed line breaks", () => {
  expect(tidy("\u3000キラッと輝く！OSAKA\r\n①番\r\u00a0")).toBe("キラッと輝く！OSAKA\n①番")
  expect(tidy("か\u3099")).toBe("が")
})

test.each(["\u200B", "\u200B\u2060\uFEFF", "\u3164", "\u202E", "\u00AD\u{E0041}", "\uFE0F"])(
  "bad input: a text that nobody could see is none: %j",
  (typed) => {
    expect(tidy(typed)).toBe("")
  },
)

test.each(["👨‍👩‍👧‍👦", "葛\u{E0100}城", "می\u200Cخواهم", "。", "\uFFFD"])(
  "a text that somebody can see is kept whole: %j",
  (typed) => {
    expect(tidy(typed)).toBe(typed)
  },
)

test("bad input: no text turns the writing of what stands after it", () => {
  expect(tidy("会\u202Eの名前")).toBe("会の名前")
  expect(tidy("\u202A06-1234-5678\u202C")).toBe("06-1234-5678")
})

test.each([
  ["あ\u0000い", true],
  ["\u001b[31m", true],
  ["a\u0085b", true],
  ["一行目\n\t二行目", false],
  ["👨‍👩‍👧 と 𠮷", false],
])("%j holds control characters: %s", (text, expected) => {
  expect(hasControls(text)).toBe(expected)
})

test("kana change script and come back", () => {
  expect(toKatakana("えにしｶｲ")).toBe("エニシカイ")
  expect(toHiragana("エニシー")).toBe("えにしー")
  expect([isKana("エニシ カイ"), isKana("えにし"), isKana("縁")]).toEqual([true, false, false])
})
