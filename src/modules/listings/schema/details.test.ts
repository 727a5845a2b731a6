import { describe, expect, test } from "vitest"
import { findCity } from "#cities/cities.ts"
import { kinds, missing } from "./content.ts"
import { detailsOf, noDetails, storedDetails } from "./details.ts"
import { drawnOut } from "./drawn-out.ts"
import { listingForm } from "./form.ts"
import { typedOf } from "./typed.ts"

const city = findCity("osaka")
const form = listingForm(city, Temporal.Instant.from("2026-06-10T10:00:00+09:00"), kinds)

const filled = {
  kind: "volunteer",
  title: "花の水やり",
  what: "水をやります。",
  howToJoin: "電話をください。",
  "schedule.way": "any-time",
  placeName: "桃ヶ池公園",
  scope: "whole-city",
  fields: "7",
}

const read = (change: object) => form.safeParse({ ...filled, ...change })
const contentOf = (change: object) => {
  const parsed = read(change)
  if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues))
  return parsed.data.content
}
const errorAt = (change: object): Record<string, string> =>
  Object.fromEntries((read(change).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]))

describe("issue 3 line 8: what real notices say", () => {
  test("numbers are read as people write them, words in one line as several", () => {
    const { details } = contentOf({
      minutes: "３０分",
      capacityNumber: "1,000人",
      feeYen: "500円",
      ageFrom: "6歳",
      skills: "写真、 料理,写真",
      districts: "常盤、金塚",
      care: ["wheelchair", "childcare"],
    })
    expect(details).toMatchObject({ minutes: 30, capacityNumber: 1000, feeYen: 500, ageFrom: 6 })
    expect(details).toMatchObject({
      skills: ["写真", "料理"],
      districts: ["常盤", "金塚"],
      care: ["childcare", "wheelchair"],
    })
  })

  test.each([
    ["a fee below 0", { feeYen: "-1" }, "feeYen", "listings:error.amount"],
    ["minutes in words", { minutes: "すぐ" }, "minutes", "listings:error.number"],
    ["no place at all", { capacityNumber: "0" }, "capacityNumber", "listings:error.number"],
    ["more digits than a number has", { feeYen: "9".repeat(40) }, "feeYen", "listings:error.amount"],
    ["a javascript: form", { byForm: "javascript:alert(1)" }, "byForm", "web:error.link"],
    ["two addresses in one", { byMail: "a@b.example,c@d.example" }, "byMail", "web:error.mail"],
    [
      "an address with a text for the mail",
      { byMail: "a@b.example?bcc=c@d.example" },
      "byMail",
      "web:error.mail",
    ],
    ["ages the wrong way round", { ageFrom: "12", ageTo: "6" }, "ageTo", "listings:error.age-order"],
    [
      "a deadline before one can apply",
      { "applyFrom.day": "2026-06-20", "apply.day": "2026-06-18" },
      "apply.day",
      "listings:error.apply-before-start",
    ],
  ])("bad input: %s is told at its field", (_, change, field, message) => {
    expect(errorAt(change)).toEqual({ [field]: message })
  })

  test("an unknown code is refused", () => {
    for (const name of ["entry", "choice", "insurer", "care", "languages", "audiences"])
      expect(Object.keys(errorAt({ [name]: "whatever" }))[0]).toMatch(new RegExp(`^${name}`))
  })

  test("what is kept is what was said, and comes back into the form as it was", () => {
    const change = { minutes: "30", welcome: "first-timers", entry: "apply", "applyFrom.day": "2026-06-11" }
    const content = contentOf(change)
    expect(storedDetails(noDetails)).toEqual({})
    expect(detailsOf(storedDetails(content.details))).toEqual(content.details)
    expect(typedOf(content, city.zone)).toMatchObject({ ...change, welcome: ["first-timers"] })
    const again = Object.entries(typedOf(content, city.zone)).filter(([, value]) => value !== "")
    expect(contentOf(Object.fromEntries(again))).toEqual(content)
  })
})

describe("issue 3 line 7: each kind asks for its own", () => {
  test("what was typed for another kind is left out, and no mistake in it is told", () => {
    const news = contentOf({
      kind: "news",
      "schedule.way": "dates",
      "schedule.dates.0.first": "2026-02-30",
      feeYen: "たくさん",
    })
    expect(news).toMatchObject({ placeName: "", howToJoin: "", schedule: { kind: "any-time" } })
    expect(contentOf({ provider: "財団", amount: "30万円" }).details).toMatchObject({
      provider: "",
      amount: "",
    })
  })

  test("what the form does not ask is left out: ways to apply where nobody has to, an address where nobody joins", () => {
    const said = {
      byPhone: "06-0000-0000",
      "apply.day": "2026-06-18",
      joinAddress: "https://meet.example.jp/",
    }
    for (const entry of ["none", "walk-in"]) {
      const { applyBy, online, details } = contentOf({ ...said, entry })
      expect({ applyBy, online, byPhone: details.byPhone }).toEqual({
        applyBy: null,
        online: false,
        byPhone: "",
      })
      expect(details.joinAddress).toBe("")
    }
    expect(contentOf({ ...said, entry: "apply", online: "yes" })).toMatchObject({
      online: true,
      details: { byPhone: "06-0000-0000", joinAddress: "https://meet.example.jp/" },
    })
  })

  test("a group cannot enter a scheme", () => {
    const own = listingForm(city, Temporal.Instant.from("2026-06-10T10:00:00+09:00"))
    const parsed = own.safeParse({ ...filled, kind: "support" })
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual(["kind"])
  })

  test("civic-portal.U2: a scheme needs whose, for whom, what and a way to apply; news need no way to join", () => {
    const scheme = missing(contentOf({ kind: "support" }), false)
    expect(Object.keys(scheme).toSorted()).toEqual(["amount", "byPhone", "provider", "target"])
    expect(missing(contentOf({ kind: "news" }), false)).toEqual({})
  })

  test("activity-publishing.R4: whoever has to apply is told how; nobody draws lots among those who need not", () => {
    expect(missing(contentOf({ entry: "apply" }), false)).toEqual({ byPhone: "listings:error.apply-way" })
    expect(missing(contentOf({ entry: "apply", byPostcard: "〒545-8501 係" }), false)).toEqual({})
    expect(missing(contentOf({ entry: "none", choice: "lottery" }), false)).toEqual({
      choice: "listings:error.choice-without",
    })
  })
})

test("activity-publishing.R5: what can be searched follows from what is said", () => {
  const content = contentOf({
    minutes: "30",
    skills: "写真",
    welcome: "with-children",
    feeYen: "0",
    languages: "en",
  })
  expect(drawnOut(content)).toMatchObject({
    minutes: 30,
    features: ["with-children", "skills", "free", "language-en"],
  })
  expect(drawnOut(contentOf({ fee: "無料" })).features).toEqual(["free"])
  expect(drawnOut(contentOf({ fee: "大人500円、子ども無料" })).features).toEqual([])
})
