import { expect, test } from "vitest"
import { findCity } from "#cities/cities.ts"
import { listingForm } from "./form.ts"
import { typedOf } from "./typed.ts"

const now = Temporal.Instant.from("2026-06-10T01:00:00Z")
const form = listingForm(findCity("osaka"), now)

const filled = {
  intent: "publish",
  kind: "event",
  title: "水やり",
  what: "水をやります",
  howToJoin: "当日どうぞ",
  placeName: "公園",
  scope: "areas",
  areas: "271195",
  fields: ["7", "13"],
  "schedule.way": "dates",
  "schedule.dates.0.first": "２０２６年６月２０日",
  "schedule.dates.0.start": "９：００",
  "schedule.dates.0.end": "9時30分",
  "schedule.dates.1.first": "",
}

const errorsOf = (typed: Record<string, unknown>): Record<string, string> => {
  const parsed = form.safeParse({ ...filled, ...typed })
  // As web/forms.ts does: the first message of each field.
  const issues = (parsed.error?.issues ?? []).toReversed()
  return Object.fromEntries(issues.map(({ path, message }) => [path.join("."), message]))
}

test("X11: full-width digits and Japanese days and times are read", () => {
  const { content } = form.parse(filled)
  expect(content.schedule).toEqual({
    kind: "dates",
    dates: [{ first: "2026-06-20", last: "2026-06-20", start: "09:00", end: "09:30" }],
  })
  expect(content.areaCodes).toEqual(["271195"])
  expect(content.fields).toEqual([7, 13])
})

test.each([
  ["2026-02-30", { "schedule.dates.0.first": "2026-02-30" }, "schedule.dates.0.first", "web:error.day"],
  [
    "end before start",
    { "schedule.dates.0.end": "8:00" },
    "schedule.dates.0.end",
    "web:error.end-before-start",
  ],
  [
    "the last day before the first",
    { "schedule.dates.0.last": "2026-06-01" },
    "schedule.dates.0.last",
    "listings:error.last-before-first",
  ],
  ["no time", { "schedule.dates.0.start": "25:00" }, "schedule.dates.0.start", "web:error.time"],
  [
    "a day in the second row",
    { "schedule.dates.4.first": "明日" },
    "schedule.dates.4.first",
    "web:error.day",
  ],
  [
    "too far ahead",
    { "schedule.dates.0.first": "2031-01-01" },
    "schedule.dates.0.first",
    "listings:error.too-far",
  ],
  ["a title of 1,000 characters", { title: "あ".repeat(1000) }, "title", "web:error.too-long"],
  ["no title", { title: "" }, "title", "web:error.required"],
  ["a javascript: link", { link: "javascript:alert(1)" }, "link", "web:error.link"],
  ["an unknown area", { areas: ["271195", "999999"] }, "areas", "web:error.choice"],
  ["an unknown field", { fields: "21" }, "fields", "web:error.choice"],
  ["an unknown kind", { kind: "party" }, "kind", expect.any(String)],
  ["a deadline that is no day", { "apply.day": "2026-13-01" }, "apply.day", "web:error.day"],
])("bad input: %s is told at its field", (_, typed, field, message) => {
  expect(errorsOf(typed)).toEqual({ [field]: message })
})

const rule = {
  "schedule.way": "rule",
  "schedule.rule.first": "2026-06-20",
  "schedule.rule.start": "10:00",
  "schedule.rule.end": "12:00",
  "schedule.rule.repeat": "weekly",
  "schedule.rule.interval": "２",
  "schedule.rule.weekdays": ["6", "7"],
  "schedule.rule.until": "2026/12/31",
  "schedule.rule.except": "2026-08-15\n令和8年8月16日（日）",
}

test("a rule: every part is read, and what is not chosen is not looked at", () => {
  const { content } = form.parse({ ...filled, ...rule, "schedule.dates.0.first": "not looked at" })
  expect(content.schedule).toEqual({
    kind: "rule",
    first: "2026-06-20",
    start: "10:00",
    end: "12:00",
    repeat: "weekly",
    interval: 2,
    weekdays: [6, 7],
    until: "2026-12-31",
    except: ["2026-08-15", "2026-08-16"],
    extra: [],
  })
})

test.each([
  [{ "schedule.rule.repeat": "" }, "schedule.rule.repeat"],
  [{ "schedule.rule.first": "" }, "schedule.rule.first"],
  [{ "schedule.rule.end": "9:00" }, "schedule.rule.end"],
  [{ "schedule.rule.interval": "0" }, "schedule.rule.interval"],
  [{ "schedule.rule.until": "2026-06-01" }, "schedule.rule.until"],
  [{ "schedule.rule.count": "5" }, "schedule.rule.count"],
  [{ "schedule.rule.except": "2026-08-15、ある日" }, "schedule.rule.except"],
])("bad input in a rule: %o", (typed, field) => {
  expect(Object.keys(errorsOf({ ...rule, ...typed }))).toEqual([field])
})

test("all mistakes are told at once", () => {
  const errors = errorsOf({ title: "", link: "ftp://x", "schedule.dates.0.first": "2026-02-30" })
  expect(Object.keys(errors).sort()).toEqual(["link", "schedule.dates.0.first", "title"])
})

test("a deadline without a time is the end of its day, in the city", () => {
  const deadline = (typed: Record<string, string>) =>
    form.parse({ ...filled, ...typed }).content.applyBy?.toString()
  expect(deadline({ "apply.day": "2026-06-18" })).toBe("2026-06-18T15:00:00Z")
  expect(deadline({ "apply.day": "2026-06-18", "apply.time": "17:00" })).toBe("2026-06-18T08:00:00Z")
  expect(deadline({})).toBeUndefined()
})

test("what is kept fills the form again, whatever the way of its dates", () => {
  for (const typed of [filled, { ...filled, ...rule }, { ...filled, "schedule.way": "any-time" }]) {
    const { content } = form.parse({
      ...typed,
      "apply.day": "2026-06-18",
      "apply.time": "17:00",
      online: "yes",
    })
    const again = form.parse({ intent: "publish", ...typedOf(content, "Asia/Tokyo") })
    expect(again.content).toEqual(content)
  }
})
