import { expect, test } from "vitest"
import { fiscalYearAt, fiscalYearDays, fiscalYearName, fiscalYearOf, readFiscalYear } from "./fiscal-year.ts"

const tokyo = "Asia/Tokyo"

test.each([
  ["2024-03-31T23:50:00+09:00", 2023],
  ["2024-03-31T14:50:00Z", 2023],
  ["2024-03-31T15:00:00Z", 2024],
  ["2024-04-01T00:10:00+09:00", 2024],
  ["2023-12-31T23:59:59+09:00", 2023],
  ["2024-01-01T00:00:00+09:00", 2023],
])("X1: %s belongs to fiscal year %i by its day in Japan", (instant, year) => {
  expect(fiscalYearAt(Temporal.Instant.from(instant), tokyo)).toBe(year)
})

test("X1: the same instant is in another year where the day is another", () => {
  const instant = Temporal.Instant.from("2024-03-31T15:10:00Z")
  expect(fiscalYearAt(instant, "UTC")).toBe(2023)
  expect(fiscalYearAt(instant, "America/Los_Angeles")).toBe(2023)
})

test("X1: a year's first and last day are its own, the days beside them are not", () => {
  const { first, last } = fiscalYearDays(2022)
  expect([first.toString(), last.toString()]).toEqual(["2022-04-01", "2023-03-31"])
  const days = [first.subtract({ days: 1 }), first, last, last.add({ days: 1 })]
  expect(days.map(fiscalYearOf)).toEqual([2021, 2022, 2022, 2023])
})

test.each([
  ["令和4年度", 2022],
  ["令和８年度", 2026],
  ["令和 5 年度", 2023],
  ["平成31年度", 2019],
  ["令和元年度", 2019],
  ["平成元年度", 1989],
  ["FY2023", 2023],
  ["ＦＹ２０２３", 2023],
  ["2023年度", 2023],
  ["2023", 2023],
])("X1: %s is read as %i", (text, year) => {
  expect(readFiscalYear(text)).toBe(year)
})

test.each([
  "平成32年度",
  "平成33年度",
  "令和0年度",
  "平成0年度",
  "昭和63年度",
  "令和年度",
  "FY23",
  "",
  "来年度",
])("X1: %s is refused", (text) => {
  expect(readFiscalYear(text)).toBeNull()
})

test.each([
  [2019, "令和元年度"],
  [2018, "平成30年度"],
  [2022, "令和4年度"],
  [1989, "平成元年度"],
  [1988, "1988年度"],
])("X1: %i is shown as %s, always the same way", (year, name) => {
  expect(fiscalYearName(year)).toBe(name)
})

test("X1: what is shown is read back", () => {
  for (let year = 1989; year <= 2040; year++) expect(readFiscalYear(fiscalYearName(year))).toBe(year)
})
