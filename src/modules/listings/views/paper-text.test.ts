import { expect, test } from "vitest"
import { paperText, type PaperItem } from "./paper-text.ts"

const instant = (text: string) => Temporal.Instant.from(`${text}+09:00`)
const day = (text: string) => Temporal.PlainDate.from(text)

const item = (starts: string, ends: string | null): PaperItem =>
  ({
    row: {
      title: "公園の花の水やり",
      what: "花に水を\nやります",
      forWhom: "",
      placeName: "長池公園",
      placeAddress: "",
      capacity: "10人",
      fee: "無料",
      howToJoin: "電話で申し込む",
      contact: "06-6000-0000",
      applyBy: instant("2026-06-30T23:59"),
      credit: "",
    },
    card: {
      schedule: { kind: "dates", dates: [] },
      occurrence: {
        firstDay: day("2026-07-04"),
        lastDay: day("2026-07-04"),
        startsAt: instant(`2026-07-04T${starts}`),
        endsAt: ends && instant(`2026-07-04T${ends}`),
        overAt: instant("2026-07-04T23:59"),
      },
      more: 0,
      scheduleText: "",
      organiser: { name: "あべの緑の会" },
    },
  }) as never

test("issue 3 line 13: a listing as a ward's paper prints it; what is not known is left out", () => {
  expect(paperText(item("09:30", "11:00"), "Asia/Tokyo").split("\n")).toEqual([
    "■公園の花の水やり",
    "とき　7月4日(土) 午前9時30分～11時",
    "ところ　長池公園",
    "内容　花に水を やります",
    "定員　10人",
    "費用　無料",
    "申込　電話で申し込む 6月30日(火)まで",
    "問合せ　あべの緑の会 06-6000-0000",
  ])
})

test.each([
  ["10:00", "12:00", "午前10時～正午"],
  ["12:00", "13:30", "正午～午後1時30分"],
  ["13:00", "15:00", "午後1時～3時"],
  ["11:30", "14:00", "午前11時30分～午後2時"],
  ["12:30", null, "午後0時30分"],
])("issue 3 line 13: %s to %s is printed as %s", (starts, ends, printed) => {
  expect(paperText(item(starts, ends), "Asia/Tokyo")).toContain(`とき　7月4日(土) ${printed}\n`)
})
