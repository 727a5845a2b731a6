import { describe, expect, test } from "vitest"
import { reading } from "#kernel/transaction.ts"
import { anonymous } from "#kernel/actor.ts"
import { abeno, hirano, listingsWorld } from "#test/support/listings.ts"
import type { Content } from "../schema/content.ts"
import { readFilter, type ListingFilter } from "../schema/filter.ts"
import { countByDay, countOpenByArea } from "./counts.ts"
import { countFitting, listListings } from "./list.ts"
import { listComing } from "./public.ts"

const world = await listingsWorld()
const { as, clock, published, city } = world

const now = () => clock.now()
const areas = city.areas
const asked = (query: string): ListingFilter =>
  readFilter(new URLSearchParams(query), areas, "Asia/Tokyo").filter
const find = (query: string) =>
  reading(as(anonymous), (tx) => listListings(tx, asked(query), { now: now(), lang: "ja" }))
const titles = async (query: string) => (await find(query)).rows.map(({ title }) => title.body)

const on = (day: string, start = "10:00", end = "12:00"): Pick<Content, "schedule"> => ({
  schedule: { kind: "dates", dates: [{ first: day, last: day, start, end }] },
})

await published({ title: "今日の午前", ...on("2026-06-10", "08:00", "11:00") })
await published({ title: "土曜の集い", areaCodes: [abeno, hirano], ...on("2026-06-13") })
await published({ title: "市の全体で", scope: "whole-city", areaCodes: [], ...on("2026-06-14") })
await published({ title: "市の外で", scope: "outside", areaCodes: [], fields: [13], ...on("2026-06-15") })
await published({
  title: "三日間の展示",
  areaCodes: [hirano],
  schedule: { kind: "dates", dates: [{ first: "2026-06-18", last: "2026-06-22" }] },
})
await published({
  title: "毎週水曜",
  kind: "volunteer",
  online: true,
  schedule: {
    kind: "rule",
    first: "2026-06-10",
    start: "19:00",
    end: "20:00",
    repeat: "weekly",
    interval: 1,
    except: [],
    extra: [],
  },
})
await published({ title: "いつでも手伝い", kind: "volunteer", schedule: { kind: "any-time" } })
await published({
  title: "締切の早い講座",
  applyBy: Temporal.Instant.from("2026-06-10T03:00:00Z"),
  ...on("2026-06-25"),
})

describe("the public list", () => {
  test("house §6: what is not over, soonest first; at any time comes last", async () => {
    expect(await titles("")).toEqual([
      "今日の午前",
      "毎週水曜",
      "土曜の集い",
      "市の全体で",
      "市の外で",
      "三日間の展示",
      "締切の早い講座",
      "いつでも手伝い",
    ])
  })

  test("activity-publishing.R2, R9: several wards under each, the whole city under every one, each once", async () => {
    const here = (await titles("area=abeno")).sort()
    expect(here).toEqual(
      ["今日の午前", "土曜の集い", "市の全体で", "毎週水曜", "いつでも手伝い", "締切の早い講座"].sort(),
    )
    expect((await titles("area=hirano")).sort()).toEqual(["三日間の展示", "土曜の集い", "市の全体で"].sort())
    expect(await titles("area=kita")).toEqual(["市の全体で"])
    expect(await titles("area=osaka")).not.toContain("市の外で")
    expect((await find("")).total).toBe(8)
  })

  test("activity-publishing.R2: by field, kind, online", async () => {
    expect(await titles("field=13")).toEqual(["市の外で"])
    expect(await titles("kind=volunteer")).toEqual(["毎週水曜", "いつでも手伝い"])
    expect(await titles("online=1")).toEqual(["毎週水曜"])
  })

  test("activity-publishing.R9: by days, also inside several days in a row", async () => {
    expect(await titles("from=2026-06-13&to=2026-06-14")).toEqual(["土曜の集い", "市の全体で"])
    expect(await titles("from=2026-06-20&to=2026-06-21")).toEqual(["三日間の展示"])
    expect(await titles("from=2026-06-17&to=2026-06-17")).toEqual(["毎週水曜"])
    const [card] = (await find("from=2026-06-24&to=2026-06-24")).rows
    expect(card?.occurrence?.firstDay.toString()).toBe("2026-06-24")
  })

  test("by weekday: any day that is covered", async () => {
    expect(await titles("weekday=6")).toEqual(["土曜の集い", "三日間の展示"])
    expect(await titles("weekday=7&to=2026-06-20")).toEqual(["市の全体で"])
    expect(await titles("weekday=3&from=2026-06-11&to=2026-06-20")).toEqual(["毎週水曜"])
  })

  test("X11: by words, whatever their width, kana and case; by place, area and group", async () => {
    for (const words of ["ｺｳｴﾝ ミズヤリ", "水をやり", "桃が池", "ヒラノク 展示", "あべの子供食堂"])
      expect((await find(`q=${encodeURIComponent(words)}`)).total, words).toBeGreaterThan(0)
    expect(await titles(`q=${encodeURIComponent("ありえない言葉")}`)).toEqual([])
  })

  test("civic-portal.R6: what is over leaves the list to the minute; it is found among the past", async () => {
    expect(await titles("when=past")).toEqual([])
    clock.set("2026-06-10T11:00:00+09:00")
    expect(await titles("")).not.toContain("今日の午前")
    expect(await titles("when=past")).toEqual(["今日の午前"])
    expect((await titles("when=all")).length).toBe(8)
    clock.set("2026-06-10T10:00:00+09:00")
  })

  test("open: one can still apply, closed to the millisecond", async () => {
    clock.set("2026-06-10T11:59:59.999+09:00")
    expect(await titles("open=1")).toContain("締切の早い講座")
    clock.set("2026-06-10T12:00:00+09:00")
    expect(await titles("open=1")).not.toContain("締切の早い講座")
    clock.set("2026-06-10T10:00:00+09:00")
  })

  test("acceptance 11: it says when it would read differently by itself", async () => {
    expect((await find("")).until?.toString()).toBe("2026-06-10T02:00:00Z")
    clock.set("2026-06-10T11:00:00+09:00")
    expect((await find("")).until?.toString()).toBe("2026-06-10T03:00:00Z")
    clock.set("2026-06-10T10:00:00+09:00")
  })

  test("pages of twenty", async () => {
    const page = await find("page=2")
    expect(page).toMatchObject({ total: 8, rows: [], page: 2, size: 20 })
  })

  test("what comes next of a group and in an area", async () => {
    const coming = await reading(as(anonymous), (tx) =>
      listComing(tx, { area: { code: hirano, level: "ward" } }, { now: now(), lang: "ja" }, 2),
    )
    expect(coming.map(({ title }) => title.body)).toEqual(["土曜の集い", "市の全体で"])
  })
})

describe("counts", () => {
  test("activity-publishing.R9: what is for the whole city counts in each ward", async () => {
    const counts = await reading(as(anonymous), (tx) => countOpenByArea(tx, now()))
    expect([counts.get(abeno), counts.get(hirano), counts.get("271217")]).toEqual([6, 3, 1])
    for (const slug of ["abeno", "hirano", "kita"]) {
      const { total } = await reading(as(anonymous), (tx) => countFitting(tx, asked(`area=${slug}`), now()))
      const code = areas.find((area) => area.slug === slug)?.code ?? ""
      expect(total, slug).toBe(counts.get(code))
    }
  })

  test("activity-publishing.R9: an event is on every day that it covers", async () => {
    const day = Temporal.PlainDate.from
    const counts = await reading(as(anonymous), (tx) => countByDay(tx, day("2026-06-17"), day("2026-06-23")))
    expect(Object.fromEntries(counts)).toEqual({
      "2026-06-17": 1,
      "2026-06-18": 1,
      "2026-06-19": 1,
      "2026-06-20": 1,
      "2026-06-21": 1,
      "2026-06-22": 1,
    })
  })
})

test("nothing in an address is an error: what is not understood is named", () => {
  const { filter, ignored } = readFilter(
    new URLSearchParams(
      "area=atlantis&field=99&from=2026-02-30&to=2026-06-01&weekday=9&when=never&page=-3&q=%00",
    ),
    areas,
    "Asia/Tokyo",
  )
  expect(ignored.toSorted()).toEqual(["area", "field", "from", "weekday", "when"])
  expect(filter).toMatchObject({ area: null, field: null, from: null, weekdays: [], when: "coming", page: 1 })
  const backwards = readFilter(new URLSearchParams("from=2026-06-10&to=2026-06-01"), areas, "Asia/Tokyo")
  expect(backwards.ignored).toEqual(["to"])
  expect(readFilter(new URLSearchParams("utm_source=x&from="), areas, "Asia/Tokyo").ignored).toEqual([])
})
