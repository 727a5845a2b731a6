import { expect, test } from "vitest"
import { cutLine } from "./letters.ts"
import { textOfHtml, withoutQuoted } from "./quoted.ts"

test.each([
  ["our own line", `はい。\n\n> ${cutLine.ja}\n> x`, "はい。"],
  ["our own line, unquoted", `はい。\n${cutLine.ja}\nx`, "はい。"],
  ["Gmail in Japanese", "はい。\n\n2026年6月10日(水) 10:00 えにし <inquiry@x.example>:\n\n> x", "はい。"],
  ["Gmail in English", "Yes.\n\nOn Wed, Jun 10, 2026 at 10:00 AM Enishi <i@x.example> wrote:\n\n> x", "Yes."],
  ["broken in two", "Yes.\n\nOn Wed, Jun 10, 2026 at 10:00 AM Enishi\n<i@x.example> wrote:\n> x", "Yes."],
  ["Apple Mail", "はい。\n\n2026/06/10 10:00、えにし <i@x.example>のメール:\n\n> x", "はい。"],
  ["Outlook", "はい。\n\n-----Original Message-----\nFrom: x\nSubject: y", "はい。"],
  [
    "Outlook in Japanese",
    "はい。\n________________________________\n差出人: えにし <i@x.example>\n件名: y",
    "はい。",
  ],
  ["a header block", "はい。\n\n差出人: えにし <i@x.example>\n送信日時: x", "はい。"],
  ["a signature", "はい。\n-- \n森本\n06-0000-0000", "はい。"],
  ["quotes in between", "> 何時ですか\n10時です。\n> どこですか\n公園です。", "10時です。\n公園です。"],
  ["CRLF", "一行目\r\n\r\n\r\n\r\n二行目\r\n", "一行目\n\n二行目"],
])("issue 3 line 11: quoted text is cut: %s", (_name, text, kept) => {
  expect(withoutQuoted(text)).toBe(kept)
})

test.each([
  "2026年6月10日の水やりに参加します。時間は10:00でよいですか：",
  "On Wednesday I can come.",
  "From the station it takes five minutes.",
  "A --- B の道順で行きます",
])("issue 3 line 11: what only looks like it stays: %s", (text) => {
  expect(withoutQuoted(`${text}\nよろしくお願いします。`)).toContain(text)
})

test("issue 3 line 11: a mail of HTML only gives its words, never its markup", () => {
  const html =
    "<style>p{}</style><p>はい&amp;<b>どうぞ</b>&#128512;</p><script>alert(1)</script><blockquote>古い</blockquote>"
  expect(textOfHtml(html).trim()).toBe("はい&どうぞ😀")
})
