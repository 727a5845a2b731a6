import type { City } from "#kernel/city.ts"
import { hasControls, isKana, toKatakana } from "#kernel/text.ts"
import type { Content } from "../schema/content.ts"
import type { Span } from "../schema/schedule.ts"
import { noDetails } from "../schema/details.ts"
import { areaStated } from "./area-stated.ts"
import { labelled, oneLine, stated, titleOf } from "./cells.ts"
import { factsOf } from "./facts-stated.ts"
import { whoOf } from "./identity.ts"
import { withinLimits } from "./limits.ts"
import { isHarmfulLink, readLink } from "./links.ts"
import { inOrder } from "./look-at.ts"
import { readDates, type Dates } from "./municipal-dates.ts"
import { readPosition } from "./position.ts"
import { isRefused, refuse, type Cells, type Identity, type Profile, type Reading } from "./profile.ts"

// 「イベント一覧」 of the 推奨データセット, the form in which most municipalities publish events.

export const municipalEvents: Profile = {
  name: "municipal-events",
  title: "推奨データセット「イベント一覧」の行事",
  columns: [
    "都道府県コード又は市区町村コード",
    "NO",
    "都道府県名",
    "市区町村名",
    "イベント名",
    "イベント名_カナ",
    "イベント名_英語",
    "開始日",
    "終了日",
    "開始時間",
    "終了時間",
    "開始日時特記事項",
    "説明",
    "料金(基本)",
    "料金(詳細)",
    "連絡先名称",
    "連絡先電話番号",
    "連絡先内線番号",
    "主催者",
    "場所名称",
    "住所",
    "方書",
    "緯度",
    "経度",
    "アクセス方法",
    "駐車場情報",
    "定員",
    "参加申込終了日",
    "参加申込終了時間",
    "参加申込方法",
    "URL",
    "備考",
  ],
  required: ["イベント名", "開始日", "説明", "場所名称"],
  read: (cells, city) => {
    if (isHarmfulLink(cells("URL"))) return refuse("URL", "http・https 以外のリンクは取り込めません")
    const dates = readDates(cells)
    return isRefused(dates) ? dates : read(cells, city, dates)
  },
}

const read = (cells: Cells, city: City, { span, applyBy, lookAt }: Dates): Reading => {
  const { link, words, isBroken } = readLink(cells("URL"))
  const position = readPosition(cells("緯度"), cells("経度"))
  const address = oneLine(cells("住所"))
  const publisher = {
    code: oneLine(cells("都道府県コード又は市区町村コード")),
    name: oneLine(cells("市区町村名")),
  }
  const area = areaStated(address, publisher, city)
  const content: Content = {
    kind: "event",
    title: titleOf(cells("イベント名")),
    titleKana: kanaOf(cells("イベント名_カナ")),
    what: whatOf(cells),
    forWhom: "",
    howToJoin: howToJoin(cells, words),
    placeName: oneLine(cells("場所名称")),
    placeAddress: [address, oneLine(cells("方書"))].filter((text) => text !== "").join("　"),
    online: false,
    fee: feeOf(cells),
    capacity: capacityOf(cells),
    contact: contactOf(cells),
    link,
    applyBy: applyBy ? applyBy.toZonedDateTime(city.zone).toInstant() : null,
    scope: area.scope,
    areaCodes: area.areaCodes,
    fields: [],
    schedule: { kind: "dates", dates: [span] },
    details: {
      ...noDetails,
      ...factsOf({ fee: feeOf(cells), capacity: capacityOf(cells), apply: applyOf(cells) }),
    },
    english: { title: titleOf(cells("イベント名_英語")), what: "", howToJoin: "" },
  }
  const source = {
    scheduleText: scheduleText(cells),
    applyText: labelled(
      [
        ["", applyOf(cells)],
        ["締切", deadlineText(cells)],
      ],
      "　",
    ),
    lookAt: inOrder([
      ...lookAt,
      ...(area.isUnknown ? (["area-unknown"] as const) : []),
      ...(isBroken ? (["link-broken"] as const) : []),
    ]),
    sourceUrl: "",
    credit: creditOf(cells),
    licence: "",
    ...(position ? { position } : {}),
  }
  return withinLimits({ identity: identityOf(cells, content, span), edition: "", content, source }, columnOf)
}

const columnOf = {
  title: "イベント名",
  titleKana: "イベント名_カナ",
  what: "説明",
  forWhom: "説明",
  howToJoin: "参加申込方法",
  placeName: "場所名称",
  placeAddress: "住所",
  fee: "料金(詳細)",
  capacity: "定員",
  contact: "連絡先名称",
} as const

/** The publisher's own number, where there is one: it is unique within the publisher. */
const identityOf = (cells: Cells, { title, placeName }: Content, span: Span): Identity => {
  const number = oneLine(cells("NO"))
  const publisher = oneLine(cells("都道府県コード又は市区町村コード")) || oneLine(cells("市区町村名"))
  if (number !== "") return { id: `${publisher}|${number}` }
  return {
    who: whoOf(cells("連絡先電話番号"), cells("主催者") || cells("連絡先名称")),
    what: title,
    when: span.last,
    sitting: `${placeName} ${span.start ?? ""}`,
  }
}

const kanaOf = (cell: string): string => {
  const kana = toKatakana(titleOf(cell))
  return isKana(kana) && !hasControls(kana) ? kana : ""
}

const whatOf = (cells: Cells): string => {
  const what = stated(cells("説明"))
  if (what === "") return ""
  return labelled(
    [
      ["", what],
      ["アクセス", oneLine(cells("アクセス方法"))],
      ["駐車場", oneLine(cells("駐車場情報"))],
      ["備考", oneLine(cells("備考"))],
    ],
    "\n",
  )
}

const inYen = (cell: string): string => {
  const text = oneLine(cell).normalize("NFKC")
  return /^\d+$/.test(text) ? `${Number(text).toLocaleString("ja-JP")}円` : oneLine(cell)
}
const feeOf = (cells: Cells): string =>
  labelled(
    [
      ["", inYen(cells("料金(基本)"))],
      ["", oneLine(cells("料金(詳細)"))],
    ],
    "　",
  )

const capacityOf = (cells: Cells): string => {
  const text = oneLine(cells("定員"))
  return /^\d+$/.test(text.normalize("NFKC")) ? `${text}人` : text
}

const contactOf = (cells: Cells): string => {
  const extension = oneLine(cells("連絡先内線番号"))
  return labelled(
    [
      ["", oneLine(cells("連絡先名称"))],
      ["", oneLine(cells("連絡先電話番号"))],
      ["", extension === "" ? "" : `内線${extension}`],
      ["主催", oneLine(cells("主催者"))],
    ],
    "　",
  )
}

const deadlineText = (cells: Cells): string =>
  labelled(
    [
      ["", oneLine(cells("参加申込終了日"))],
      ["", oneLine(cells("参加申込終了時間"))],
    ],
    " ",
  )

const applyOf = (cells: Cells): string => oneLine(cells("参加申込方法"))

/** The words of the source. Only where it says nothing of how to apply, whom to ask instead. */
const howToJoin = (cells: Cells, words: string): string => {
  const apply = applyOf(cells)
  const deadline = deadlineText(cells)
  const ask = apply + deadline === "" ? "申し込みについては、問い合わせ先にお尋ねください。" : ""
  return labelled(
    [
      ["参加申込方法", apply],
      ["申込締切", deadline],
      ["", ask],
      ["問い合わせ先", contactOf(cells)],
      ["ホームページ", words],
    ],
    "\n",
  )
}

const scheduleText = (cells: Cells): string => {
  const [first, last] = [oneLine(cells("開始日")), oneLine(cells("終了日"))]
  const [start, end] = [oneLine(cells("開始時間")), oneLine(cells("終了時間"))]
  const until = (from: string, to: string): string => (to === "" || to === from ? from : `${from}～${to}`)
  return labelled(
    [
      ["", until(first, last)],
      ["", until(start, end)],
      ["", oneLine(cells("開始日時特記事項"))],
    ],
    "　",
  )
}

const creditOf = (cells: Cells): string => {
  const publisher = oneLine(cells("都道府県名")) + oneLine(cells("市区町村名"))
  return publisher === "" ? "" : `${publisher}オープンデータを加工`
}
