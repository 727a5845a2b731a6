import { readDays } from "#kernel/date-text/read-days.ts"
import { readTime } from "#web/day-input.ts"

const day = String.raw`(?:(?:令和\d+年|\d{4}年|[RH]\d+/))?(?:\d{1,2}月\d{1,2}日?|\d{1,2}/\d{1,2}|\d{1,2}日)(?:\([月火水木金土日祝休・]+\))?`
const time = String.raw`(?:正午|(?:午前|午後)?\d{1,2}(?::\d{2}|時(?:半|\d{1,2}分)?))`
const rest = String.raw`(?:\(予定\))?(?:\(定員(?![^()]*延長)[^()]*\))?。?`
const untilDay = new RegExp(`^(?:(?:${day}(?:${time})?)?(から|~))?(${day})(${time})?(まで)?${rest}$`, "u")

/** The instant from which nobody can apply any more, where a text says nothing but that; else nothing. */
export const readDeadline = (
  text: string,
  edition: Temporal.PlainYearMonth,
  zone: string,
): Temporal.Instant | null => {
  const plain = text.normalize("NFKC").replaceAll("〜", "~").replaceAll(/\s/g, "")
  const [, range, lastDay, lastTime, until] = untilDay.exec(plain) ?? []
  if (!lastDay || (!range && !until)) return null
  const read = readDays(text, edition)
  const last = read.days.at(-1)?.last
  if (!last || read.lookAt.some((doubt) => doubt !== "open-ended")) return null
  return instantOf(last, lastTime, zone)
}

/** Without a time one can apply until the day is over. */
const instantOf = (
  last: Temporal.PlainDate,
  timeText: string | undefined,
  zone: string,
): Temporal.Instant | null => {
  if (!timeText) return last.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  const plainTime = timeText === "正午" ? new Temporal.PlainTime(12) : readTime(timeText)
  return plainTime ? last.toZonedDateTime({ timeZone: zone, plainTime }).toInstant() : null
}
