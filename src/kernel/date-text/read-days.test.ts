import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readDaysFrom } from "./read-days-from.ts"
import { readDays } from "./read-days.ts"
import type { ReadDays } from "./reading.ts"

const written = (read: ReadDays): string => {
  const spans = read.days.map(({ first, last }) =>
    first && last && first.equals(last)
      ? `${first.toString()}`
      : `${first?.toString() ?? ""}..${last?.toString() ?? ""}`,
  )
  return [...spans, ...read.lookAt.map((mark) => `!${mark}`)].join(" ")
}

const reads = (text: string, edition = "2026-04"): string =>
  written(readDays(text, Temporal.PlainYearMonth.from(edition)))

const table = (rows: readonly (readonly [string, string, string?])[]): void => {
  test.each(rows.map(([text, days, edition = "2026-04"]) => ({ text, days, edition })))(
    "$edition「$text」→ $days",
    (row) => {
      expect(reads(row.text, row.edition)).toBe(row.days)
    },
  )
}

describe("a day in whatever way it is written", () => {
  table([
    ["5月9日（土）", "2026-05-09"],
    ["５月９日（土）", "2026-05-09"],
    ["5 月 9 日 土曜日", "2026-05-09"],
    ["5月10日\n（日）", "2026-05-10"],
    ["5月9日㈯", "2026-05-09"],
    ["2月20日(aaa)", "2026-02-20", "2026-03"],
    ["令和8年4月1日", "2026-04-01"],
    ["令和元年5月1日", "2019-05-01", "2019-04"],
    ["R8.4.1", "2026-04-01"],
    ["R8/4/1", "2026-04-01"],
    ["H31.4.30", "2019-04-30", "2019-04"],
    ["2026/4/1", "2026-04-01"],
    ["2026-04-01", "2026-04-01"],
    ["2026.4.1", "2026-04-01"],
    ["20260401", "2026-04-01"],
    ["2026年4月1日", "2026-04-01"],
    ["2026-05-09T10:00:00", "2026-05-09"],
    ["5/9(土)", "2026-05-09"],
    ["①5月9日②5月16日", "2026-05-09 2026-05-16"],
    ["5月9日（土）10:00～16:00", "2026-05-09"],
  ])
})

describe("several days, and stretches of days", () => {
  table([
    ["8月5日（水）～8月16日（日）", "2026-08-05..2026-08-16", "2026-07"],
    ["5月9日から11日まで", "2026-05-09..2026-05-11"],
    ["5/3(日)~5(火)", "2026-05-03..2026-05-05"],
    ["5月3日ー5日", "2026-05-03..2026-05-05"],
    ["5月9日（土）10:00～5月10日（日）16:00", "2026-05-09..2026-05-10"],
    ["12月31日～1月2日", "2026-12-31..2027-01-02", "2026-12"],
    ["10月29日～令和9年1月26日", "2026-10-29..2027-01-26", "2026-10"],
    ["11月22日から翌年3月31日まで（予定）", "2026-11-22..2027-03-31", "2026-11"],
    ["5月2・3日(土・日)", "2026-05-02 2026-05-03"],
    ["5月2日、3日、6月6日", "2026-05-02 2026-05-03 2026-06-06"],
    ["（6月11日、）7月9日、1月14日\nいずれも（木）", "2026-06-11 2026-07-09 2027-01-14", "2026-07"],
    ["5月1日～3日、5月9日", "2026-05-01..2026-05-03 2026-05-09"],
    ["5月1日～10日、5月9日", "2026-05-01..2026-05-10 !out-of-order"],
  ])
})

describe("only some days of a stretch", () => {
  table([
    ["毎週火曜日 10月6日～10月27日", "2026-10-06 2026-10-13 2026-10-20 2026-10-27", "2026-09"],
    ["5月9日～5月23日の土曜日", "2026-05-09 2026-05-16 2026-05-23"],
    ["5月1日～5月12日の金～日曜日・祝日", "2026-05-01..2026-05-06 2026-05-08..2026-05-10"],
    ["5月1日～5月31日の第2・4日曜日", "2026-05-10 2026-05-24"],
    ["5月の第2土曜日", "2026-05-09"],
    ["6月～7月の第1水曜日", "2026-06-03 2026-07-01"],
    ["5月7日～5月12日※平日のみ", "2026-05-07..2026-05-08 2026-05-11..2026-05-12"],
    ["5月1日～5月8日 平日のみ", "2026-05-01 2026-05-07..2026-05-08"],
    ["8月5日（水）～8月16日（日） ※10日以外", "2026-08-05..2026-08-09 2026-08-11..2026-08-16", "2026-07"],
    ["5月1日～5月10日（月曜日を除く）", "2026-05-01..2026-05-03 2026-05-05..2026-05-10"],
    ["5月1日～10日 月曜休館", "2026-05-01..2026-05-03 2026-05-05..2026-05-10"],
    ["5月1日～11日※月曜休館", "2026-05-01..2026-05-03 2026-05-05..2026-05-11"],
    ["5月1日～10日※月曜休館、ただし4日開館", "2026-05-01..2026-05-10"],
    ["5月8日～5月20日※5月12日(火)、13日(水)は休室", "2026-05-08..2026-05-11 2026-05-14..2026-05-20"],
    [
      "12月25日～1月6日※12月29日から1月4日の正午までは休館",
      "2026-12-25..2026-12-28 2027-01-04..2027-01-06",
      "2026-12",
    ],
  ])
})

describe("the year comes from the edition", () => {
  table([
    ["1月10日", "2024-01-10", "2023-12"],
    ["12月20日", "2023-12-20", "2024-01"],
    ["1月6日～3月11日", "2026-01-06..2026-03-11", "2026-03"],
    ["6月11日、9月10日、1月14日", "2026-06-11 2026-09-10 2027-01-14", "2026-12"],
    ["来年1月10日", "2027-01-10", "2026-04"],
    ["2月29日", "2024-02-29", "2024-01"],
    // A weekday breaks a tie, but it does not carry an event off by a year.
    ["10月1日(木)", "2026-10-01", "2026-01"],
    ["10月1日(水)", "2025-10-01", "2026-01"],
    ["10月1日", "2026-10-01 !year-uncertain", "2026-01"],
    ["8月21日(木)", "2024-08-21 !weekday-contradicts", "2024-08"],
    ["2062年5月9日", "2062-05-09 !far-from-edition"],
  ])
})

describe("nothing is invented", () => {
  table([
    ["", ""],
    ["―", ""],
    ["随時（要調整）", ""],
    ["9月の試合日程", ""],
    ["5月中旬", ""],
    ["令和8年5月", ""],
    ["毎週土曜日", ""],
    ["毎月第2土曜日", ""],
    ["特別展開催期間中の日・祝", ""],
    ["こどもの日", ""],
    ["全5回、3日間", ""],
    ["平日10:00～17:00", ""],
    ["5月の日本文化", ""],
    ["昨年5月9日", "!partly-unread"],
    ["毎年5月5日", "!partly-unread"],
    ["1899年4月1日", "!partly-unread"],
    ["申込は5月9日まで", "!partly-unread"],
    ["5月9日（土）※4月20日締切", "2026-05-09 !partly-unread"],
    ["5月10日（日）（雨天時は17日）", "2026-05-10 !partly-unread"],
    ["5月10日（日） 雨天順延 5月17日", "2026-05-10 !partly-unread"],
    ["5月9日から毎週土曜日", "2026-05-09 !partly-unread"],
    ["5月9日（土）又は16日（土）", "2026-05-09 2026-05-16 !partly-unread"],
    ["5月9日ほか", "2026-05-09 !partly-unread"],
    ["8月9日～10月11日（全8回）", "2026-08-09..2026-10-11 !partly-unread", "2026-07"],
  ])

  test("a text without digits states no day, whatever else it says", () => {
    const piece = fc.constantFrom(
      "月",
      "日",
      "（土）",
      "～",
      "年",
      "令和",
      "の",
      "毎週",
      "※",
      "休館",
      "、",
      "\n",
      "a",
      "\u0000",
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(readDays(pieces.join(""), Temporal.PlainYearMonth.from("2026-04")).days).toEqual([])
      }),
    )
  })

  test("no text brings the reader down, and each day it gives is one that the text writes", () => {
    const piece = fc.constantFrom(
      "5月",
      "31日",
      "2月",
      "30日",
      "9",
      "/",
      "(土)",
      "～",
      "※",
      "除く",
      "(",
      ")",
      "日",
      "令和8年",
      "、",
      "毎週",
      "🎏",
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join("")
        for (const { first, last } of readDays(text, Temporal.PlainYearMonth.from("2026-04")).days) {
          expect(first ?? last).not.toBeNull()
          expect(/\d/.test(text)).toBe(true)
        }
      }),
    )
  })
})

describe("what cannot be so is told, never corrected", () => {
  table([
    ["2月30日", "!impossible-date"],
    ["2026-02-30", "!impossible-date"],
    ["2月29日", "!impossible-date", "2025-01"],
    ["13月1日", "!impossible-date"],
    ["4月31日、5月1日", "2026-05-01 !impossible-date"],
    ["2月1日～2月30日", "!impossible-date", "2026-01"],
    ["5月10日～5月1日", "!end-before-start !out-of-order"],
    ["2026-05-10～2026-05-01", "!end-before-start !out-of-order"],
    ["5月9日(日)", "2026-05-09 !weekday-contradicts"],
    ["5月9日・16日いずれも(日)", "2026-05-09 2026-05-16 !weekday-contradicts"],
    ["～5月31日(日)", "..2026-05-31 !open-ended"],
    ["5月31日まで", "..2026-05-31 !open-ended"],
    ["5月9日～", "2026-05-09.. !open-ended"],
  ])

  test("an absurdly long cell is not searched for days", () => {
    expect(reads("5月9日".repeat(1000))).toBe("!partly-unread")
  })
})

test("every day of two years is read back in every form, with its year left out where the edition tells it", () => {
  const forms: readonly ((day: Temporal.PlainDate) => string)[] = [
    (day) => `${day.month}月${day.day}日`,
    (day) => `${day.month}/${day.day}`,
    (day) => `${day.month}月${day.day}日（${"月火水木金土日"[day.dayOfWeek - 1]}）`,
    (day) => day.toString(),
    (day) => day.toString().replaceAll("-", ""),
    (day) => `令和${day.year - 2018}年${day.month}月${day.day}日`,
    (day) => `R${day.year - 2018}.${day.month}.${day.day}`,
  ]
  const days = fc
    .integer({ min: 0, max: 730 })
    .map((days) => Temporal.PlainDate.from("2025-01-01").add({ days }))
  fc.assert(
    fc.property(days, fc.constantFrom(...forms), fc.integer({ min: 0, max: 5 }), (day, form, ahead) => {
      const edition = day.toPlainYearMonth().subtract({ months: ahead })
      expect(written(readDays(form(day), edition))).toBe(day.toString())
    }),
  )
})

describe("an entry with more than one cell", () => {
  const from = (...texts: readonly string[]): string =>
    written(readDaysFrom(texts, Temporal.PlainYearMonth.from("2026-04")))

  test("a month alone lets the days of that month be read from the next cell", () => {
    expect(from("5月の試合日程", "【A】\n2日（土）午後2時\n【B】\n16日（土）午後6時")).toBe(
      "2026-05-02 2026-05-16",
    )
    expect(from("5月・6月の試合日程", "【A】5月2日（土）【B】6月6日（土）")).toBe("2026-05-02 2026-06-06")
  })

  test("a day of another month, or of no month, is not read", () => {
    expect(from("5月の試合日程", "8月1日の金曜日は20:00まで")).toBe("")
    expect(from("5・6月の試合日程", "2日（土）午後2時")).toBe("")
  })

  test("where the first cell states days, or neither days nor months, the next is not asked", () => {
    expect(from("5月9日", "10日は13:00から")).toBe("2026-05-09")
    expect(from("随時", "5月10日 13:00")).toBe("")
  })
})
