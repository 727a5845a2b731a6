import { dayText } from "#web/day-text.ts"
import { dayReading, weekdayReading } from "#web/easy-readings.ts"
import type { Lang, View } from "#web/view.ts"
import { weekOfMonth } from "../schema/expansion.ts"
import type { RulePart } from "../schema/rule-parts.ts"
import type { Rule } from "../schema/schedule.ts"

/** A message and its values: what repeats, as people tell it: 毎週土曜日, 毎月第2土曜日, 3日ごと. */
export type Told = { readonly key: string; readonly values: Readonly<Record<string, string | number>> }

export const ruleTold = (
  view: Pick<View, "lang">,
  rule: Pick<RulePart, "first" | "repeat" | "interval" | "weekdays">,
): Told => {
  const first = Temporal.PlainDate.from(rule.first)
  const every = rule.interval === 1 ? "every" : "each"
  const told = (name: string, values: Told["values"]): Told => ({
    key: `listings:rule.${every}-${name}`,
    values: { ...values, count: rule.interval },
  })
  switch (rule.repeat) {
    case "daily":
      return told("day", {})
    case "weekly":
      return told("week", {
        days: weekdaysText(view.lang, rule.weekdays?.length ? rule.weekdays : [first.dayOfWeek]),
      })
    case "monthly-by-day":
      return told("month", { day: dayOfMonth(view.lang, first.day) })
    case "monthly-by-weekday": {
      const week = weekOfMonth(first)
      const day = weekdaysText(view.lang, [first.dayOfWeek])
      return week < 0
        ? told("month-last", { day })
        : told("month-week", { day, week: ordinal(view.lang, week) })
    }
  }
}

/** Until when a rule goes; nothing where nobody said. */
export const untilTold = (view: Pick<View, "lang">, rule: Rule): Told | null =>
  rule.until
    ? { key: "listings:until", values: { day: dayText(view.lang, Temporal.PlainDate.from(rule.until)) } }
    : null

const names: Readonly<Record<"ja" | "en", readonly string[]>> = {
  ja: ["月", "火", "水", "木", "金", "土", "日"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}

/** Weekdays as words, in the notation of web/ruby.tsx; Monday is 1. */
export const weekdaysText = (lang: Lang, weekdays: readonly number[]): string => {
  const ordered = [...weekdays].sort((a, b) => a - b)
  if (lang === "en") return ordered.map((weekday) => names.en[weekday - 1]).join(", ")
  if (lang === "ja") return `${ordered.map((weekday) => names.ja[weekday - 1]).join("・")}曜日`
  return ordered.map((weekday) => `{${names.ja[weekday - 1]}曜日|${weekdayReading(weekday)}}`).join("と ")
}

const dayOfMonth = (lang: Lang, day: number): string => {
  if (lang === "en") return ordinal(lang, day)
  return lang === "ja" ? `${day}日` : `{${day}日|${dayReading(day)}}`
}

const ordinal = (lang: Lang, number: number): string => {
  if (lang !== "en") return String(number)
  const rest = number % 100 > 10 && number % 100 < 14 ? 0 : number % 10
  return `${number}${["th", "st", "nd", "rd"][rest] ?? "th"}`
}
