import { describe, expect, test } from "vitest"
import { findCity } from "#cities/cities.ts"
import { event, type Cells } from "#test/support/imports.ts"
import { schedule } from "../schema/schedule.ts"
import { isRefused, type Accepted, type Refused } from "./profile.ts"
import { takamatsuEvents } from "./takamatsu-events.ts"

const takamatsu = findCity("takamatsu")
const read = (cells: Cells, city = takamatsu): Accepted | Refused => {
  const row = event(cells)
  return takamatsuEvents.read((column) => row[column] ?? "", city)
}
const accepted = (cells: Cells, city = takamatsu): Accepted => {
  const reading = read(cells, city)
  if (isRefused(reading)) throw new Error(reading.refused)
  return reading
}
const datesOf = (cells: Cells): unknown => {
  const made = schedule.parse(accepted(cells).content.schedule)
  return made.kind === "dates"
    ? made.dates.map(({ first, last, start, end }) => [first, last, start, end].filter(Boolean).join(" "))
    : made.kind
}

describe("days and times", () => {
  test.each([
    ["one day", { 開催日: "7月4日（土）" }, ["2026-07-04 2026-07-04 13:30 15:00"]],
    [
      "two sittings a day",
      { 開催日: "7月4日（土）", 開始時間: "①10：00\n②13：30", 終了時間: "①12：00\n②15：30" },
      ["2026-07-04 2026-07-04 10:00 12:00", "2026-07-04 2026-07-04 13:30 15:30"],
    ],
    [
      "each sitting on its own day",
      { 開催日: "①7月4日（土）\n②7月12日（日）", 開始時間: "①18:30\n②10:00", 終了時間: "①20:00\n②12:00" },
      ["2026-07-04 2026-07-04 18:30 20:00", "2026-07-12 2026-07-12 10:00 12:00"],
    ],
    [
      "days in a row",
      { 開催日: "7月4日～8月2日", 開始時間: "9:30", 終了時間: "17:00" },
      ["2026-07-04 2026-08-02 09:30 17:00"],
    ],
    [
      "times that differ by day are left to the words",
      { 開催日: "7月4日・5日", 開始時間: "4日（土）午後2時\n5日（日）午前10時", 終了時間: "－" },
      ["2026-07-04 2026-07-04", "2026-07-05 2026-07-05"],
    ],
    [
      "more sittings than one can name are left to the words",
      { 開催日: "7月1日～12月31日", 開始時間: "①10:00\n②13:30", 終了時間: "－" },
      ["2026-07-01 2026-12-31"],
    ],
    ["an end at midnight is the end of the day", { 終了時間: "24:00" }, ["2026-07-04 2026-07-04 13:30"]],
    [
      "an end after midnight",
      { 開始時間: "22:00", 終了時間: "25:30" },
      ["2026-07-04 2026-07-05 22:00 01:30"],
    ],
  ] as const)("%s", (_, cells, dates) => {
    expect(datesOf(cells)).toEqual(dates)
  })

  test("acceptance 19: no day stated is no day read, and 随時 is a kind", () => {
    expect(datesOf({ 開催日: "高松市ホームページ上で公開中" })).toEqual([])
    expect(accepted({ 開催日: "日程調整し決定" }).source.lookAt).toEqual(["no-day"])
    expect(datesOf({ 開催日: "随時（要調整）" })).toBe("any-time")
    expect(accepted({ 開催日: "随時（要調整）" }).source.lookAt).toEqual([])
  })

  test("acceptance 19: a weekday that contradicts, a day that there is not and an end before the start are marked", () => {
    expect(accepted({ 開催日: "7月4日（日）" }).source.lookAt).toEqual(["weekday-contradicts"])
    expect(accepted({ 開催日: "2026-02-30" }).source.lookAt).toContain("impossible-date")
    expect(accepted({ 開始時間: "15:00", 終了時間: "13:30" }).source.lookAt).toEqual(["end-before-start"])
  })

  test("what runs already began in the month of its edition at the latest", () => {
    expect(datesOf({ 開催日: "～7月26日（日）", 開始時間: "－", 終了時間: "－" })).toEqual([
      "2026-06-01 2026-07-26",
    ])
    expect(accepted({ 開催日: "～7月26日（日）" }).source.lookAt).toEqual(["open-ended"])
  })
})

describe("how to take part, in the words of the source", () => {
  test("whom to ask stands only where nothing is said", () => {
    const ask = "申し込みについては、問い合わせ先にお尋ねください。"
    expect(accepted({ 申込期間: "―", 定員: "70人" }).content.howToJoin).toContain(ask)
    expect(accepted({ 申込期間: "不要" }).content.howToJoin).toMatch(/^申込期間：不要\n/)
    expect(accepted({ 申込期間: "-", 定員: "当日先着\n220名" }).content.howToJoin).not.toContain(ask)
    expect(accepted({ 申込期間: "-", 定員: "無し", 料金: "無料･申込不要" }).content.howToJoin).not.toContain(
      ask,
    )
  })

  test.each([
    ["6月21日（日）まで", "2026-06-21T15:00:00Z"],
    ["6月5日（金）\n9:00～\n6月24日（水）\n正午まで", "2026-06-24T03:00:00Z"],
    ["～6月19日（金）17:00まで", "2026-06-19T08:00:00Z"],
    ["6月5日（金）9:00～", null],
    ["定員に達するまで\n※託児については6月20日まで", null],
    ["6月4日（木）～6月18日（木）\n（定員に達するまで、申込受付期間を延長しています。）", null],
    ["開催日の1週間前まで", null],
  ])("%j closes at %s", (text, instant) => {
    expect(accepted({ 申込期間: text }).content.applyBy?.toString() ?? null).toBe(instant)
  })
})

describe("links", () => {
  test.each([
    ["https://www.kamatamare.jp/", "https://www.kamatamare.jp/", []],
    ["公式サイト\n\nhttps://www.kamatamare.jp/", "https://www.kamatamare.jp/", []],
    ["―", "", []],
    ["https://www.flat-takamatsu.nhttps://www.flat-takamatsu.net/bcs/info6367.html", "", ["link-broken"]],
    ["https://www.city.takamatsu.kagawa.jp/kikuchikan/inde\nx.html", "", ["link-broken"]],
    ["https://localhost/", "", ["link-broken"]],
    ["www.city.takamatsu.kagawa.jp", "", ["link-broken"]],
    ["https://someone:secret@example.jp/", "", ["link-broken"]],
  ])("%j becomes %j", (cell, link, lookAt) => {
    const { content, source } = accepted({ URL: cell })
    expect([content.link, source.lookAt]).toEqual([link, lookAt])
  })

  test.each([
    "javascript:alert(1)",
    "くわしくは ＪＡＶＡＳＣＲＩＰＴ：alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
  ])("bad input: %j is refused at its column", (cell) => {
    expect(read({ URL: cell })).toEqual({
      column: "URL",
      refused: "http・https 以外のリンクは取り込めません",
    })
  })
})

describe("where it is for is said, never guessed", () => {
  test.each([
    ["the list of the city is for its people", {}, "whole-city"],
    [
      "a street called 丸亀町 is in the city",
      { 場所名称: "ブランチギャラリー（丸亀町商店街）" },
      "whole-city",
    ],
    ["another municipality is named", { 場所名称: "ＭＡＥＹＡＭＡＦＩＥＬＤ（さぬき市前山）" }, "outside"],
    [
      "only the position lies elsewhere",
      { 場所名称: "競技場", 緯度: "34.26198", 経度: "133.78601" },
      "unknown",
    ],
    ["the latitude written twice is no position", { 経度: "34.34541" }, "whole-city"],
  ] as const)("%s", (_, cells, scope) => {
    expect(accepted(cells).content).toMatchObject({ scope, areaCodes: [], fields: [] })
  })

  test("in another city's program it is outside", () => {
    expect(accepted({}, findCity("osaka")).content.scope).toBe("outside")
  })
})

describe("bad input", () => {
  test.each([
    [{ 行事名: "" }, "行事名", "行事名が書かれていません"],
    [{ 説明: "―" }, "説明", "説明が書かれていません"],
    [{ 行事名: "あ".repeat(1000) }, "行事名", "行事名が長すぎます（1000字。200字まで）"],
    [{ 掲載年月: "先月" }, "掲載年月", "掲載年月「先月」が年月として読めません"],
    [{ 掲載年月: "2026-13" }, "掲載年月", "掲載年月「2026-13」が年月として読めません"],
  ])("%j is refused", (cells, column, refused) => {
    expect(read(cells as Cells)).toEqual({ column, refused })
  })

  test("HTML, formulas, emoji and full-width digits stay the text that they are", () => {
    const cells = { 行事名: "<b>歌🎵</b>", 料金: "=HYPERLINK(1)", 定員: "２０人", 説明: "@SUM(A1)\n<script>" }
    expect(accepted(cells).content).toMatchObject({
      title: "<b>歌🎵</b>",
      fee: "=HYPERLINK(1)",
      capacity: "２０人",
      what: "@SUM(A1)\n<script>",
    })
  })

  test("a line break that a spreadsheet wrote as _x000B_ is one", () => {
    expect(accepted({ 場所名称: "ＩＫŌＤＥ瓦町_x000B_展示コーナー" }).content.placeName).toBe(
      "ＩＫŌＤＥ瓦町 展示コーナー",
    )
  })
})
