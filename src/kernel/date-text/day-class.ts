import holidays from "@holiday-jp/holiday_jp"

/** Days of one kind: 「土・日」「金～日曜日・祝日」「第2土曜日」「平日」. Weekdays as in ISO 8601, Monday is 1. */
export type DayClass = {
  readonly weekdays: ReadonlySet<number>
  readonly holidays: "too" | "never" | "as-any"
  readonly nths: readonly number[]
}

const letters = "月火水木金土日"
export const weekdayOf = (letter: string): number => letters.indexOf(letter) + 1

const item = "(?:[月火水木金土日](?:曜日?)?|祝日?|休日)"
const between = String.raw`\s*(?:[・、,~/]|及び|および|と|や)*\s*`
const nth = String.raw`第\s*[1-5](?:\s*[・、,]\s*第?[1-5])*\s*`

/** A class of days as it stands in a pattern; `isDayClass` then rejects a letter that is part of a word. */
export const dayClassPattern = String.raw`(?:毎週?\s*)?\(?(?:${nth})?(?:平日|${item}(?:${between}${item})*)\)?`

/** 「日」 alone may be the end of any word: it takes 曜, 毎, 第 or a second day to make it a weekday. */
export const isDayClass = (text: string): boolean =>
  /曜|平日|祝|休日|毎|第/.test(text) || text.replaceAll(/[^月火水木金土日]/g, "").length > 1

export const isHoliday = (day: Temporal.PlainDate): boolean => day.toString() in holidays.holidays

const named = (text: string): Set<number> => {
  const weekdays = new Set<number>()
  let previous = 0
  for (const [, wave, letter = ""] of text.matchAll(/(~\s*)?([月火水木金土日])(?:曜日?)?/g)) {
    const weekday = weekdayOf(letter)
    if (wave && previous) for (let at = previous; at !== weekday; at = (at % 7) + 1) weekdays.add(at)
    weekdays.add(weekday)
    previous = weekday
  }
  return weekdays
}

export const readDayClass = (text: string): DayClass => {
  if (text.includes("平日")) return { weekdays: new Set([1, 2, 3, 4, 5]), holidays: "never", nths: [] }
  const nths = [...(/第[1-5第・、,\s]+/.exec(text)?.[0] ?? "").matchAll(/[1-5]/g)].map(Number)
  const weekdays = named(text.replaceAll(/祝日|休日|祝/g, ""))
  return { weekdays, holidays: /祝|休日/.test(text) ? "too" : "as-any", nths }
}

export const belongs = (day: Temporal.PlainDate, days: DayClass): boolean => {
  if (days.holidays !== "as-any" && isHoliday(day)) return days.holidays === "too"
  if (!days.weekdays.has(day.dayOfWeek)) return false
  return days.nths.length === 0 || days.nths.includes(Math.ceil(day.day / 7))
}
