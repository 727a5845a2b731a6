/** Readings of numbers with their counters, for やさしい日本語. Irregular ones are written out. */

const ones = ["", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう"] as const
const months = [
  ["いち", "に", "さん", "し", "ご", "ろく"],
  ["しち", "はち", "く", "じゅう", "じゅういち", "じゅうに"],
].flat()
const days: Readonly<Record<number, string>> = {
  1: "ついたち",
  2: "ふつか",
  3: "みっか",
  4: "よっか",
  5: "いつか",
  6: "むいか",
  7: "なのか",
  8: "ようか",
  9: "ここのか",
  10: "とおか",
  14: "じゅうよっか",
  17: "じゅうしちにち",
  19: "じゅうくにち",
  20: "はつか",
  24: "にじゅうよっか",
  27: "にじゅうしちにち",
  29: "にじゅうくにち",
}
const hours: Readonly<Record<number, string>> = { 0: "れいじ", 4: "よじ", 7: "しちじ", 9: "くじ" }
const minutes: Readonly<Record<number, string>> = {
  0: "じゅっぷん",
  1: "いっぷん",
  2: "にふん",
  3: "さんぷん",
  4: "よんぷん",
  5: "ごふん",
  6: "ろっぷん",
  7: "ななふん",
  8: "はっぷん",
  9: "きゅうふん",
}
const weekdays = ["げつ", "か", "すい", "もく", "きん", "ど", "にち"] as const

/** 1 to 99. */
function number(value: number): string {
  return tens(Math.floor(value / 10)) + (ones[value % 10] ?? "")
}

function tens(count: number): string {
  if (count === 0) return ""
  return (count === 1 ? "" : (ones[count] ?? "")) + "じゅう"
}

export function monthReading(month: number): string {
  return `${months[month - 1] ?? ""}がつ`
}

export function dayReading(day: number): string {
  return days[day] ?? `${number(day)}にち`
}

/** 0 to 12. */
export function hourReading(hour: number): string {
  return hours[hour] ?? `${number(hour)}じ`
}

/** 1 to 59. */
export function minuteReading(minute: number): string {
  const rest = minute % 10
  const full = Math.floor(minute / 10)
  return (rest === 0 ? tens(full).slice(0, -"じゅう".length) : tens(full)) + (minutes[rest] ?? "")
}

/** ふん or ぷん, after any number of minutes. */
export function minuteCounter(count: number): string {
  return (minutes[count % 10] ?? "").slice(-2)
}

/** 1 (Monday) to 7, as `Temporal` counts. */
export function weekdayReading(weekday: number): string {
  return `${weekdays[weekday - 1] ?? ""}ようび`
}
