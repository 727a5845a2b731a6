import { expect, test } from "vitest"
import { draw } from "#jsx"
import { ruby, plainRuby } from "./ruby.tsx"

const drawn = (text: string) => draw(<>{ruby(text)}</>)

test("a reading stands in ruby with brackets for readers without it", () => {
  expect(drawn("{都島|みやこじま}の まち")).toBe(
    "<ruby>都島<rp>（</rp><rt>みやこじま</rt><rp>）</rp></ruby>の まち",
  )
})

test("several readings and the text between them keep their order", () => {
  expect(drawn("あ{今日|きょう}と{明日|あした}")).toMatch(/^あ<ruby>今日.*と<ruby>明日.*<\/ruby>$/)
})

test("half a notation is text, and markup in it is escaped", () => {
  expect(drawn("{都島|}")).toBe("{都島|}")
  expect(drawn("{<b>|い}")).toContain("&lt;b&gt;")
})

test("attributes and mail get the base text alone", () => {
  expect(plainRuby("{都島|みやこじま}{区|く}の まち")).toBe("都島区の まち")
})
