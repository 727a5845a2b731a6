import { describe, expect, test } from "vitest"
import { findCity } from "#cities/cities.ts"
import { counts, importWorld, type Cells } from "#test/support/imports.ts"
import { readColumns } from "./columns.ts"
import { municipalEvents } from "./municipal-events.ts"
import { isRefused, type Accepted, type Refused } from "./profile.ts"

const osaka = findCity("osaka")

const event = (cells: Cells = {}): Cells => ({
  都道府県コード又は市区町村コード: "271004",
  NO: "12",
  都道府県名: "大阪府",
  市区町村名: "大阪市",
  イベント名: "公園の花の教室",
  イベント名_カナ: "コウエンノハナノキョウシツ",
  イベント名_英語: "Flowers of our park",
  開始日: "2026-07-04",
  終了日: "2026-07-04",
  開始時間: "10:00",
  終了時間: "11:30",
  開始日時特記事項: "",
  説明: "花を植えます。",
  "料金(基本)": "1500",
  "料金(詳細)": "小学生は無料",
  連絡先名称: "公園事務所",
  連絡先電話番号: "06-6613-0160",
  連絡先内線番号: "21",
  主催者: "花の会",
  場所名称: "桃ヶ池公園",
  住所: "大阪府大阪市阿倍野区桃ヶ池町1-8",
  方書: "",
  緯度: "34.63",
  経度: "135.52",
  アクセス方法: "昭和町駅から5分",
  駐車場情報: "",
  定員: "20",
  参加申込終了日: "2026-06-30",
  参加申込終了時間: "17:00",
  参加申込方法: "電話",
  URL: "https://www.city.osaka.lg.jp/",
  備考: "雨天中止",
  ...cells,
})

const read = (cells: Cells = {}): Accepted | Refused => {
  const row = event(cells)
  return municipalEvents.read((column) => row[column] ?? "", osaka)
}
const accepted = (cells: Cells = {}): Accepted => {
  const reading = read(cells)
  if (isRefused(reading)) throw new Error(reading.refused)
  return reading
}

test("every column of the standard finds its place", () => {
  expect(accepted()).toMatchObject({
    identity: { id: "271004|12" },
    content: {
      title: "公園の花の教室",
      titleKana: "コウエンノハナノキョウシツ",
      what: "花を植えます。\nアクセス：昭和町駅から5分\n備考：雨天中止",
      howToJoin:
        "参加申込方法：電話\n申込締切：2026-06-30 17:00\n問い合わせ先：公園事務所　06-6613-0160　内線21　主催：花の会",
      fee: "1,500円　小学生は無料",
      capacity: "20人",
      scope: "areas",
      areaCodes: ["271195"],
      schedule: {
        kind: "dates",
        dates: [{ first: "2026-07-04", last: "2026-07-04", start: "10:00", end: "11:30" }],
      },
      english: { title: "Flowers of our park" },
    },
    source: {
      scheduleText: "2026-07-04　10:00～11:30",
      applyText: "電話　締切：2026-06-30 17:00",
      credit: "大阪府大阪市オープンデータを加工",
      lookAt: [],
    },
  })
  expect(accepted().content.applyBy?.toString()).toBe("2026-06-30T08:00:00Z")
})

describe("bad input is refused at its column", () => {
  test.each([
    [{ 開始日: "2026-02-30" }, "開始日", "開始日「2026-02-30」は暦にない日か、日付として読めません"],
    [{ 開始日: "" }, "開始日", "開始日が書かれていません"],
    [{ 終了日: "2026-07-03" }, "終了日", "終了日が開始日より前です"],
    [{ 終了時間: "9:00" }, "終了時間", "終了時間が開始時間より前です"],
    [{ URL: "javascript:alert(1)" }, "URL", "http・https 以外のリンクは取り込めません"],
    [{ 説明: "" }, "説明", "説明が書かれていません"],
  ])("%j", (cells, column, refused) => {
    expect(read(cells as Cells)).toEqual({ column, refused })
  })

  test("what can be read although it is written otherwise", () => {
    const { content } = accepted({ 開始日: "令和８年７月４日（土）", 終了日: "", 開始時間: "１０：００" })
    expect(content.schedule).toEqual({
      kind: "dates",
      dates: [{ first: "2026-07-04", last: "2026-07-04", start: "10:00", end: "11:30" }],
    })
    expect(accepted({ 開始時間: "未定" }).source.lookAt).toEqual(["times-unread"])
  })
})

describe("the area is what the address says", () => {
  test.each([
    ["阿倍野区桃ヶ池町1-8", { scope: "areas", areaCodes: ["271195"] }, []],
    ["大阪府堺市北区百舌鳥", { scope: "outside", areaCodes: [] }, []],
    ["堺市北区百舌鳥", { scope: "outside", areaCodes: [] }, []],
    ["桃ヶ池町1-8", { scope: "unknown", areaCodes: [] }, []],
    ["", { scope: "unknown", areaCodes: [] }, []],
    ["大阪市阿倍乃区桃ヶ池町", { scope: "unknown", areaCodes: [] }, ["area-unknown"]],
  ])("bad input, an unknown area too: %j", (address, content, lookAt) => {
    const reading = accepted({ 住所: address })
    expect(reading.content).toMatchObject(content)
    expect(reading.source.lookAt).toEqual(lookAt)
  })

  test("北区 in the list of another city is not ours", () => {
    const sapporo = { 都道府県コード又は市区町村コード: "011002", 市区町村名: "札幌市", 住所: "北区北7条" }
    expect(accepted(sapporo).content.scope).toBe("unknown")
  })

  test("in a city without wards an address in it is for the whole city", () => {
    const row = event({ 住所: "香川県高松市番町1-8-15" })
    const reading = municipalEvents.read((column) => row[column] ?? "", findCity("takamatsu"))
    expect(reading).toMatchObject({ content: { scope: "whole-city" } })
  })
})

describe("headings", () => {
  const headingsOf = (...headings: string[]) => readColumns(municipalEvents, headings)

  test("marks, numbers and notes around a name do not matter; a name within a name does", () => {
    const headings = [
      "※必須 5.イベント名",
      "イベント名_カナ",
      "開始日(YYYY-MM-DD)",
      "開始日時特記事項",
      "説明",
      "場所名称",
      "NOTE",
      "URL",
    ]
    const { missing, cellsOf } = headingsOf(...headings)
    expect(missing).toEqual([])
    const cells = cellsOf(Object.fromEntries(headings.map((heading) => [heading, heading])))
    expect(["イベント名", "イベント名_カナ", "開始日", "開始日時特記事項", "NO", "URL"].map(cells)).toEqual([
      "※必須 5.イベント名",
      "イベント名_カナ",
      "開始日(YYYY-MM-DD)",
      "開始日時特記事項",
      "",
      "URL",
    ])
  })

  test("what is needed and not there is told", () => {
    expect(headingsOf("名称", "開始日", "場所").missing).toEqual(["イベント名", "説明", "場所名称"])
  })
})

test("acceptance 18: with the publisher's own number even title and day may change", async () => {
  const { take, listings, owner } = await importWorld({ city: "osaka", profile: municipalEvents })
  expect(await take([event(), event({ NO: "13", 住所: "" })])).toEqual(counts({ rows: 2, created: 2 }))
  const changed = event({ イベント名: "公園の野菜の教室", 開始日: "2026-07-11", 終了日: "2026-07-11" })
  expect(await take([changed, event({ NO: "13", 住所: "" })])).toEqual(
    counts({ rows: 2, updated: 1, unchanged: 1 }),
  )
  const [first] = await listings()
  expect(first).toMatchObject({ title: "公園の野菜の教室", version: 2, nextAt: expect.anything() })
  const areas = await owner.selectFrom("listingAreas").select(["listingId", "areaCode"]).execute()
  expect(areas).toEqual([{ listingId: first?.id, areaCode: "271195" }])
  const english = await owner
    .selectFrom("texts")
    .select(["field", "body"])
    .where("ownerId", "=", first?.id ?? "")
    .execute()
  expect(english).toEqual([{ field: "title", body: "Flowers of our park" }])
})
