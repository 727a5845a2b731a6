// Times of day as they stand in a text.

/** Hours up to 29 are those after midnight: 「25:30」 is half past one of the next day. */
export type ClockTime = { readonly time: Temporal.PlainTime; readonly nextDay: boolean }

/** One time, or one from–to; undefined stands for a time that no clock shows. */
export type Clock = {
  readonly from: ClockTime | undefined
  readonly to: ClockTime | undefined | null
  /** 「午後8時まで」: the end of something, with no beginning. */
  readonly isLimit: boolean
}

const one = (name: string): string =>
  String.raw`(?:(?<${name}Half>午前|午後|AM|PM)?\s*(?<${name}Hour>\d{1,2})(?::(?<${name}Minute>\d{2})(?::\d{2})?|時(?!間)(?:(?<${name}Thirty>半)|(?<${name}Minutes>\d{1,2})分)?)|(?<${name}Noon>正午))`
const pattern = new RegExp(String.raw`${one("a")}(?:\s*(?:~|から)\s*${one("b")})?(?<limit>\s*まで)?`, "giu")

type Groups = Readonly<Record<string, string | undefined>>

const hourOf = (hour: number, half: string): number => {
  const isAfternoon = /午後|pm/i.test(half)
  return isAfternoon && hour < 12 ? hour + 12 : hour
}

export const clockTime = (hour: number, minute: number): ClockTime | undefined => {
  if (hour > 29 || minute > 59) return undefined
  return { time: new Temporal.PlainTime(hour % 24, minute), nextDay: hour >= 24 }
}

const timeOf = (groups: Groups, name: string, half = ""): ClockTime | undefined => {
  if (groups[`${name}Noon`]) return clockTime(12, 0)
  const minute = groups[`${name}Thirty`]
    ? 30
    : Number(groups[`${name}Minute`] ?? groups[`${name}Minutes`] ?? 0)
  return clockTime(hourOf(Number(groups[`${name}Hour`]), groups[`${name}Half`] ?? half), minute)
}

const clockOf = (groups: Groups): Clock => {
  const from = timeOf(groups, "a")
  const isRange = groups["bHour"] !== undefined || groups["bNoon"] !== undefined
  // 「午後1時～3時」: the afternoon holds for both.
  const to = isRange ? timeOf(groups, "b", groups["aHalf"]) : null
  return { from, to, isLimit: !isRange && groups["limit"] !== undefined }
}

/** All times of a folded text, in its order. A cell of bare digits is a time: 「1330」, and 「24」 for the end. */
export const findClocks = (text: string): Clock[] => {
  const bare = /^\s*(\d{1,2}?)(\d{2})?\s*$/.exec(text)
  if (bare) return [{ from: clockTime(Number(bare[1]), Number(bare[2] ?? 0)), to: null, isLimit: false }]
  return [...text.matchAll(pattern)].map((found) => clockOf(found.groups ?? {}))
}
