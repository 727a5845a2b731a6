import { expect, test } from "vitest"
import { addBusinessDays, businessDayBefore, businessDaysUntil, isBusinessDay } from "./business-days.ts"

const day = (text: string) => Temporal.PlainDate.from(text)

test.each([
  ["2026-06-10", true, "a Wednesday"],
  ["2026-06-13", false, "a Saturday"],
  ["2026-06-14", false, "a Sunday"],
  ["2026-04-29", false, "昭和の日"],
  ["2026-05-06", false, "a holiday moved from a Sunday"],
  ["2026-09-22", false, "a day between two holidays"],
  ["2026-12-28", true, "the last day of work"],
  ["2026-12-29", false, "the year's end"],
  ["2027-01-01", false, "New Year's Day"],
  ["2027-01-03", false, "the year's beginning"],
  ["2027-01-04", true, "the first day of work"],
])("%s is a day of work: %s (%s)", (text, expected) => {
  expect(isBusinessDay(day(text))).toBe(expected)
})

test.each([
  ["2026-06-10", 0, "2026-06-10"],
  ["2026-06-10", 1, "2026-06-11"],
  ["2026-06-12", 1, "2026-06-15"],
  ["2026-06-13", 1, "2026-06-15"],
  ["2026-04-28", 1, "2026-04-30"],
  ["2026-05-01", 1, "2026-05-07"],
  ["2026-12-28", 1, "2027-01-04"],
  ["2026-06-10", 10, "2026-06-24"],
])("from %s, %i days of work later it is %s", (from, days, due) => {
  expect(addBusinessDays(day(from), days).toString()).toBe(due)
})

test.each([
  ["2026-06-10", "2026-06-10", 0],
  ["2026-06-12", "2026-06-15", 1],
  ["2026-12-28", "2027-01-04", 1],
  ["2026-06-15", "2026-06-12", -1],
  ["2026-05-07", "2026-05-01", -1],
])("from %s to %s it is %i days of work", (from, to, days) => {
  expect(businessDaysUntil(day(from), day(to))).toBe(days)
})

test.each([
  ["2026-06-10", "2026-06-09"],
  ["2026-06-15", "2026-06-12"],
  ["2027-01-04", "2026-12-28"],
])("the business day before %s is %s", (now, before) => {
  expect(businessDayBefore(day(now)).toString()).toBe(before)
})

test("holidays are known for the years that the program will see", () => {
  for (const year of [2022, 2026, 2030, 2035]) expect(isBusinessDay(day(`${year}-05-05`))).toBe(false)
})
