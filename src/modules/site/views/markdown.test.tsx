import { expect, it, test } from "vitest"
import { draw } from "#jsx"
import { contentsFields } from "../schema/contents.ts"
import { hasUnreadKanji, piecesOf, toRuby, withoutReadings } from "../schema/readings.ts"
import { Markdown } from "./markdown.tsx"

const drawn = (body: string, readings = false) =>
  draw(<Markdown body={body} readings={readings} href={(path) => `${path}?lang=en`} />)

it("issue 3 line 15: HTML in a text stays text", () => {
  const html = drawn('<script>alert(1)</script>\n\n<b onclick="x()">hi</b>')
  expect(html).not.toMatch(/<script|<b[ >]/)
  expect(html).toContain("&lt;script&gt;")
})

it("the first level of headings is the page's second, with an address made of its words", () => {
  expect(drawn("# 参加する")).toBe('<h2 id="参加する">参加する</h2>')
  expect(drawn("###### deep")).toContain("<h6")
})

it("links inside carry the language; others stand as they are", () => {
  expect(drawn("[a](/pages/faq) [b](https://example.jp/x)")).toContain(
    '<a href="/pages/faq?lang=en">a</a> <a href="https://example.jp/x">b</a>',
  )
})

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "//evil.example/x",
  "https://user@evil.example/",
  "vbscript:x",
])("a link to %s is refused, and would not be drawn", (target) => {
  expect(contentsFields["body-ja"].safeParse(`[x](${target})`).success).toBe(false)
  if (!target.startsWith("/") && !target.startsWith("http"))
    expect(drawn(`[x](${target})`)).not.toContain("href")
})

it("pictures from elsewhere are not taken in", () => {
  expect(drawn("![x](https://tracker.example/a.png)")).not.toContain("<img")
})

it("lists, tables and emphasis come out as such", () => {
  const html = drawn("- a\n- **b**\n\n| x | y |\n| --- | --- |\n| 1 | 2 |\n\n3. c")
  for (const part of ["<ul><li>a</li>", "<strong>b</strong>", "<th>x</th>", "<td>2</td>", '<ol start="3">'])
    expect(html.replaceAll("\n", "")).toContain(part)
})

it("easy Japanese: kanji carry their readings, and one without is refused", () => {
  expect(drawn("漢字《かんじ》を 書《か》く", true)).toContain("<ruby>漢字")
  expect(piecesOf("今日は ｜明日《あした》")).toEqual(["今日は ", { base: "明日", reading: "あした" }])
  expect(hasUnreadKanji("漢字《かんじ》を 書く")).toBe(true)
  expect(hasUnreadKanji("漢字《kanji》")).toBe(true)
  expect(hasUnreadKanji("漢字《かんじ》を 書《か》く。[ここ](/pages/漢)")).toBe(false)
  expect(withoutReadings("漢字《かんじ》を 書《か》く")).toBe("漢字を 書く")
  expect(toRuby("大雨《おおあめ》です")).toBe("{大雨|おおあめ}です")
  expect(contentsFields["body-ja-easy"].safeParse("漢字").success).toBe(false)
})
