import { describe, expect, test } from "vitest"
import { profileForm as profileFormOf, registrationForm as registrationFormOf } from "./form.ts"
import { fieldGroups, fieldNumbers, officialField } from "./fields.ts"

const codes = new Set(["271004", "271021", "271195"])
const registrationForm = registrationFormOf(codes)
const profileForm = profileFormOf(codes)

/** As a browser sends it. */
const whole = {
  intent: "submit",
  name: "あべの花の会",
  kana: "アベノハナノカイ",
  english: "",
  kind: "civic-group",
  mainArea: "271195",
  fields: ["7", "3"],
  purpose: "花を育てています。",
  website: "",
  contactName: "花田 一",
  contactPhone: "06-1234-5678",
  contactMail: "",
}

const read = (change: object = {}) => registrationForm.safeParse({ ...whole, ...change })
const inputOf = (change: object = {}) => registrationForm.parse({ ...whole, ...change })
const errorsOf = (change: object): Record<string, string> => {
  const { error } = read(change)
  return Object.fromEntries((error?.issues ?? []).map((issue) => [issue.path.join("."), issue.message]))
}

const many = (letter: string, count: number): string => letter.repeat(count)

describe("what is typed well", () => {
  test("civic-portal.U1: a whole registration", () => {
    expect(inputOf()).toMatchObject({ name: "あべの花の会", fields: [7, 3], areas: [], shown: [] })
    expect(inputOf({ shown: ["mail", "phone", "soul"], fields: "7", areas: "271021" })).toMatchObject({
      shown: ["phone", "mail"],
      fields: [7],
      areas: ["271021"],
    })
    expect(inputOf({ areas: ["271195", "271021"] }).areas).toEqual(["271021"])
  })

  test.each([
    ["あべのはなのかい", "アベノハナノカイ"],
    ["ｱﾍﾞﾉﾊﾅﾉｶｲ", "アベノハナノカイ"],
    ["アベノ　ハナ・ノ カイ", "アベノ ハナ・ノ カイ"],
  ])("X11: the reading %s is kept as %s", (kana, kept) => {
    expect(inputOf({ kana })).toMatchObject({ kana: kept })
  })

  test.each([
    ["０６－１２３４－５６７８", "06-1234-5678"],
    ["０６ー１２３４ー５６７８", "06-1234-5678"],
    ["(06) 1234 5678", "(06)12345678"],
    ["+81 6 1234 5678", "+81612345678"],
  ])("X11: the telephone %s is kept as %s", (contactPhone, kept) => {
    expect(inputOf({ contactPhone })).toMatchObject({ contactPhone: kept })
  })

  test("X11: names keep their characters: emoji, rare kanji, quotes and angle brackets", () => {
    const name = `𠮷野🌸「花」<b>&"'の会`
    expect(inputOf({ name })).toMatchObject({ name })
  })

  test("civic-portal.U1: an unfinished draft is fine, as long as it has a name, a kind and an area", () => {
    const { name, kind, mainArea } = whole
    expect(registrationForm.safeParse({ intent: "draft", name, kind, mainArea }).success).toBe(true)
    expect(registrationForm.safeParse({ intent: "draft", kind, mainArea }).success).toBe(false)
  })
})

describe("bad input is told at its field", () => {
  test.each([
    ["name", { name: "" }, "web:error.required"],
    ["name", { name: many("あ", 1000) }, "web:error.too-long"],
    ["name", { name: many("🌸", 101) }, "web:error.too-long"],
    ["kana", { kana: "花の会" }, "web:error.kana"],
    ["kana", { kana: many("ア", 201) }, "web:error.too-long"],
    ["english", { english: many("a", 201) }, "web:error.too-long"],
    ["kind", { kind: "party" }, undefined],
    ["mainArea", { mainArea: "" }, "organisations:error.area"],
    ["mainArea", { mainArea: "阿倍野区" }, "organisations:error.area"],
    ["mainArea", { mainArea: "131016" }, "organisations:error.area"],
    ["areas", { areas: ["271021", "' or 1=1"] }, "organisations:error.area"],
    ["fields", { fields: [] }, "organisations:error.fields"],
    ["fields", { fields: ["21"] }, "web:error.choice"],
    ["fields", { fields: ["7", "seven"] }, "web:error.choice"],
    ["fields", { fields: "1.5" }, "web:error.choice"],
    ["purpose", { purpose: many("あ", 2001) }, "web:error.too-long"],
    ["website", { website: "javascript:alert(1)" }, "web:error.link"],
    ["website", { website: "data:text/html,x" }, "web:error.link"],
    ["website", { website: "ftp://example.jp/" }, "web:error.link"],
    ["website", { website: "hana.example.jp" }, "web:error.link"],
    ["contactPhone", { contactPhone: "1234" }, "web:error.phone"],
    ["contactPhone", { contactPhone: "電話してね" }, "web:error.phone"],
    ["contactPhone", { contactPhone: "", contactMail: "" }, "organisations:error.contact"],
    ["contactMail", { contactMail: "hana@" }, "web:error.mail"],
    ["contactMail", { contactMail: "a@b.example,c@d.example" }, "web:error.mail"],
    ["contactMail", { contactMail: '"><script>@example.jp' }, "web:error.mail"],
    ["contactName", { contactName: "" }, "web:error.required"],
  ])("%s: %o", (field, change, message) => {
    const errors = errorsOf(change)
    expect(Object.keys(errors)).toEqual([field])
    if (message) expect(errors[field]).toBe(message)
  })

  test("every mistake is told at once", () => {
    const errors = errorsOf({ name: "", kana: "花", website: "javascript:alert(1)", fields: [] })
    expect(Object.keys(errors).toSorted()).toEqual(["fields", "kana", "name", "website"])
  })

  test("a change of a profile needs its version, else nobody could be told of another's", () => {
    expect(profileForm.safeParse(whole).success).toBe(false)
    expect(profileForm.parse({ ...whole, _version: "3" })).toMatchObject({ _version: 3 })
  })
})

test("civic-portal.R1: each of the 20 fields of the law stands in one group of those that people look through", () => {
  const grouped = fieldGroups.flatMap(({ fields }) => [...fields])
  expect(grouped.toSorted((a, b) => a - b)).toEqual(fieldNumbers)
  expect(fieldNumbers).toHaveLength(20)
  expect(officialField(8)).toBe("災害救援活動")
  expect(officialField(21)).toBe("")
})
