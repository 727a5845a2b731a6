const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  R: 2018,
  平成: 1988,
  H: 1988,
  昭和: 1925,
  S: 1925,
}
const separated =
  /^(?:(令和|平成|昭和|[RHS])\s*(元|0?[1-9]|[1-9]\d)|(\d{4}))\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const weekdayAtEnd = /\s*[(（][月火水木金土日](?:曜日?)?[)）]$/

/**
 * A day as people type it: 2026-04-01, 2026/4/1, 20260401, 令和8年4月1日（水）, R8.4.1, also in full-width digits.
 * Nothing when it is no day, such as 2026-02-30. The year must be stated: nothing is guessed.
 */
export function readDay(typed: string): Temporal.PlainDate | undefined {
  const text = typed.normalize("NFKC").trim().replace(weekdayAtEnd, "").toUpperCase()
  const plain = compact.exec(text)
  if (plain) return dayOf(plain[1], plain[2], plain[3])
  const match = separated.exec(text)
  if (!match) return undefined
  const [, era, eraYear, year, month, day] = match
  if (!era) return dayOf(year, month, day)
  return dayOf(String((eras[era] ?? 0) + (eraYear === "元" ? 1 : Number(eraYear))), month, day)
}

function dayOf(year?: string, month?: string, day?: string): Temporal.PlainDate | undefined {
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(day) }
    return Temporal.PlainDate.from(fields, { overflow: "reject" })
  } catch {
    return undefined
  }
}

const clock = /^(午前|午後|AM|PM)?\s*(\d{1,2})\s*(?:[:時]\s*(\d{1,2})?\s*分?)?\s*(AM|PM)?$/

/** A time as people type it: 9:30, 14：00, 午後2時, 2時半, 2pm. Nothing when it is no time. */
export function readTime(typed: string): Temporal.PlainTime | undefined {
  const text = typed.normalize("NFKC").trim().toUpperCase().replace("時半", "時30分")
  const match = clock.exec(text)
  if (!match || /^\d+$/.test(text)) return undefined
  const [, before, hour, minute, after] = match
  return timeOf(before ?? after, Number(hour), Number(minute ?? 0))
}

function timeOf(half: string | undefined, typedHour: number, minute: number): Temporal.PlainTime | undefined {
  if (half && typedHour > 12) return undefined
  const afternoon = half === "午後" || half === "PM"
  const hour = half ? (typedHour % 12) + (afternoon ? 12 : 0) : typedHour
  return hour > 23 || minute > 59 ? undefined : new Temporal.PlainTime(hour, minute)
}
