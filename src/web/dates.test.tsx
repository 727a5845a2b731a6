import { expect, test } from "vitest"
import { draw } from "#jsx"
import { Day, Days, Moment, Times } from "./dates.tsx"
import { dayText, durationText } from "./day-text.ts"
import { dayReading, hourReading, minuteReading, monthReading } from "./easy-readings.ts"
import { testView } from "./test-view.tsx"
import { wareki } from "./wareki.ts"

const day = (text: string) => Temporal.PlainDate.from(text)
const time = (text: string) => Temporal.PlainTime.from(text)
const ja = testView({ now: Temporal.Instant.from("2026-03-31T16:00:00Z") })
const en = { ...ja, lang: "en", htmlLang: "en" } as const
const easy = { ...ja, lang: "ja-easy" } as const

test("a day carries its weekday and its machine form in every language", () => {
  expect(draw(<Day view={ja} day={day("2026-05-06")} />)).toBe(
    '<time datetime="2026-05-06">2026年5月6日（水）</time>',
  )
  expect(draw(<Day view={en} day={day("2026-05-06")} />)).toContain(">Wed 6 May 2026<")
  expect(dayText("ja-easy", day("2026-05-06"))).toBe(
    "2026{年|ねん}{5月|ごがつ}{6日|むいか}（{水曜日|すいようび}）",
  )
})

test("near days are named as the city counts them, not as UTC does", () => {
  expect(draw(<Day view={ja} day={day("2026-04-01")} />)).toContain("きょう</span> 4月1日（水）")
  expect(draw(<Day view={ja} day={day("2026-04-02")} />)).toContain("あした</span> 4月2日（木）")
  expect(draw(<Day view={ja} day={day("2026-04-03")} />)).toContain("あさって</span> 4月3日（金）")
  expect(draw(<Day view={ja} day={day("2026-04-04")} />)).toContain(">2026年4月4日（土）<")
  expect(draw(<Day view={ja} day={day("2026-03-31")} />)).toContain(">2026年3月31日（火）<")
  expect(draw(<Day view={ja} day={day("2026-04-01")} near={false} />)).toContain(">2026年4月1日（水）<")
  expect(draw(<Day view={en} day={day("2026-04-02")} />)).toContain("Tomorrow</span> Thu 2 April<")
})

test("a range says once what both ends share", () => {
  const range = (from: string, to: string, view: typeof ja | typeof en = ja) =>
    draw(<Days view={view} first={day(from)} last={day(to)} />).replaceAll(/<[^>]+>/g, "")
  expect(range("2026-05-01", "2026-05-03")).toBe("2026年5月1日（金）から3日（日）まで")
  expect(range("2026-05-31", "2026-06-02")).toBe("2026年5月31日（日）から6月2日（火）まで")
  expect(range("2026-12-31", "2027-01-02")).toBe("2026年12月31日（木）から2027年1月2日（土）まで")
  expect(range("2026-05-01", "2026-05-01")).toBe("2026年5月1日（金）")
  expect(range("2026-05-01", "2026-05-03", en)).toBe("Fri 1 to Sun 3 May 2026")
})

test("times: 24 hours for readers of Japanese and English, 午前 and 午後 spelt out in easy Japanese", () => {
  const drawn = (view: typeof ja | typeof en | typeof easy) =>
    draw(<Times view={view} start={time("09:00")} end={time("14:30")} />)
  expect(drawn(ja)).toContain("9:00から14:30まで")
  expect(drawn(en)).toContain("9:00 to 14:30")
  expect(drawn(easy)).toContain(
    "<ruby>午前<rp>（</rp><rt>ごぜん</rt><rp>）</rp></ruby><ruby>9時<rp>（</rp><rt>くじ",
  )
  expect(drawn(easy)).not.toMatch(/[〜～-]/)
  expect(draw(<Times view={easy} start={time("12:00")} />)).toContain("<rt>じゅうにじ</rt>")
})

test("an instant is told in the city's own time", () => {
  const at = Temporal.Instant.from("2026-03-31T16:05:00Z")
  expect(draw(<Moment view={ja} at={at} />)).toBe(
    '<time datetime="2026-03-31T16:05:00Z">2026年4月1日（水） 1:05</time>',
  )
})

test("every month and day has its right reading", () => {
  const months = Array.from({ length: 12 }, (_, index) => monthReading(index + 1))
  expect(months.join(" ")).toBe(
    "いちがつ にがつ さんがつ しがつ ごがつ ろくがつ しちがつ はちがつ くがつ じゅうがつ じゅういちがつ じゅうにがつ",
  )
  const days = Array.from({ length: 31 }, (_, index) => dayReading(index + 1))
  expect(days.join(" ")).toBe(
    "ついたち ふつか みっか よっか いつか むいか なのか ようか ここのか とおか " +
      "じゅういちにち じゅうににち じゅうさんにち じゅうよっか じゅうごにち じゅうろくにち じゅうしちにち " +
      "じゅうはちにち じゅうくにち はつか にじゅういちにち にじゅうににち にじゅうさんにち にじゅうよっか " +
      "にじゅうごにち にじゅうろくにち にじゅうしちにち にじゅうはちにち にじゅうくにち さんじゅうにち さんじゅういちにち",
  )
})

test("hours and minutes have their right readings", () => {
  const hours = Array.from({ length: 13 }, (_, hour) => hourReading(hour))
  expect(hours.join(" ")).toBe(
    "れいじ いちじ にじ さんじ よじ ごじ ろくじ しちじ はちじ くじ じゅうじ じゅういちじ じゅうにじ",
  )
  expect([1, 3, 5, 10, 15, 20, 30, 36, 44, 59].map(minuteReading).join(" ")).toBe(
    "いっぷん さんぷん ごふん じゅっぷん じゅうごふん にじゅっぷん さんじゅっぷん さんじゅうろっぷん よんじゅうよんぷん ごじゅうきゅうふん",
  )
})

test("the office's years change on the day an era begins", () => {
  expect(wareki(day("2026-04-01"))).toBe("令和8年4月1日")
  expect(wareki(day("2019-05-01"))).toBe("令和元年5月1日")
  expect(wareki(day("2019-04-30"))).toBe("平成31年4月30日")
  expect(wareki(day("1989-01-07"))).toBe("昭和64年1月7日")
  expect(wareki(day("1912-07-30"))).toBe("1912年7月30日")
})

test("how long something takes: whole hours as hours, with the right sound in easy Japanese", () => {
  const said = (lang: "ja" | "en" | "ja-easy") => [15, 30, 60, 90, 120].map((at) => durationText(lang, at))
  expect(said("ja")).toEqual(["15分", "30分", "1時間", "90分", "2時間"])
  expect(said("en")).toEqual(["15 minutes", "30 minutes", "1 hour", "90 minutes", "2 hours"])
  expect(said("ja-easy").slice(0, 3)).toEqual(["15{分|ふん}", "30{分|ぷん}", "1{時間|じかん}"])
})
