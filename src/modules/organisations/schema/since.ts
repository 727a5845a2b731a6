const eras: Readonly<Record<string, { readonly before: number; readonly years: number }>> = {
  令和: { before: 2018, years: 99 },
  R: { before: 2018, years: 99 },
  平成: { before: 1988, years: 31 },
  H: { before: 1988, years: 31 },
  昭和: { before: 1925, years: 64 },
  S: { before: 1925, years: 64 },
  大正: { before: 1911, years: 15 },
  T: { before: 1911, years: 15 },
  明治: { before: 1867, years: 45 },
  M: { before: 1867, years: 45 },
}

const written =
  /^(?:(令和|平成|昭和|大正|明治|[RHSTM])(元|\d{1,2})|([12]\d{3}))(?:年|[./-])?(?:(\d{1,2})月?)?(?:頃|ごろ)?$/i

/**
 * A year with or without its month, as people type it: 2015, 2015/4, 2015年4月, 平成27年4月, H27.4. It is kept as
 * 2015 or 2015-04; nothing when it is no month of the calendar. X1: 平成32年 and 令和0年 are none.
 */
export const readSince = (typed: string): string | null => {
  const match = written.exec(typed.normalize("NFKC").replaceAll(/\s/g, ""))
  if (!match) return null
  const [, era, eraYear, western, month] = match
  const year = western ? Number(western) : yearOf(era ?? "", eraYear ?? "")
  if (year === null || (month !== undefined && (Number(month) < 1 || Number(month) > 12))) return null
  return month === undefined ? String(year) : `${year}-${month.padStart(2, "0")}`
}

const yearOf = (era: string, typed: string): number | null => {
  const known = eras[era.toUpperCase()] ?? eras[era]
  const number = typed === "元" ? 1 : Number(typed)
  return known && number >= 1 && number <= known.years ? known.before + number : null
}

/** Is that year or month still to come? */
export const isToCome = (since: string, today: Temporal.PlainDate): boolean =>
  since !== "" && since > today.toString().slice(0, since.length)
