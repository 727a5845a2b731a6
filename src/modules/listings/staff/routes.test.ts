import { describe, expect, test } from "vitest"
import { hiddenFields, testProgram } from "#test/support/program.ts"
import { htmlProblems } from "#web/ui/html-check.ts"

const { ask, program } = await testProgram()
const abeno = { as: "ward-officer-abeno" }
const city = { as: "city-officer" }

const idOf = async (title: string): Promise<string> => {
  const { publicId } = await program.database
    .selectFrom("listings")
    .select("publicId")
    .where("title", "like", `${title}%`)
    .executeTakeFirstOrThrow()
  return publicId
}

describe("the office's list", () => {
  test("X17: an office sees and counts what it is competent for, the City everything; no drafts", async () => {
    const ward = await ask("/staff/listings", abeno)
    expect(ward.body).toContain("公園の花の水やり")
    expect(ward.body).not.toContain("ひまわり食堂")
    expect(ward.body).toContain("<strong>7件</strong>")
    const whole = await ask("/staff/listings", city)
    expect(whole.body).toContain("ひまわり食堂")
    for (const { body } of [ward, whole]) {
      expect(body).not.toContain("緑のカーテン")
      expect(await htmlProblems(body)).toEqual([])
    }
  })

  test("by state, area and words", async () => {
    const hidden = await ask("/staff/listings?state=hidden", city)
    expect(hidden.body).toContain("公園フリーマーケット")
    expect(hidden.body).toContain("<strong>1件</strong>")
    const words = await ask(`/staff/listings?area=hirano&q=${encodeURIComponent("お楽しみ")}`, city)
    expect(words.body).toContain("季節のお楽しみ会")
    expect((await ask("/staff/listings?q=%25&state=nonsense&area=x&look=1", city)).status).toBe(200)
  })
})

describe("hiding", () => {
  test("X13: with a reason it is off every page at once, and comes back", async () => {
    const id = await idOf("公園の花")
    const path = `/staff/listings/${id}`
    const page = await ask(path, abeno)
    expect(await htmlProblems(page.body)).toEqual([])
    const form = hiddenFields(page.body, `${path}/hiding`)
    const without = await ask(`${path}/hiding`, { ...abeno, form: { ...form, reason: "" } })
    expect(without.status).toBe(422)
    expect(without.body).toContain('id="field-reason-error"')
    const done = await ask(`${path}/hiding`, { ...abeno, form: { ...form, reason: "場所を確かめています" } })
    expect(done.status).toBe(303)
    const gone = await ask(`/listings/${id}`)
    expect([gone.status, gone.body.includes("場所を確かめています")]).toEqual([410, true])
    for (const other of ["/listings", "/areas/abeno", "/"])
      expect((await ask(other)).body).not.toContain(`/listings/${id}`)
    const after = await ask(path, abeno)
    expect(after.body).toContain("井上 亮（窓口）")
    expect(await htmlProblems(after.body)).toEqual([])
    expect((await ask(`${path}/reinstatement`, { ...abeno, form: {} })).status).toBe(303)
    expect((await ask(`/listings/${id}`)).status).toBe(200)
  })

  test("X17: other offices and other bodies may not", async () => {
    const path = `/staff/listings/${await idOf("通りの花壇")}/hiding`
    for (const person of [
      "ward-officer-hirano",
      "shakyo-officer",
      "ward-shakyo-officer",
      "centre-officer",
      "citizen",
    ])
      expect((await ask(path, { as: person, form: { reason: "理由" } })).status).toBe(403)
  })
})

test("waits: listings brought in with dates to look at are one line for the City, and none for a ward", async () => {
  const { database } = program
  for (const title of ["ひまわり食堂", "親子のあそびば"])
    await database
      .updateTable("listings")
      .set({ lookAt: ["weekday"] })
      .where("title", "like", `${title}%`)
      .execute()
  const today = await ask("/staff", city)
  expect(today.body).toContain("/staff/listings?look=1")
  expect(today.body).toContain("2件")
  expect((await ask("/staff/listings?look=1", city)).body).toContain("<strong>2件</strong>")
  expect((await ask("/staff", abeno)).body).not.toContain("look=1")
  const seen = await ask(`/listings/${await idOf("ひまわり食堂")}`)
  expect(seen.body).toContain("日付を確認中")
})
