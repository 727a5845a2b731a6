import { describe, expect, test } from "vitest"
import { systemActor } from "#kernel/actor.ts"
import { reading, working } from "#kernel/transaction.ts"
import { organisationsWorld } from "#test/support/organisations.ts"
import { getPublicOrganisation, listOrganisations } from "../queries/public.ts"
import { confirmByLink, confirmProfile } from "./freshness.ts"
import { leaveGroup } from "./leave.ts"
import { hideSomeStale, remindSome } from "./remind.ts"

const world = await organisationsWorld()
const { as, database, applicant, officer, registered, rowOf, memberOf, mailAbout, clock } = world

const program = as(systemActor("organisations"))
const at = (instant: string) => clock.set(instant)
const remind = () => working(program, "organisations.remind", remindSome)
const hide = () => working(program, "organisations.leave-lists", hideSomeStale)
const found = async (id: string, q = ""): Promise<boolean> => {
  const filter = { q, areaCode: null, field: null, kind: null, page: 1 }
  const { rows } = await reading({ database }, (tx) => listOrganisations(tx, filter))
  return rows.some(({ publicId }) => publicId === id)
}
const reminders = async (id: string) =>
  (await mailAbout(id)).filter(({ template }) => template === "organisations.remind")
const tokenOf = (link: string | null | undefined): string => link?.split("/").at(-1) ?? ""

/** Registered on 10 June 2026. */
const group = async (name: string): Promise<string> => {
  at("2026-06-10T10:00:00+09:00")
  return registered({ name, kana: "アアア", contactPhone: "" })
}

describe("issue 3 line 5: last confirmed on", () => {
  test("civic-portal.R6: asked after twelve months, then every thirty days, out of the lists after six more", async () => {
    const id = await group("時計の会")
    at("2027-06-10T09:59:59+09:00")
    await remind()
    expect(await reminders(id)).toHaveLength(0)
    at("2027-06-10T10:00:00+09:00")
    await remind()
    await remind()
    expect(await reminders(id)).toHaveLength(1)
    at("2027-07-10T10:00:00+09:00")
    await remind()
    expect(await reminders(id)).toHaveLength(2)
    at("2027-12-10T09:59:59+09:00")
    await hide()
    expect(await found(id, "時計の会")).toBe(true)
    at("2027-12-10T10:00:00+09:00")
    await hide()
    expect(await found(id, "時計の会")).toBe(false)
    expect(await found(id)).toBe(false)
    const page = await reading({ database }, (tx) => getPublicOrganisation(tx, id))
    expect(page).toMatchObject({ stale: true, name: "時計の会" })
    await confirmProfile(as(await memberOf(applicant, id)), { id })
    expect(await found(id, "時計の会")).toBe(true)
    await remind()
    expect(await reminders(id)).toHaveLength(2)
  })

  test("issue 3 line 5: one press behind the mail's link confirms, once, under the person's hat", async () => {
    const id = await group("リンクの会")
    at("2027-06-10T10:00:00+09:00")
    await remind()
    const [letter] = await reminders(id)
    expect(letter).toMatchObject({ address: applicant.address, bodyId: null })
    const nobody = { ...applicant, accountId: null, memberships: [] }
    const token = tokenOf(letter?.link)
    await confirmByLink(as(nobody), { token })
    expect((await rowOf(id)).confirmedAt?.toString()).toBe("2027-06-10T01:00:00Z")
    expect((await world.auditOf(id)).at(-1)?.hat).toMatch(/^member:representative:/)
    await expect(confirmByLink(as(nobody), { token })).rejects.toMatchObject({ name: "Gone" })
    await expect(confirmByLink(as(nobody), { token: "x" })).rejects.toMatchObject({ name: "NotFound" })
  })

  test("issue 3 line 5: the link of somebody who has left confirms nothing; without members its contact is asked", async () => {
    const id = await group("去った会")
    at("2027-06-10T10:00:00+09:00")
    await remind()
    const own = as(await memberOf(applicant, id))
    await leaveGroup(own, { id, successor: "", handOver: true })
    const [first] = await reminders(id)
    await expect(confirmByLink(program, { token: tokenOf(first?.link) })).rejects.toMatchObject({
      name: "Gone",
    })
    at("2027-07-10T10:00:00+09:00")
    await remind()
    const second = (await reminders(id)).at(-1)
    expect(second?.address).toBe("hana@example.jp")
    await confirmByLink(as({ ...applicant, accountId: null }), { token: tokenOf(second?.link) })
    expect((await rowOf(id)).reminders).toBe(0)
  })

  test("issue 3 line 5: the office that has asked the group confirms for it", async () => {
    const id = await group("電話の会")
    at("2027-06-10T10:00:00+09:00")
    await confirmProfile(as(officer), { id })
    expect((await rowOf(id)).confirmedAt?.toString()).toBe("2027-06-10T01:00:00Z")
    expect((await world.auditOf(id)).at(-1)?.hat).toMatch(/^post:officer:/)
  })
})
