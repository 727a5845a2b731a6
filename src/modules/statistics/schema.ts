import { dayOf } from "#kernel/clock.ts"
import { fiscalYearAt, fiscalYearDays, readFiscalYear } from "#kernel/fiscal-year.ts"
import { readDay } from "#web/day-input.ts"

/** Which fiscal year, as of which day, and whether as known then or as known now. */
export type FigureRequest = {
  readonly year: number
  readonly asOf: Temporal.PlainDate
  readonly known: "then" | "now"
}

/** X2: a finished year stands as of its last day, a running one as of today, unless a day is asked for. */
export const readFigureRequest = (
  asked: {
    readonly year?: string | undefined
    readonly asOf?: string | undefined
    readonly known?: string | undefined
  },
  now: Temporal.Instant,
  zone: string,
): FigureRequest => {
  const thisYear = fiscalYearAt(now, zone)
  const read = readFiscalYear(asked.year ?? "")
  const year = read !== null && read >= 1989 && read <= thisYear ? read : thisYear
  const today = dayOf(now, zone)
  const { first, last } = fiscalYearDays(year)
  const known = asked.known === "then" ? "then" : "now"
  const day = readDay(asked.asOf ?? "")
  const latest = Temporal.PlainDate.compare(today, last) < 0 ? today : last
  const outside =
    !day || Temporal.PlainDate.compare(day, first) < 0 || Temporal.PlainDate.compare(day, today) > 0
  return { year, asOf: outside ? latest : day, known }
}
