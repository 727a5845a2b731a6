import { describe, expect, test } from "vitest"
import { missingOf, wouldHelp } from "./completeness.ts"
import { hasRightCheckDigit, readCorporateNumber } from "./corporate-number.ts"
import { emptyProfile, registrationForm } from "./form.ts"
import { changesBetween, profileTexts, profileValues } from "./profile.ts"
import { isToCome, readSince } from "./since.ts"

const codes = new Set(["271004", "271021", "271195"])
const whole = {
  intent: "submit",
  name: "あべの花の会",
  kana: "アベノハナノカイ",
  kind: "civic-group",
  mainArea: "271195",
  fields: ["7"],
  purpose: "花を育てています。",
  contactName: "花田 一",
  contactPhone: "06-1234-5678",
}
const inputOf = (change: object) => registrationForm(codes).parse({ ...whole, ...change })
const errorsOf = (change: object): Record<string, string> => {
  const { error } = registrationForm(codes).safeParse({ ...whole, ...change })
  return Object.fromEntries((error?.issues ?? []).map((issue) => [issue.path.join("."), issue.message]))
}

describe("issue 3 line 1: the corporate number", () => {
  test.each(["7000012050002", "7 0000-1205-0002", "７００００１２０５０００２"])(
    "X11: %s is read",
    (typed) => {
      expect(inputOf({ corporateNumber: typed })).toMatchObject({ corporateNumber: "7000012050002" })
    },
  )

  test("a wrong check digit, a short number and words are told apart; none is needed", () => {
    expect(errorsOf({ corporateNumber: "8000012050002" })).toEqual({
      corporateNumber: "organisations:error.corporate-number-check",
    })
    for (const typed of ["700001205000", "なし", "70000120500021"])
      expect(errorsOf({ corporateNumber: typed })).toEqual({
        corporateNumber: "organisations:error.corporate-number-length",
      })
    expect(inputOf({})).toMatchObject({ corporateNumber: "" })
  })

  test("every digit that is changed is found out, save 0 for 9", () => {
    const number = "7000012050002"
    for (let at = 0; at < 13; at++) {
      for (const digit of "0123456789") {
        if (digit === number[at] || `${digit}${number[at]}` === "90") continue
        expect(hasRightCheckDigit(number.slice(0, at) + digit + number.slice(at + 1))).toBe(false)
      }
    }
    expect(readCorporateNumber("7000012050002")).toBe(number)
  })
})

describe("issue 3 line 1: since when", () => {
  test.each([
    ["2015", "2015"],
    ["２０１５年", "2015"],
    ["2015/4", "2015-04"],
    ["2015年 4月頃", "2015-04"],
    ["平成27年4月", "2015-04"],
    ["h27.4", "2015-04"],
    ["令和元年", "2019"],
    ["S64", "1989"],
  ])("X1: %s is %s", (typed, kept) => {
    expect(readSince(typed)).toBe(kept)
  })

  test.each(["平成32年", "令和0年", "2015年13月", "2015-00", "昔から", "15", "0500"])(
    "X1: %s is no year",
    (typed) => {
      expect(errorsOf({ since: typed })).toEqual({ since: "organisations:error.since" })
    },
  )

  test("what is still to come is seen to the month", () => {
    const today = Temporal.PlainDate.from("2026-06-10")
    expect(["2026", "2026-06", "2026-07", "2027", ""].map((since) => isToCome(since, today))).toEqual([
      ...[false, false, true, true, false],
    ])
  })
})

describe("issue 3 line 1: rows, districts and where nowhere", () => {
  test("links and recognitions come as rows; empty ones are not there", () => {
    const input = inputOf({
      "links.0.label": "",
      "links.0.url": "https://www.instagram.com/hana",
      "links.1.label": "",
      "links.1.url": "",
      "recognitions.0.name": "花の賞",
      "recognitions.0.by": "阿倍野区",
      "recognitions.0.year": "令和5年度",
      "recognitions.0.city": "yes",
    })
    expect(input.links).toEqual([{ label: "", url: "https://www.instagram.com/hana" }])
    expect(input.recognitions).toEqual([
      { name: "花の賞", by: "阿倍野区", year: "2023", city: true, evidence: "" },
    ])
  })

  test("a mistake in a row is told at its own field", () => {
    expect(
      errorsOf({
        "links.2.url": "javascript:alert(1)",
        "links.3.label": "名前だけ",
        "recognitions.1.evidence": "証書",
        "recognitions.4.name": "賞",
        "recognitions.4.by": "区",
        "recognitions.4.year": "昔",
      }),
    ).toEqual({
      "links.2.url": "web:error.link",
      "links.3.url": "web:error.required",
      "recognitions.1.name": "web:error.required",
      "recognitions.1.by": "web:error.required",
      "recognitions.4.year": "organisations:error.year",
    })
  })

  test("names of other fields are nobody's", () => {
    expect(inputOf({ "links.0.__proto__": "x", "links.100.url": "x", "a.b": "x" }).links).toEqual([])
  })

  test("districts are read by lines and commas, once each", () => {
    expect(inputOf({ districts: "常盤、金塚\n 文の里 ,常盤" }).districts).toEqual(["常盤", "金塚", "文の里"])
    expect(errorsOf({ districts: "あ".repeat(51) })).toEqual({ districts: "web:error.too-long" })
  })

  test("civic-portal.R2: active nowhere in the city can be said, but not beside wards of it", () => {
    expect(inputOf({ mainArea: "outside" })).toMatchObject({ mainArea: "outside", areas: [] })
    expect(errorsOf({ mainArea: "outside", areas: ["271021"] })).toEqual({
      mainArea: "organisations:error.outside",
    })
  })

  test("a group with a fax or an address only can be reached", () => {
    const none = { contactPhone: "" }
    expect(errorsOf({ ...none, contactFax: "06-1111-2222" })).toEqual({})
    expect(errorsOf({ ...none, contactAddress: "大阪市阿倍野区1-1" })).toEqual({})
    expect(errorsOf(none)).toEqual({ contactPhone: "organisations:error.contact" })
  })
})

describe("issue 3 line 1: a profile as texts", () => {
  const full = {
    ...emptyProfile,
    name: "花の会",
    districts: ["常盤", "金塚"],
    links: [{ label: "ブログ", url: "https://b.example.jp/" }],
    recognitions: [{ year: "2023", name: "花の賞", by: "区", city: true, evidence: "12号" }],
  }

  test("X16: rows are compared as lines", () => {
    expect(profileTexts(full)).toMatchObject({
      districts: "常盤、金塚",
      links: "ブログ https://b.example.jp/",
      recognitions: "2023 花の賞 （区） 12号",
    })
    expect(changesBetween(full, { ...full, links: [] })).toEqual({
      before: { links: "ブログ https://b.example.jp/" },
      after: { links: "" },
    })
  })

  test("what fills the form comes back as it was", () => {
    const typed = profileValues({ ...full, kana: "ハナノカイ", mainArea: "271195", fields: [7] })
    const input = registrationForm(codes).parse({ ...typed, intent: "draft" })
    expect(input).toMatchObject({ ...full, kana: "ハナノカイ", mainArea: "271195", fields: [7] })
  })

  test("what is missing and what would help", () => {
    expect(missingOf(full)).toEqual(["kana", "fields", "purpose", "contactName", "contactPhone"])
    expect(missingOf({ ...full, ...inputOf({}) })).toEqual([])
    expect(wouldHelp({ ...full, activities: "水やり" })[0]).toBe("since")
  })
})
