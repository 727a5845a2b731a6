import { foldDateText } from "./fold.ts"
import { readDays, readFolded } from "./read-days.ts"
import type { ReadDays } from "./reading.ts"

/** 「9月の試合日程」「6・7月」「3月4月」: months named without a day. */
const monthsNamed = (folded: string): number[] =>
  [...folded.matchAll(/((?:\d{1,2}\s*[・、,]\s*)*\d{1,2})\s*月/g)]
    .flatMap(([, list = ""]) => [...list.matchAll(/\d+/g)].map(Number))
    .filter((month) => month >= 1 && month <= 12)

/**
 * Days of an entry with more than one cell. The first cell speaks; where it names a month but no day, as in
 * 「9月の試合日程」, the days of that month are read from the cells after it (the times of the matches).
 */
export const readDaysFrom = (texts: readonly string[], edition: Temporal.PlainYearMonth): ReadDays => {
  const [first = "", ...others] = texts
  const read = readDays(first, edition)
  const months = monthsNamed(foldDateText(first))
  if (read.days.length > 0 || read.lookAt.length > 0 || months.length === 0) return read
  for (const other of others) {
    const inside = readFolded(foldDateText(other), edition, months)
    if (inside.days.length > 0) return inside
  }
  return read
}
