import type { Main } from "./main.ts"
import type { LookAt } from "./reading.ts"
import { contradictsWeekday } from "./weekdays.ts"
import { dateOf } from "./years.ts"

const farFrom = (date: Temporal.PlainDate, edition: Temporal.PlainYearMonth): boolean =>
  Math.abs(edition.until(date.toPlainYearMonth(), { largestUnit: "months" }).months) > 24

/** What is odd about the single dates of a clause. */
export const doubtsOfDates = (main: Main, edition: Temporal.PlainYearMonth): LookAt[] => {
  const doubts: LookAt[] = []
  let previous: Temporal.PlainDate | undefined
  for (const [at, mention] of main.mentions.entries()) {
    const date = dateOf(main.years[at] ?? 0, mention.month ?? 0, mention.day)
    if (!date) continue
    const contradicts = !mention.monthClass && contradictsWeekday(mention, date)
    if (contradicts) doubts.push("weekday-contradicts")
    if (farFrom(date, edition)) doubts.push("far-from-edition")
    const confirmed = mention.weekdays.length > 0 && !contradicts
    if (previous && !confirmed && Temporal.PlainDate.compare(date, previous) < 0) doubts.push("out-of-order")
    previous = date
  }
  return doubts
}
