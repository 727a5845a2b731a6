import type { City } from "#kernel/city.ts"
import { readDaysFrom } from "#kernel/date-text/read-days-from.ts"
import { areNumberedAlike, readTimes } from "#kernel/date-text/read-times.ts"
import type { Content } from "../schema/content.ts"
import { noDetails } from "../schema/details.ts"
import { readDeadline } from "./apply-by.ts"
import { labelled, oneLine, stated, titleOf } from "./cells.ts"
import { factsOf } from "./facts-stated.ts"
import { sittingOf, whenOf, whoOf } from "./identity.ts"
import { withinLimits } from "./limits.ts"
import { isHarmfulLink, readLink } from "./links.ts"
import { inOrder } from "./look-at.ts"
import { isWithin, readPosition, type Position } from "./position.ts"
import { refuse, type Cells, type Profile, type Reading } from "./profile.ts"
import { scheduleFrom } from "./schedule-from.ts"

// 「まなび図鑑」 as the City of Takamatsu publishes it: a sheet a month in free text, joined into one file.

const columns = [
  "掲載年月",
  "対象",
  "開催日",
  "開始時間",
  "終了時間",
  "行事名",
  "場所名称",
  "緯度",
  "経度",
  "説明",
  "料金",
  "定員",
  "申込期間",
  "URL",
  "問い合わせ先",
  "TEL",
] as const

/** The municipality whose list it is. */
const publisher = "372013"

const credit = {
  sourceUrl: "https://github.com/takamatsu-city/opendata",
  credit: "高松市オープンデータを加工",
  licence: "CC BY 4.0",
}

/** Around the city with its islands; a stadium of another city lies outside. */
const around = { south: 34.1, north: 34.47, west: 133.87, east: 134.22 }

/** The other municipalities of Kagawa. 「丸亀町」 is a street of Takamatsu, so the whole name is asked for. */
const neighbours =
  /(?:丸亀|坂出|善通寺|観音寺|さぬき|東かがわ|三豊)市|(?:土庄|小豆島|三木|直島|宇多津|綾川|琴平|多度津|まんのう)町/u

/** Nothing but online: a hall in town that can be followed online too is a place. */
const onlinePlace = /オンライン|オンデマンド|ホームページ上|Zoom|YouTube/iu

export const takamatsuEvents: Profile = {
  name: "takamatsu-events",
  title: "高松市オープンデータ「まなび図鑑」の行事",
  columns,
  required: columns,
  read: (cells, city) => {
    const edition = readEdition(cells("掲載年月"))
    if (!edition) return refuse("掲載年月", `掲載年月「${oneLine(cells("掲載年月"))}」が年月として読めません`)
    if (isHarmfulLink(cells("URL"))) return refuse("URL", "http・https 以外のリンクは取り込めません")
    return read(cells, city, edition)
  },
}

const readEdition = (cell: string): Temporal.PlainYearMonth | undefined => {
  const [, year, month] = /^(20\d{2})[-/年](\d{1,2})月?$/.exec(cell.normalize("NFKC").trim()) ?? []
  if (!year || Number(month) < 1 || Number(month) > 12) return undefined
  return new Temporal.PlainYearMonth(Number(year), Number(month))
}

const read = (cells: Cells, city: City, edition: Temporal.PlainYearMonth): Reading => {
  const [days, start, end] = [cells("開催日"), cells("開始時間"), cells("終了時間")]
  const readings = { days: readDaysFrom([days, start], edition), times: readTimes(start, end) }
  const numberedAlike = areNumberedAlike(days, start)
  const { schedule, lookAt } = scheduleFrom({ ...readings, text: stated(days), edition, numberedAlike })
  const { link, words, isBroken } = readLink(cells("URL"))
  const position = readPosition(cells("緯度"), cells("経度"))
  const contact = [oneLine(cells("問い合わせ先")), oneLine(cells("TEL"))]
    .filter((text) => text !== "")
    .join("　")
  const placeName = oneLine(cells("場所名称"))
  const content: Content = {
    kind: "event",
    title: titleOf(cells("行事名")),
    titleKana: "",
    what: stated(cells("説明")),
    forWhom: audiences[stated(cells("対象"))] ?? stated(cells("対象")),
    howToJoin: howToJoin(cells, contact, words),
    placeName,
    placeAddress: "",
    online: onlinePlace.test(placeName),
    fee: oneLine(cells("料金")),
    capacity: oneLine(cells("定員")),
    contact,
    link,
    applyBy: readDeadline(cells("申込期間"), edition, city.zone),
    scope: scopeOf(placeName, position, city),
    areaCodes: [],
    fields: [],
    schedule,
    details: {
      ...noDetails,
      ...factsOf({
        fee: oneLine(cells("料金")),
        capacity: oneLine(cells("定員")),
        apply: oneLine(cells("申込期間")),
      }),
    },
    english: { title: "", what: "", howToJoin: "" },
  }
  const accepted = {
    identity: {
      who: whoOf(cells("TEL"), cells("問い合わせ先")),
      what: content.title,
      when: whenOf(readings.days.days),
      sitting: sittingOf(position, placeName, readings.times),
    },
    edition: edition.toString(),
    content,
    source: {
      ...credit,
      scheduleText: scheduleText(days, start, end),
      applyText: oneLine(cells("申込期間")),
      lookAt: inOrder([...lookAt, ...(isBroken ? (["link-broken"] as const) : [])]),
      ...(position ? { position } : {}),
    },
  }
  return withinLimits(accepted, columnOf)
}

const columnOf = {
  title: "行事名",
  titleKana: "行事名",
  what: "説明",
  forWhom: "対象",
  howToJoin: "申込期間",
  placeName: "場所名称",
  placeAddress: "場所名称",
  fee: "料金",
  capacity: "定員",
  contact: "問い合わせ先",
} as const

/** 「両方」 means both of the words that this column knows. */
const audiences: Readonly<Record<string, string>> = { 両方: "子ども・親子、高校生・一般" }

/** 「当日先着220名」 says how to take part as well. */
const saysHow = /先着|申込|申し込|不要|当日|自由|予約|抽選/u

/** The words of the source. Only where it says nothing of how to apply, whom to ask instead. */
const howToJoin = (cells: Cells, contact: string, words: string): string => {
  const [apply, capacity, fee] = [oneLine(cells("申込期間")), oneLine(cells("定員")), oneLine(cells("料金"))]
  const isSaid = apply !== "" || saysHow.test(capacity + fee)
  return labelled(
    [
      ["申込期間", apply],
      ["", isSaid ? "" : "申し込みについては、問い合わせ先にお尋ねください。"],
      ["定員", capacity],
      ["料金", saysHow.test(fee) ? fee : ""],
      ["問い合わせ先", contact],
      ["ホームページ", words],
    ],
    "\n",
  )
}

const scheduleText = (days: string, start: string, end: string): string =>
  labelled(
    [
      ["", oneLine(days)],
      ["開始", oneLine(start)],
      ["終了", oneLine(end)],
    ],
    "　",
  )

/**
 * The list as a whole is for the people of the city that publishes it: that is said, not guessed. What says that it
 * takes place in another municipality is outside; where only the position lies elsewhere, nothing is claimed.
 */
const scopeOf = (place: string, position: Position | undefined, city: City): Content["scope"] => {
  if (city.code !== publisher || neighbours.test(place)) return "outside"
  return position && !isWithin(position, around) ? "unknown" : "whole-city"
}
