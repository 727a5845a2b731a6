import { readDay, readTime } from "#web/day-input.ts"
import type { Span } from "../schema/schedule.ts"
import { stated } from "./cells.ts"
import type { LookAtReason } from "./look-at.ts"
import { refuse, type Cells, type Refused } from "./profile.ts"

/** Days and times of a row, each in a column of its own. What is no day of the calendar is refused, not guessed. */
export type Dates = {
  readonly span: Span
  readonly applyBy: Temporal.PlainDateTime | null
  readonly lookAt: LookAtReason[]
}

const dayIn = (cells: Cells, column: string): Temporal.PlainDate | undefined | Refused => {
  const text = stated(cells(column))
  const day = readDay(text)
  return text === "" || day ? day : refuse(column, `${column}「${text}」は暦にない日か、日付として読めません`)
}

const timeIn = (cells: Cells, column: string): { time?: Temporal.PlainTime; isUnread: boolean } => {
  const text = stated(cells(column))
  // Some spreadsheets write seconds too.
  const time = readTime(text.replace(/^(\d{1,2}:\d{2}):00$/, "$1"))
  return { ...(time ? { time } : {}), isUnread: text !== "" && !time }
}

export const readDates = (cells: Cells): Dates | Refused => {
  const first = dayIn(cells, "開始日")
  const end = dayIn(cells, "終了日")
  const deadline = dayIn(cells, "参加申込終了日")
  for (const day of [first, end, deadline]) if (day && "refused" in day) return day
  const days = [first, end, deadline] as (Temporal.PlainDate | undefined)[]
  return days[0]
    ? spanFrom(cells, days[0], days[1] ?? days[0], days[2])
    : refuse("開始日", "開始日が書かれていません")
}

const spanFrom = (
  cells: Cells,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  deadline: Temporal.PlainDate | undefined,
): Dates | Refused => {
  if (Temporal.PlainDate.compare(last, first) < 0) return refuse("終了日", "終了日が開始日より前です")
  const [start, end] = [timeIn(cells, "開始時間"), timeIn(cells, "終了時間")]
  const isBackwards = start.time && end.time && Temporal.PlainTime.compare(end.time, start.time) <= 0
  if (isBackwards && first.equals(last)) return refuse("終了時間", "終了時間が開始時間より前です")
  const span = {
    first: first.toString(),
    last: last.toString(),
    ...(start.time ? { start: start.time.toString({ smallestUnit: "minute" }) } : {}),
    ...(start.time && end.time ? { end: end.time.toString({ smallestUnit: "minute" }) } : {}),
  }
  const isUnsure = start.isUnread || end.isUnread || (end.time !== undefined && !start.time)
  // Exceptions in words are shown with the dates; nobody has read them.
  const hasExceptions = stated(cells("開始日時特記事項")) !== ""
  return {
    span,
    applyBy: deadline ? endOf(deadline, timeIn(cells, "参加申込終了時間").time) : null,
    lookAt: [
      ...(isUnsure ? (["times-unread"] as const) : []),
      ...(hasExceptions ? (["partly-unread"] as const) : []),
    ],
  }
}

/** Without a time one can apply until the day is over. */
const endOf = (day: Temporal.PlainDate, time: Temporal.PlainTime | undefined): Temporal.PlainDateTime =>
  time ? day.toPlainDateTime(time) : day.add({ days: 1 }).toPlainDateTime()
