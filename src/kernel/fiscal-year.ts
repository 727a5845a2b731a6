import { dayOf } from "#kernel/clock.ts"

// X1: a fiscal year runs from 1 April to 31 March and is named by the year in which it begins.

/** The fiscal year of a calendar day. */
export const fiscalYearOf = (day: Temporal.PlainDate): number => (day.month >= 4 ? day.year : day.year - 1)

/** The fiscal year of an instant, by its calendar day in the city's time zone. */
export const fiscalYearAt = (instant: Temporal.Instant, zone: string): number =>
  fiscalYearOf(dayOf(instant, zone))

/** First and last day of a fiscal year. */
export const fiscalYearDays = (year: number): { first: Temporal.PlainDate; last: Temporal.PlainDate } => ({
  first: Temporal.PlainDate.from({ year, month: 4, day: 1 }),
  last: Temporal.PlainDate.from({ year: year + 1, month: 3, day: 31 }),
})

const eras = [
  { name: "令和", firstYear: 2019, years: Infinity },
  { name: "平成", firstYear: 1989, years: 31 },
] as const

/** 2026 → 「令和8年度」; 2019 is shown as 令和元年度. */
export const fiscalYearName = (year: number): string => {
  const era = eras.find((each) => year >= each.firstYear)
  if (!era) return `${year}年度`
  const number = year - era.firstYear + 1
  return `${era.name}${number === 1 ? "元" : number}年度`
}

/** Reads 「令和5年度」「平成31年度」「FY2023」「2023」; 平成32年度 or later and 令和0年度 are nothing. */
export const readFiscalYear = (text: string): number | null => {
  const plain = text.normalize("NFKC").replaceAll(/\s/g, "")
  const western = /^(?:FY)?(\d{4})(?:年度)?$/i.exec(plain)
  if (western) return Number(western[1])
  const japanese = /^(令和|平成)(元|\d{1,2})年度?$/.exec(plain)
  const era = eras.find((each) => each.name === japanese?.[1])
  if (!japanese || !era) return null
  const number = japanese[2] === "元" ? 1 : Number(japanese[2])
  return number < 1 || number > era.years ? null : era.firstYear + number - 1
}
