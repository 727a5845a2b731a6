import { describe, expect, test } from "vitest"
import { anonymous, systemActor, type Actor } from "#kernel/actor.ts"
import { reading, working } from "#kernel/transaction.ts"
import { officerAt } from "#test/support/groups.ts"
import { hirano, organisationsWorld, someProfile } from "#test/support/organisations.ts"
import { getRequest, openRequests } from "../queries/change-requests.ts"
import { getPublicOrganisation } from "../queries/public.ts"
import { proposeChange, settleRequest } from "./change-request.ts"
import { withdrawOrganisation } from "./hide.ts"
import { forgetClients } from "./remind.ts"

const world = await organisationsWorld()
const { owner, database, as, applicant, officer, registered, rowOf, memberOf, person, mailAbout } = world

let clients = 0
const proposed = { typed: {}, over: false, word: "", address: "", lang: "ja" } as const

const propose = async (id: string, change: object): Promise<string> => {
  clients += 1
  await proposeChange(as(anonymous), { id, ...proposed, client: `client ${clients}`, ...change })
  const row = await rowOf(id)
  const open = await reading({ database }, (tx) => openRequests(tx, row.id))
  return open.at(-1)?.id ?? ""
}
const requestOf = (id: string) =>
  owner.selectFrom("organisationChangeRequests").selectAll().where("id", "=", id).executeTakeFirstOrThrow()
const publicPage = (id: string) => reading({ database }, (tx) => getPublicOrganisation(tx, id))
const settle = (actor: Actor, request: string, version: number, change: object = {}) =>
  settleRequest(as(actor), { request, version, accepted: [], answer: "", ...change })

describe("issue 3 line 5: this is out of date", () => {
  test("issue 3 line 5: anybody proposes; the group takes over field by field; the proposer hears of it", async () => {
    const id = await registered()
    const request = await propose(id, {
      typed: {
        ...someProfile,
        purpose: "公園と通りの花を育てています。",
        website: "https://neu.example.jp/",
      },
      address: "leser@example.jp",
    })
    expect((await requestOf(request)).proposed).toEqual({
      purpose: "公園と通りの花を育てています。",
      website: "https://neu.example.jp/",
    })
    expect((await mailAbout(id)).at(-1)).toMatchObject({
      template: "organisations.request.members",
      address: applicant.address,
    })
    const { version } = await rowOf(id)
    const editor = await memberOf(applicant, id, "editor")
    await settle(editor, request, version, { accepted: ["purpose"], answer: "助かりました" })
    expect(await publicPage(id)).toMatchObject({
      purpose: "公園と通りの花を育てています。",
      website: someProfile.website,
    })
    const letter = (await mailAbout(id)).at(-1)
    expect(letter).toMatchObject({ template: "organisations.request.settled", address: "leser@example.jp" })
    expect(letter?.body).toContain("助かりました")
    expect(await requestOf(request)).toMatchObject({ state: "accepted", accepted: ["purpose"] })
    await expect(settle(editor, request, version + 1)).rejects.toMatchObject({ name: "Conflict" })
  })

  test("issue 3 line 5: what is not public is neither told nor proposed", async () => {
    const id = await registered({ shown: ["website"] })
    const request = await propose(id, {
      typed: { contactPhone: "06-9999-9999", contactMail: "x@example.jp", since: "1999", kind: "company" },
      word: "確かめてください",
    })
    const row = await requestOf(request)
    expect(row.proposed).toEqual({})
    expect(JSON.stringify(row.before)).not.toContain(someProfile.contactPhone)
  })

  test.each([
    [{ typed: { website: "javascript:alert(1)" } }, { website: "web:error.link" }],
    [{ typed: { kana: "花" } }, { kana: "web:error.kana" }],
    [{ typed: { name: "" } }, { name: "web:error.required" }],
    [{ typed: someProfile }, { word: "organisations:error.nothing-proposed" }],
  ])("issue 3 line 5: bad input is told at its field: %o", async (change, fields) => {
    const id = await registered()
    await expect(propose(id, change)).rejects.toMatchObject({ fields })
  })

  test("issue 3 line 5: from one client five in an hour, and no more", async () => {
    const id = await registered()
    const again = () => propose(id, { word: "古いです", client: "one" })
    for (let count = 0; count < 5; count += 1) await again()
    await expect(again()).rejects.toMatchObject({ name: "TooMany" })
    expect(
      JSON.stringify(await owner.selectFrom("organisationChangeRequests").selectAll().execute()),
    ).not.toContain('"one"')
  })

  test("X15: what counted a client is forgotten the next night", async () => {
    const id = await registered()
    const request = await propose(id, { word: "古いです" })
    expect((await requestOf(request)).clientKey).not.toBe("")
    world.clock.set("2026-06-11T10:00:01+09:00")
    await working(as(systemActor("organisations")), "organisations.forget-clients", forgetClients)
    world.clock.set("2026-06-10T10:00:00+09:00")
    expect((await requestOf(request)).clientKey).toBe("")
  })

  test("issue 3 line 5: the office of the main area may settle it too; others find nothing", async () => {
    const id = await registered()
    const request = await propose(id, { typed: { name: "あべのの花の会" } })
    const { version } = await rowOf(id)
    for (const actor of [await officerAt(owner, hirano, "approver"), await person("他人"), anonymous])
      await expect(settle(actor, request, version)).rejects.toMatchObject({ name: "NotFound" })
    const seen = (actor: Actor, side: "group" | "office") =>
      reading({ database }, (tx) => getRequest(tx, actor, request, side))
    await expect(seen(await person("他人"), "group")).rejects.toMatchObject({ name: "NotFound" })
    await expect(seen(await officerAt(owner, hirano), "office")).rejects.toMatchObject({ name: "NotFound" })
    await settle(officer, request, version, { accepted: ["name"] })
    expect((await publicPage(id)).name).toBe("あべのの花の会")
  })

  test("issue 3 line 5: whoever settles it after another edit is told, with what stands now", async () => {
    const id = await registered()
    const first = await propose(id, { typed: { name: "一番目" } })
    const second = await propose(id, { typed: { name: "二番目" } })
    const { version } = await rowOf(id)
    await settle(officer, first, version, { accepted: ["name"] })
    await expect(settle(officer, second, version, { accepted: ["name"] })).rejects.toMatchObject({
      name: "Conflict",
      current: expect.objectContaining({ name: "一番目" }),
    })
    await settle(officer, second, version)
    expect(await requestOf(second)).toMatchObject({ state: "declined" })
  })

  test("X13: about what is gone nothing is proposed", async () => {
    const id = await registered()
    await withdrawOrganisation(as(await memberOf(applicant, id)), { id, reason: "活動を終えました" })
    await expect(propose(id, { word: "古い" })).rejects.toMatchObject({
      name: "Gone",
      reason: "活動を終えました",
    })
  })
})
