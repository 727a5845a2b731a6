import { describe, expect, test } from "vitest"
import { Conflict, Forbidden, Invalid } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { anonymous } from "#kernel/actor.ts"
import { hirano, organisationsWorld, someProfile } from "#test/support/organisations.ts"
import { saveDraft, submitRegistration } from "./apply.ts"
import { returnRegistration } from "./decide.ts"

const world = await organisationsWorld()
const { owner, as, applicant, approver, person, rowOf, submitted, registered } = world

const names = [..."あいうえおかきくけこさしすせそ"]
let taken = 0
/** A name that resembles no other. */
const fresh = () => {
  const letter = names[taken++ % names.length] ?? ""
  return { name: `${letter.repeat(6)}会${taken}`, kana: `テスト${taken}`, contactPhone: "" }
}

const profile = (change = {}) => ({ ...someProfile, ...fresh(), ...change })

describe("drafts", () => {
  test("civic-portal.U1: a draft is kept for its writer, without a receipt number or mail", async () => {
    const { id } = await saveDraft(as(applicant), { id: null, profile: profile({ purpose: "", fields: [] }) })
    expect(await rowOf(id)).toMatchObject({
      state: "draft",
      receiptNumber: null,
      submittedAt: null,
      dueOn: null,
    })
    expect(await world.mailAbout(id)).toEqual([])
  })

  test("X13: the second of two windows is told, and sees both texts", async () => {
    const { id } = await saveDraft(as(applicant), { id: null, profile: profile({ purpose: "はじめ" }) })
    await saveDraft(as(applicant), { id, version: 1, profile: profile({ purpose: "ひとつめの窓" }) })
    const second = saveDraft(as(applicant), { id, version: 1, profile: profile({ purpose: "ふたつめの窓" }) })
    await expect(second).rejects.toMatchObject({
      name: "Conflict",
      version: 2,
      current: expect.objectContaining({ purpose: "ひとつめの窓" }),
    })
    await expect(second).rejects.toBeInstanceOf(Conflict)
  })

  test("X16: the audit keeps what stood before and what stands now", async () => {
    const first = profile({ purpose: "前" })
    const { id } = await saveDraft(as(applicant), { id: null, profile: first })
    await saveDraft(as(applicant), { id, version: 1, profile: { ...first, purpose: "後" } })
    const events = await world.auditOf(id)
    expect(events.map(({ verb }) => verb)).toEqual(["organisations.save-draft", "organisations.save-draft"])
    expect(events[1]?.payload).toEqual({ before: { purpose: "前" }, after: { purpose: "後" } })
  })
})

describe("submitting", () => {
  test("civic-portal.U1: receipt number of the ward's office and a due day of five business days", async () => {
    const row = await rowOf(await submitted(fresh()))
    expect(row.receiptNumber).toMatch(/^阿倍野2026-\d{4}$/)
    // Wednesday the 10th, and a weekend in between.
    expect(row.dueOn?.toString()).toBe("2026-06-17")
    expect(row.state).toBe("submitted")
  })

  test("civic-portal.U1: a group that acts in the whole city is checked by the City", async () => {
    const row = await rowOf(await submitted({ ...fresh(), mainArea: "271004" }))
    expect(row.receiptNumber).toMatch(/^市2026-/)
  })

  test("X16: numbers have no gaps, also when two apply at once", async () => {
    const ids = await Promise.all([1, 2, 3, 4].map(() => submitted({ ...fresh(), mainArea: hirano })))
    const rows = await Promise.all(ids.map(rowOf))
    expect(new Set(rows.map(({ receiptNumber }) => receiptNumber))).toEqual(
      new Set([1, 2, 3, 4].map((number) => `平野2026-000${number}`)),
    )
  })

  test("civic-portal.U1: the applicant gets a receipt and the office is told, each in the own language", async () => {
    const officerAccount = await person("井上 亮")
    const { bodyId } = await rowOf(await submitted(fresh()))
    await owner
      .insertInto("posts")
      .values({
        ...{ id: newId(), accountId: officerAccount.accountId, bodyId, programme: "*", role: "approver" },
        ...{ areaCodes: [someProfile.mainArea], validFrom: Temporal.PlainDate.from("2026-04-01") },
      })
      .execute()
    const english = await person("Ann Smith", "en")
    const id = await submitted(fresh(), english)
    const mail = await world.mailAbout(id)
    expect(mail.map(({ template, address }) => [template, address])).toEqual([
      ["organisations.submit.group", english.address],
      ["organisations.submit.office", officerAccount.address],
    ])
    expect(mail[0]).toMatchObject({
      lang: "en",
      link: `http://localhost:3000/my/organisations/${id}?lang=en`,
    })
    expect(mail[0]?.body).toContain("Your receipt number is 阿倍野2026-")
    expect(mail[0]?.body).toContain("2026-06-17")
    expect(mail[1]).toMatchObject({
      lang: "ja",
      bodyId,
      link: `http://localhost:3000/staff/registrations/${id}`,
    })
    expect(mail[1]?.body).toContain("2026年6月17日")
  })

  test("acceptance 9: the same form posted twice at once registers one group", async () => {
    const key = newId()
    const input = { id: null, profile: profile(), different: true }
    const [one, other] = await Promise.all([
      submitRegistration(as(applicant, key), input),
      submitRegistration(as(applicant, key), input),
    ])
    expect(other).toEqual(one)
    const rows = await owner
      .selectFrom("organisations")
      .select("id")
      .where("name", "=", input.profile.name)
      .execute()
    expect(rows).toHaveLength(1)
  })

  test("civic-portal.R2: an area that is not of this city is refused at its field", async () => {
    const submit = (change: object) =>
      submitRegistration(as(applicant), { id: null, profile: profile(change), different: true })
    await expect(submit({ mainArea: "372013" })).rejects.toEqual(
      new Invalid({ mainArea: "organisations:error.area" }),
    )
    await expect(submit({ areas: ["999999"] })).rejects.toMatchObject({
      fields: { areas: "organisations:error.area" },
    })
  })

  test("X17: somebody who is not signed in cannot apply, and learns nothing of similar groups", async () => {
    const same = { id: null, profile: someProfile, different: false }
    await registered({ name: someProfile.name })
    await expect(submitRegistration(as(anonymous), same)).rejects.toBeInstanceOf(Forbidden)
  })

  test("acceptance 17: a similar group asks once, and whoever says that it is another goes on", async () => {
    const known = profile({ name: "天下茶屋こども食堂", kana: "テンガチャヤコドモショクドウ" })
    await registered(known)
    const again = { id: null, profile: { ...profile(), name: "ＮＰＯ法人 天下茶屋 子ども食堂" } }
    await expect(submitRegistration(as(applicant), { ...again, different: false })).rejects.toMatchObject({
      fields: { different: "organisations:error.similar" },
    })
    const { id } = await submitRegistration(as(applicant), { ...again, different: true })
    expect((await rowOf(id)).state).toBe("submitted")
  })
})

describe("after a return", () => {
  test("X16: the same number, a new day, and the texts as they were changed", async () => {
    const before = profile()
    const { id } = await submitRegistration(as(applicant), { id: null, profile: before, different: true })
    const first = await rowOf(id)
    await returnRegistration(as(approver), { id, version: first.version, reason: "もう少し詳しく" })
    const returned = await rowOf(id)
    expect(returned).toMatchObject({ state: "returned", dueOn: null })
    const changed = { ...before, purpose: "毎週土曜日に公園で花を育てています。" }
    world.clock.set("2026-06-12T10:00:00+09:00")
    await submitRegistration(as(applicant), {
      id,
      version: returned.version,
      profile: changed,
      different: true,
    })
    const second = await rowOf(id)
    expect(second).toMatchObject({
      state: "submitted",
      receiptNumber: first.receiptNumber,
      purpose: changed.purpose,
    })
    expect(second.dueOn?.toString()).toBe("2026-06-19")
  })
})
