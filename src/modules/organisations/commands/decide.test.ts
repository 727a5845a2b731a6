import { beforeEach, describe, expect, test } from "vitest"
import { newId } from "#kernel/ids.ts"
import { on } from "#kernel/events.ts"
import { countFigure } from "#kernel/figures.ts"
import { reading } from "#kernel/transaction.ts"
import { organisationsWorld, someProfile } from "#test/support/organisations.ts"
import { membershipsOf } from "../queries/members.ts"
import { organisationRegistered } from "../schema/events.ts"
import { submitRegistration } from "./apply.ts"
import { approveRegistration, refuseRegistration, returnRegistration } from "./decide.ts"

const emitted: string[] = []
const world = await organisationsWorld({
  handlers: [
    on(organisationRegistered, async (_work, { id }) => {
      emitted.push(id)
    }),
  ],
})
const { owner, database, as, applicant, officer, approver, rowOf, submitted } = world

beforeEach(() => {
  emitted.length = 0
})

const today = Temporal.PlainDate.from("2026-06-10")
const counted = async (): Promise<number> => {
  const question = { first: today, last: today, asOf: today, known: "now", zone: "Asia/Tokyo" } as const
  const sums = await reading({ database }, (tx) =>
    countFigure(tx, { ...question, metric: "portal.information-items" }, "kind"),
  )
  return sums.get("organisation") ?? 0
}

const indexed = async (id: string) =>
  owner.selectFrom("searchDocuments").select("folded").where("id", "=", id).executeTakeFirst()

const stampOf = async (tag: string): Promise<number> =>
  (await owner.selectFrom("pageStamps").select("version").where("tag", "=", tag).executeTakeFirst())
    ?.version ?? 0

describe("returning", () => {
  test("civic-portal.U1: the applicant reads why, also at single fields; nothing becomes public", async () => {
    const id = await submitted()
    const fieldReasons = { purpose: "回数を書いてください", kana: "読みを確かめてください" }
    const { version } = await rowOf(id)
    await returnRegistration(as(officer), {
      id,
      version,
      reason: "あと少しです",
      note: "電話で確認済み",
      fieldReasons,
    })
    const row = await rowOf(id)
    expect(row).toMatchObject({ state: "returned", dueOn: null, registeredAt: null })
    const [last] = await owner
      .selectFrom("organisationEvents")
      .selectAll()
      .where("organisationId", "=", row.id)
      .orderBy("id", "desc")
      .execute()
    expect(last).toMatchObject({
      event: "return",
      reason: "あと少しです",
      note: "電話で確認済み",
      fieldReasons,
    })
    expect(last?.hat).toMatch(/^post:officer:\*:/)
    const [mail] = (await world.mailAbout(id)).filter(({ template }) => template.includes("return"))
    expect(mail).toMatchObject({
      address: applicant.address,
      subject: "直していただきたいところがあります：あべの花の会",
    })
    expect(mail?.body).toContain("あと少しです")
    expect(mail?.body).not.toContain("電話で確認済み")
    expect(await indexed(row.id)).toBeUndefined()
  })
})

describe("approving", () => {
  test("civic-portal.U1: public, found, told, and the applicant represents the group from that day", async () => {
    const id = await submitted()
    const { id: key, version } = await rowOf(id)
    const before = await stampOf("organisations")
    await approveRegistration(as(approver), { id, version, checked: ["place", "purpose"] })
    expect(await rowOf(id)).toMatchObject({ state: "registered", dueOn: null, publicReason: null })
    expect((await indexed(key))?.folded).toMatch(/阿倍野区.*環境の保全を図る活動/)
    expect(await stampOf("organisations")).toBe(before + 1)
    expect(await stampOf(`organisation:${id}`)).toBe(1)
    expect(emitted).toEqual([key])
    const members = await reading({ database }, (tx) => membershipsOf(tx, applicant.accountId, today))
    expect(members).toEqual([
      { organisationId: key, organisationName: someProfile.name, role: "representative" },
    ])
    const mail = await world.mailAbout(id)
    expect(mail.at(-1)).toMatchObject({ template: "organisations.approve.group", address: applicant.address })
  })

  test("X16: the audit names the hat and what was confirmed", async () => {
    const id = await submitted()
    const { version } = await rowOf(id)
    await approveRegistration(as(approver), { id, version, checked: ["place"], note: "現地で確認" })
    const event = (await world.auditOf(id)).at(-1)
    expect(event).toMatchObject({
      verb: "organisations.approve",
      accountId: approver.accountId,
      payload: { from: "submitted", to: "registered", checked: ["place"], note: "現地で確認" },
    })
    expect(event?.hat).toMatch(/^post:approver:/)
  })

  test("civic-portal.R3: counted once, at the first registration, under its area and office", async () => {
    const before = await counted()
    const id = await submitted()
    expect(await counted()).toBe(before)
    const { id: subjectId, version, bodyId } = await rowOf(id)
    await approveRegistration(as(approver), { id, version })
    expect(await counted()).toBe(before + 1)
    const [event] = await owner
      .selectFrom("figureEvents")
      .selectAll()
      .where("subjectId", "=", subjectId)
      .execute()
    expect(event).toMatchObject({ areaCode: someProfile.mainArea, bodyId, subjectKind: "organisation" })
  })

  test("civic-portal.R3: a city may decide that profiles do not count", async () => {
    const before = await counted()
    const id = await submitted()
    const { version } = await rowOf(id)
    const context = as(approver)
    const countRegistrations = { ...context.city.settings.countRegistrations, value: false }
    const city = { ...context.city, settings: { ...context.city.settings, countRegistrations } }
    await approveRegistration({ ...context, city }, { id, version })
    expect((await rowOf(id)).state).toBe("registered")
    expect(await counted()).toBe(before)
  })

  test("acceptance 9: two approvals at once register once; the second is told that it moved on", async () => {
    const id = await submitted()
    const { id: key, version } = await rowOf(id)
    const results = await Promise.allSettled([
      approveRegistration(as(approver, newId()), { id, version }),
      approveRegistration(as(approver, newId()), { id, version }),
    ])
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
    const refused = results.find((result) => result.status === "rejected")
    expect(refused?.reason).toMatchObject({ name: "Conflict", say: "web:error.moved-on" })
    expect(emitted).toEqual([key])
  })

  test("X13: what changed since the officer looked is not approved unseen", async () => {
    const id = await submitted()
    const { version: seen } = await rowOf(id)
    await returnRegistration(as(officer), { id, version: seen, reason: "確認" })
    const { version } = await rowOf(id)
    const profile = { ...someProfile, purpose: "まったく別の内容" }
    await submitRegistration(as(applicant), { id, version, profile, different: true })
    await expect(approveRegistration(as(approver), { id, version: seen })).rejects.toMatchObject({
      name: "Conflict",
      current: expect.objectContaining({ purpose: "まったく別の内容" }),
    })
  })
})

describe("refusing", () => {
  test("civic-portal.U1: the applicant is told why, and nothing is public or counted", async () => {
    const before = await counted()
    const id = await submitted()
    const { id: key, version } = await rowOf(id)
    await refuseRegistration(as(approver), { id, version, reason: "市内での活動が確認できませんでした" })
    expect(await rowOf(id)).toMatchObject({ state: "refused", registeredAt: null, dueOn: null })
    expect((await world.mailAbout(id)).at(-1)?.body).toContain("市内での活動が確認できませんでした")
    expect(await indexed(key)).toBeUndefined()
    expect(await counted()).toBe(before)
    expect(emitted).toEqual([])
  })
})
