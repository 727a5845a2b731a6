import { expect, test } from "vitest"
import { anonymous } from "#kernel/actor.ts"
import { reading } from "#kernel/transaction.ts"
import { listingsWorld } from "#test/support/listings.ts"
import type { Content } from "../schema/content.ts"
import { noDetails, type Details } from "../schema/details.ts"
import { readFilter } from "../schema/filter.ts"
import { listListings } from "./list.ts"
import { countMeetings } from "./meetings.ts"

const { as, clock, published, city } = await listingsWorld()

const titles = async (query: string): Promise<string[]> => {
  const { filter } = readFilter(new URLSearchParams(query), city.areas, city.zone)
  const reader = { now: clock.now(), lang: "ja" as const }
  const { rows } = await reading(as(anonymous), (tx) => listListings(tx, filter, reader))
  return rows.map(({ title }) => title.body)
}

/** 10 June 2026 is a Wednesday. */
const on = (day: string, start: string, end: string): Content["schedule"] => ({
  kind: "dates",
  dates: [{ first: day, last: day, start, end }],
})

const write = (
  title: string,
  schedule: Content["schedule"],
  said: Partial<Details>,
  more: Partial<Content> = {},
) => published({ title, schedule, fee: "", ...more, details: { ...noDetails, ...said } })

await write("水やり", on("2026-06-12", "07:30", "08:00"), {
  minutes: 30,
  welcome: ["first-timers", "with-children"],
  districts: ["Ｔｏｋｉｗａ地域"],
})
await write("写真係", on("2026-06-13", "13:00", "15:00"), {
  minutes: 120,
  skills: ["写真"],
  audiences: ["students", "workers"],
  languages: ["en"],
})
await write("夜の会", on("2026-06-14", "18:00", "20:00"), {
  feeYen: 0,
  care: ["wheelchair"],
  districts: ["金塚"],
})
await write("来月から", on("2026-07-20", "10:00", "12:00"), {
  applyFrom: "2026-06-30T15:00:00Z",
  welcome: ["first-timers"],
})
await write(
  "交流の会",
  on("2026-06-15", "10:00", "12:00"),
  { theme: "防災" },
  { kind: "meeting", fields: [8, 13] },
)
await write(
  "市の交流の会",
  on("2026-06-16", "10:00", "12:00"),
  {},
  { kind: "meeting", scope: "whole-city", areaCodes: [], fields: [8] },
)

test.each([
  ["minutes=30", ["水やり"]],
  ["minutes=120", ["水やり", "写真係"]],
  ["feature=first-timers", ["水やり", "来月から"]],
  ["feature=first-timers,with-children", ["水やり"]],
  ["feature=skills&feature=language-en", ["写真係"]],
  ["feature=free", ["夜の会"]],
  ["feature=wheelchair", ["夜の会"]],
  ["feature=weekend", ["写真係", "夜の会"]],
  ["feature=weekend&weekday=7", ["夜の会"]],
  ["audience=students", ["写真係"]],
  ["district=tokiwa", ["水やり"]],
  ["district=金塚", ["夜の会"]],
  ["time=morning", ["水やり", "交流の会", "市の交流の会", "来月から"]],
  ["time=afternoon", ["写真係"]],
  ["time=evening", ["夜の会"]],
  ["feature=first-timers&open=1", ["水やり"]],
  ["q=写真", ["写真係"]],
])("activity-publishing.R5: /listings?%s", async (query, expected) => {
  expect(await titles(query)).toEqual(expected)
})

test("activity-publishing.R5: what is not understood is named, and the rest still counts", async () => {
  const { filter, ignored } = readFilter(
    new URLSearchParams("minutes=soon&feature=free,rich&audience=cats&time=noon"),
    city.areas,
    city.zone,
  )
  expect(ignored.toSorted()).toEqual(["audience", "feature", "minutes", "time"])
  expect(filter).toMatchObject({ minutes: null, features: ["free"], audience: null, hours: null })
})

test("exchange-venue-info.R2: exchange meetings by area and by theme; the whole city's are everywhere", async () => {
  const counts = await reading(as(anonymous), (tx) => countMeetings(tx, clock.now()))
  expect(counts.everywhere).toBe(1)
  expect([...counts.areas]).toEqual([["271195", 1]])
  expect(Object.fromEntries(counts.fields)).toEqual({ 8: 2, 13: 1 })
  expect(await titles("kind=meeting&area=abeno&field=13")).toEqual(["交流の会"])
  expect(await titles("kind=meeting&area=hirano")).toEqual(["市の交流の会"])
})
