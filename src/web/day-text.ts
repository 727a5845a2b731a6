import {
  dayReading,
  hourReading,
  minuteCounter,
  minuteReading,
  monthReading,
  weekdayReading,
} from "./easy-readings.ts"
import type { Lang } from "./view.ts"

/** Days and times as words. In `ja-easy` the words carry readings in the notation of `ruby.tsx`. */

type Parts = { readonly year?: boolean; readonly month?: boolean }

const jaWeekdays = ["月", "火", "水", "木", "金", "土", "日"] as const
const enWeekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const
const enMonths = [
  ["January", "February", "March", "April", "May", "June"],
  ["July", "August", "September", "October", "November", "December"],
].flat()

const nearWords: Readonly<Record<Lang, readonly string[]>> = {
  ja: ["きょう", "あした", "あさって"],
  "ja-easy": ["きょう", "あした", "あさって"],
  en: ["Today", "Tomorrow", "In 2 days"],
}

/** The word for a day so near that people name it: きょう, あした, あさって. */
export function nearWord(lang: Lang, day: Temporal.PlainDate, today: Temporal.PlainDate): string | undefined {
  return nearWords[lang][today.until(day, { largestUnit: "days" }).days]
}

/** 2026年4月1日（水）; Wed 1 April 2026; with readings in easy Japanese. */
export function dayText(lang: Lang, day: Temporal.PlainDate, parts: Parts = {}): string {
  const { year = true, month = true } = parts
  if (lang === "en") return enDay(day, year, month)
  return lang === "ja" ? jaDay(day, year, month) : easyDay(day, year, month)
}

/** From the first day to the last, both counted in; what they share is said once. Two parts, to break between. */
export function daysParts(
  lang: Lang,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): readonly [string, string] {
  const year = first.year !== last.year
  const month = year || first.month !== last.month
  if (lang === "en") return [`${dayText(lang, first, { year, month })} to `, dayText(lang, last)]
  return [`${dayText(lang, first)}から`, `${dayText(lang, last, { year, month })}まで`]
}

/** 14:00 in Japanese and English; 午後2時 in easy Japanese. */
export function timeText(lang: Lang, time: Temporal.PlainTime): string {
  if (lang === "ja-easy") return easyTime(time)
  return `${time.hour}:${String(time.minute).padStart(2, "0")}`
}

export function timesText(lang: Lang, start: Temporal.PlainTime, end: Temporal.PlainTime): string {
  if (lang === "en") return `${timeText(lang, start)} to ${timeText(lang, end)}`
  return `${timeText(lang, start)}から${timeText(lang, end)}まで`
}

/** 30分, 2時間: half hours in minutes. */
export function durationText(lang: Lang, minutes: number): string {
  const [count, unit] = minutes % 60 === 0 ? [minutes / 60, "hour"] : [minutes, "minute"]
  if (lang === "en") return `${count} ${unit}${count === 1 ? "" : "s"}`
  if (lang === "ja") return `${count}${unit === "hour" ? "時間" : "分"}`
  return `${count}${unit === "hour" ? "{時間|じかん}" : `{分|${minuteCounter(count)}}`}`
}

function jaDay(day: Temporal.PlainDate, year: boolean, month: boolean): string {
  const start = (year ? `${day.year}年` : "") + (month ? `${day.month}月` : "")
  return `${start}${day.day}日（${jaWeekdays[day.dayOfWeek - 1] ?? ""}）`
}

function enDay(day: Temporal.PlainDate, year: boolean, month: boolean): string {
  const end = (month ? ` ${enMonths[day.month - 1] ?? ""}` : "") + (year ? ` ${day.year}` : "")
  return `${enWeekdays[day.dayOfWeek - 1] ?? ""} ${day.day}${end}`
}

function easyDay(day: Temporal.PlainDate, year: boolean, month: boolean): string {
  const start = year ? `${day.year}{年|ねん}` : ""
  const middle = month ? `{${day.month}月|${monthReading(day.month)}}` : ""
  const weekday = `${jaWeekdays[day.dayOfWeek - 1] ?? ""}曜日`
  return `${start}${middle}{${day.day}日|${dayReading(day.day)}}（{${weekday}|${weekdayReading(day.dayOfWeek)}}）`
}

function easyTime({ hour, minute }: Temporal.PlainTime): string {
  const minutes = minute === 0 ? "" : `{${minute}分|${minuteReading(minute)}}`
  if (hour === 12) return `{昼|ひる}の{12時|じゅうにじ}${minutes}`
  const half = hour < 12 ? "{午前|ごぜん}" : "{午後|ごご}"
  return `${half}{${hour % 12}時|${hourReading(hour % 12)}}${minutes}`
}
