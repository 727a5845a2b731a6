import { expect, test } from "vitest"
import { readDay, readTime } from "./day-input.ts"

test.each([
  "2026-04-01",
  "2026/4/1",
  "20260401",
  "２０２６．４．１",
  "2026年4月1日",
  "2026年4月1日（水）",
  "令和8年4月1日",
  "令和８年４月１日(水曜日)",
  "R8.4.1",
  "r8/4/1",
  " 2026-4-1 ",
])("%s is 1 April 2026", (typed) => {
  expect(readDay(typed)?.toString()).toBe("2026-04-01")
})

test("the first year of an era may be written 元", () => {
  expect(readDay("令和元年5月1日")?.toString()).toBe("2019-05-01")
  expect(readDay("H31.4.30")?.toString()).toBe("2019-04-30")
})

test.each([
  "",
  "2026-02-30",
  "2026-13-01",
  "4月1日",
  "あした",
  "20264",
  "2026-04-01 10:00",
  "M45.7.30",
  "令和0年1月1日",
])("%s is no day, and none is guessed", (typed) => {
  expect(readDay(typed)).toBeUndefined()
})

test.each([
  ["9:30", "09:30"],
  ["9：30", "09:30"],
  ["14:00", "14:00"],
  ["14時", "14:00"],
  ["午後2時", "14:00"],
  ["午後2時半", "14:30"],
  ["午前10時15分", "10:15"],
  ["午後12時30分", "12:30"],
  ["午前0時", "00:00"],
  ["2pm", "14:00"],
])("%s is %s", (typed, expected) => {
  expect(readTime(typed)?.toString({ smallestUnit: "minute" })).toBe(expected)
})

test.each(["", "9", "25:00", "10:60", "午後14時", "ひる"])("%s is no time", (typed) => {
  expect(readTime(typed)).toBeUndefined()
})
