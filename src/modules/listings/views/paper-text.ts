import { createTexts } from "#web/texts.ts"
import en from "../messages/en.json" with { type: "json" }
import ja from "../messages/ja.json" with { type: "json" }
import type { ListingCard, Occurrence } from "../queries/cards.ts"
import type { ListingRow } from "../queries/records.ts"
import { deadlineOf } from "../schema/typed.ts"
import { ruleTold } from "./rule-text.ts"

// 広報紙用テキスト: what the ward's paper prints of a listing, in the order and spelling that papers use.

export type PaperItem = { readonly row: ListingRow; readonly card: ListingCard }

// A ward's paper is Japanese, whatever the language of the officer who makes it.
const say = createTexts([{ name: "listings", messages: { ja, en } }])("ja").text as (
  key: string,
  values?: Readonly<Record<string, string | number>>,
) => string

const weekdays = ["月", "火", "水", "木", "金", "土", "日"] as const

const day = (date: Temporal.PlainDate): string =>
  `${date.month}月${date.day}日(${weekdays[date.dayOfWeek - 1] ?? ""})`

/** 午後2時30分; noon and midnight as papers write them. */
const time = (at: Temporal.Instant, zone: string): string => {
  const { hour, minute } = at.toZonedDateTimeISO(zone)
  const minutes = minute === 0 ? "" : `${minute}分`
  if (hour === 12 && minute === 0) return "正午"
  return `${hour < 12 ? "午前" : "午後"}${hour % 12}時${minutes}`
}

/** The second time says 午前 or 午後 only where it differs from the first. */
const times = ({ startsAt, endsAt }: Occurrence, zone: string): string => {
  if (!startsAt) return ""
  const start = time(startsAt, zone)
  if (!endsAt) return start
  const end = time(endsAt, zone)
  const shared = start.slice(0, 2) === end.slice(0, 2) && start !== "正午"
  return `${start}～${shared ? end.slice(2) : end}`
}

const when = ({ card }: PaperItem, zone: string): string => {
  const { occurrence, schedule, scheduleText } = card
  if (schedule.kind === "any-time") return say("listings:any-time")
  if (!occurrence) return scheduleText
  const { firstDay, lastDay } = occurrence
  const days = firstDay.equals(lastDay) ? day(firstDay) : `${day(firstDay)}～${day(lastDay)}`
  const told = schedule.kind === "rule" && card.more > 0 ? ruleTold({ lang: "ja" }, schedule) : null
  const repeats = told ? `（${say(told.key, told.values)}）` : ""
  return [`${days}${repeats}`, times(occurrence, zone)].filter(Boolean).join(" ")
}

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, " ").trim()

/** Lines that say nothing are left out. */
export const paperText = (item: PaperItem, zone: string): string => {
  const { row, card } = item
  const lines: readonly (readonly [string, string])[] = [
    ["listings:paper.when", when(item, zone)],
    [
      "listings:paper.where",
      [row.placeName, row.placeAddress && `(${row.placeAddress})`].filter(Boolean).join(""),
    ],
    ["listings:paper.what", oneLine(row.what)],
    ["listings:paper.for-whom", oneLine(row.forWhom)],
    ["listings:paper.capacity", oneLine(row.capacity)],
    ["listings:paper.fee", oneLine(row.fee)],
    ["listings:paper.apply", [oneLine(row.howToJoin), deadline(row, zone)].filter(Boolean).join(" ")],
    [
      "listings:paper.contact",
      [card.organiser?.name ?? row.credit, oneLine(row.contact)].filter(Boolean).join(" "),
    ],
  ]
  const told = lines.filter(([, text]) => text !== "").map(([label, text]) => `${say(label)}　${text}`)
  return [`■${row.title}`, ...told].join("\n")
}

const deadline = (row: ListingRow, zone: string): string => {
  if (!row.applyBy) return ""
  return say("listings:paper.until", { day: day(deadlineOf(row.applyBy, zone).day) })
}
