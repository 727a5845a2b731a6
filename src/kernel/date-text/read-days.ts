import { splitClauses } from "./clauses.ts"
import { doubtsOfDates } from "./doubts.ts"
import { foldDateText } from "./fold.ts"
import { dateClause, piecesOf, type Main } from "./main.ts"
import { findMentions, type Mention } from "./mentions.ts"
import { readNotes, type Notes } from "./notes.ts"
import type { Piece } from "./pieces.ts"
import type { LookAt, ReadDays, Span } from "./reading.ts"
import { saysMore, writesDay } from "./remains.ts"
import { changeSpan, isCountable, sortSpans, wholeOf } from "./spans.ts"
import { shareWeekdays } from "./weekdays.ts"

const change = ({ span, only }: Piece, notes: Notes): Span[] | undefined => {
  const isDay = span.first !== null && span.last !== null && span.first.equals(span.last)
  const all = isDay ? { ...notes, only, closedOn: [] } : { ...notes, only: [...only, ...notes.only] }
  if (all.only.length + all.closedOn.length + all.closed.length === 0) return [span]
  return isCountable(span) ? changeSpan(span, all) : undefined
}

const result = (days: readonly Span[], lookAt: readonly LookAt[]): ReadDays => ({
  days: sortSpans(days),
  lookAt: [...new Set(lookAt)].toSorted(),
  precision: days.length > 0 ? "day" : "undetermined",
})

const readClause = (main: Main, remarks: readonly string[], edition: Temporal.PlainYearMonth): ReadDays => {
  const pieces = piecesOf(main)
  const announced = pieces.filter((piece) => typeof piece !== "string")
  const doubts: LookAt[] = [
    ...doubtsOfDates(main, edition),
    ...pieces.filter((piece) => typeof piece === "string"),
  ]
  const notes = readNotes(remarks, wholeOf(announced.map(({ span }) => span)))
  const days: Span[] = []
  for (const piece of announced) {
    const changed = change(piece, notes)
    if (!changed?.length) doubts.push("partly-unread")
    days.push(...(changed ?? [piece.span]))
  }
  if (notes.unread || saysMore(main, announced)) doubts.push("partly-unread")
  if (main.uncertain && announced.length > 0) doubts.push("year-uncertain")
  if (days.some(({ first, last }) => !first || !last)) doubts.push("open-ended")
  return result(days, doubts)
}

/** `months` are those that are known from elsewhere to be meant; a day of another month is then not read. */
export const readFolded = (
  folded: string,
  edition: Temporal.PlainYearMonth,
  months: readonly number[] = [],
): ReadDays => {
  const { main: text, notes: remarks } = splitClauses(folded)
  const found = findMentions(text, months.length === 1 ? months[0] : undefined)
  const isMeant = ({ month }: Mention): boolean =>
    month !== undefined && (months.length === 0 || months.includes(month))
  const mentions = shareWeekdays(text, found.filter(isMeant))
  const misses = mentions.length < found.length
  if (mentions.length === 0) {
    return result([], misses || [text, ...remarks].some(writesDay) ? ["partly-unread"] : [])
  }
  const read = readClause(dateClause({ text, mentions }, edition), remarks, edition)
  return misses ? result(read.days, [...read.lookAt, "partly-unread"]) : read
}

/** Longer than this, a text is not a cell for dates. */
const longest = 2000

/** Days in a text that an office published in `edition`, whose year counts where the text writes none. */
export const readDays = (text: string, edition: Temporal.PlainYearMonth): ReadDays =>
  text.length > longest ? result([], ["partly-unread"]) : readFolded(foldDateText(text), edition)
