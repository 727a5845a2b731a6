import { expect, test } from "vitest"
import { areNumberedAlike, readTimes } from "./read-times.ts"

const reads = (start: string, end = "-"): string => {
  const { sessions, lookAt } = readTimes(start, end)
  const short = (time: Temporal.PlainTime | null): string => time?.toString({ smallestUnit: "minute" }) ?? ""
  return [
    ...sessions.map(
      (sitting) => `${short(sitting.start)}-${short(sitting.end)}${sitting.endsNextDay ? "+1" : ""}`,
    ),
    ...lookAt.map((mark) => `!${mark}`),
  ].join(" ")
}

test.each([
  ["9:30", "11:00", "09:30-11:00"],
  ["９：３０", "１１：００", "09:30-11:00"],
  ["1000", "1200", "10:00-12:00"],
  ["午後1時30分", "午後3時", "13:30-15:00"],
  ["午後1時半～3時", "", "13:30-15:00"],
  ["午前10時", "正午", "10:00-12:00"],
  ["①9:30 ②13:00", "①11:00 ②15:00", "09:30-11:00 13:00-15:00"],
  ["14:00、18:00", "-", "14:00- 18:00-"],
  ["10:00～\n11:00～", "-", "10:00- 11:00-"],
  ["午前10時～\n午後9時", "", "10:00-21:00"],
  ["18:00", "24:00", "18:00-00:00+1"],
  ["18:00", "24", "18:00-00:00+1"],
  ["開場18：00\n開演19：00", "", "19:00-"],
  ["13:00", "16:00\n（最終受付：\n15:30）", "13:00-16:00"],
])("times %j and %j are %s", (start, end, expected) => {
  expect(reads(start, end)).toBe(expected)
})

test.each(["-", "－", "―", "ー", "−", "–", "", " ", "いつでも", "会期中いつでも"])(
  "%j is no time",
  (text) => {
    expect(reads(text, text)).toBe("")
    expect(readTimes(text, text).precision).toBe("undetermined")
  },
)

test.each([
  ["9:75", "-", "!impossible-time"],
  ["25:00", "-", "!impossible-time"],
  ["18:00", "2:00", "18:00- !end-before-start"],
  ["①9:30 ②13:00", "15:00", "09:30- 13:00- !partly-unread"],
  ["", "10:00", "!partly-unread"],
  ["10:00～\n11:00～", "各回1時間程度", "10:00- 11:00- !partly-unread"],
  ["1時間程度、おおむね午後8時まで", "", "!partly-unread"],
  ["9:30", "17:00（ただし、金、土は19:00まで）", "09:30-17:00 !differs-by-day"],
  ["10:00\n初日は13:00から", "21:00\n最終日は15:00まで", "10:00-21:00 !differs-by-day"],
  ["20日（土）\n午後2時\n21日（日）\n午後3時", "-", "!differs-by-day"],
  ["6:00（10月）\n6:30（11月）", "-", "!differs-by-day"],
])("times %j and %j are read as far as they are certain: %s", (start, end, expected) => {
  expect(reads(start, end)).toBe(expected)
})

test("numbers on both the days and the times pair them", () => {
  expect(areNumberedAlike("①4月4日\n②4月5日", "①10:00\n②11:00")).toBe(true)
  expect(areNumberedAlike("4月4日", "①10:00\n②11:00")).toBe(false)
  expect(areNumberedAlike("①4月4日\n②4月5日", "10:00")).toBe(false)
})
