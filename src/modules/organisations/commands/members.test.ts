import { describe, expect, test } from "vitest"
import { systemActor, type Actor } from "#kernel/actor.ts"
import { reading, working } from "#kernel/transaction.ts"
import { officerAt } from "#test/support/groups.ts"
import { hirano, organisationsWorld } from "#test/support/organisations.ts"
import { membershipsOf, standingMembers } from "../queries/members.ts"
import { acceptInvitation, declineInvitation, inviteMember, withdrawInvitation } from "./invite.ts"
import { changeMember, leaveGroup, removeMember } from "./leave.ts"
import { decideObjection, objectToRecovery, recoverGroup } from "./recover.ts"
import { endSomeTerms } from "./remind.ts"

const world = await organisationsWorld()
const { owner, database, as, applicant, officer, registered, rowOf, memberOf, person, mailAbout, clock } =
  world

const today = Temporal.PlainDate.from("2026-06-10")
const asked = { address: "neu@example.jp", role: "editor", until: null, word: "" } as const

const membersOf = async (id: string) => {
  const row = await rowOf(id)
  return reading({ database }, (tx) => standingMembers(tx, row.id))
}
const groupsOf = (accountId: string) => reading({ database }, (tx) => membershipsOf(tx, accountId, today))

const tokenIn = async (id: string): Promise<string> => {
  const letters = await mailAbout(id)
  const link = letters.findLast(({ template }) => template === "organisations.invitation")?.link ?? ""
  return link.split("/").at(-1)?.replace("?lang=en", "") ?? ""
}

const invited = async (id: string, change: Partial<typeof asked> | object = {}): Promise<string> => {
  await inviteMember(as(await memberOf(applicant, id)), { id, ...asked, ...change })
  return tokenIn(id)
}

/** A group with a second person in a role. */
const withAnother = async (role: "editor" | "representative" = "editor") => {
  const id = await registered()
  const other = await person("二人目")
  await acceptInvitation(as(other), { token: await invited(id, { role }) })
  return { id, other: await memberOf(other, id, role) }
}

describe("issue 3 line 4: invitations", () => {
  test("issue 3 line 4: whoever has the link and is signed in becomes a member, and the group hears of it", async () => {
    const { id, other } = await withAnother()
    expect(await groupsOf(other.accountId ?? "")).toMatchObject([{ role: "editor" }])
    const letters = await mailAbout(id)
    expect(letters.at(-1)).toMatchObject({ template: "organisations.joined.members" })
    const event = (await world.auditOf(id)).at(-1)
    expect(event).toMatchObject({ verb: "organisations.accept-invitation", hat: "person" })
    expect(event?.payload).toMatchObject({ invited: asked.address, address: other.address })
  })

  test("issue 3 line 4: a link works once, not after its days, not after it was taken back or asked for anew", async () => {
    const id = await registered()
    const first = await invited(id)
    const second = await invited(id)
    const someone = await person("だれか")
    const attempt = (token: string) => acceptInvitation(as(someone), { token })
    await expect(attempt(first)).rejects.toMatchObject({ name: "Gone" })
    await attempt(second)
    await expect(attempt(second)).rejects.toMatchObject({ name: "Gone" })
    const third = await invited(id)
    clock.set("2026-06-24T10:00:00+09:00")
    await expect(attempt(third)).rejects.toMatchObject({ name: "Gone" })
    clock.set("2026-06-10T10:00:00+09:00")
    const open = await owner
      .selectFrom("organisationInvitations")
      .select("id")
      .where("organisationId", "=", (await rowOf(id)).id)
      .where("acceptedAt", "is", null)
      .where("withdrawnAt", "is", null)
      .executeTakeFirstOrThrow()
    await withdrawInvitation(as(await memberOf(applicant, id)), { id, invitation: open.id })
    await expect(attempt(third)).rejects.toMatchObject({ name: "Gone" })
    await expect(attempt("no-such-token")).rejects.toMatchObject({ name: "NotFound" })
  })

  test("issue 3 line 4: the database knows the link by its hash only, and no office sees it in the ledger", async () => {
    const id = await registered()
    const token = await invited(id)
    const rows = await owner.selectFrom("organisationInvitations").selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
    const letter = (await mailAbout(id)).findLast(({ template }) => template === "organisations.invitation")
    expect(letter).toMatchObject({ bodyId: null, address: asked.address })
  })

  test("issue 3 line 4: two who press at once: one gets in", async () => {
    const id = await registered()
    const token = await invited(id)
    const people = [await person("一"), await person("二")]
    const results = await Promise.allSettled(people.map((each) => acceptInvitation(as(each), { token })))
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(await membersOf(id)).toHaveLength(2)
  })

  test("X17: only representatives invite; nobody signed out accepts; a member is not invited again", async () => {
    const { id, other } = await withAnother()
    await expect(inviteMember(as(other), { id, ...asked })).rejects.toMatchObject({ name: "Forbidden" })
    await expect(inviteMember(as(await person("他人")), { id, ...asked })).rejects.toMatchObject({
      name: "Forbidden",
    })
    await expect(invited(id, { address: other.address })).rejects.toMatchObject({
      fields: { address: "organisations:error.member-already" },
    })
    const token = await invited(id, { address: "noch@example.jp" })
    const nobody = { ...applicant, accountId: null, memberships: [] }
    await expect(acceptInvitation(as(nobody), { token })).rejects.toMatchObject({ name: "Forbidden" })
    await declineInvitation(as(nobody), { token })
    expect((await mailAbout(id)).at(-1)).toMatchObject({ template: "organisations.declined.members" })
  })
})

describe("issue 3 line 4: roles, leaving, removing", () => {
  test("issue 3 line 4: the last representative names another or hands over, and never simply goes", async () => {
    const { id, other } = await withAnother()
    const own = as(await memberOf(applicant, id))
    await expect(leaveGroup(own, { id, successor: "", handOver: false })).rejects.toMatchObject({
      fields: { successor: "organisations:error.last-representative" },
    })
    const next = (await membersOf(id)).find(({ accountId }) => accountId === other.accountId)
    await leaveGroup(own, { id, successor: next?.id ?? "", handOver: false })
    expect(await membersOf(id)).toMatchObject([{ accountId: other.accountId, role: "representative" }])
    expect((await rowOf(id)).unattendedSince).toBeNull()
    expect((await mailAbout(id)).some(({ template }) => template === "organisations.role.person")).toBe(true)
  })

  test("issue 3 line 4: handed to the office, the group waits there", async () => {
    const id = await registered()
    const own = as(await memberOf(applicant, id))
    await leaveGroup(own, { id, successor: "", handOver: true })
    expect((await rowOf(id)).unattendedSince).not.toBeNull()
    expect(await membersOf(id)).toEqual([])
    expect(await groupsOf(applicant.accountId)).not.toContainEqual(
      expect.objectContaining({ organisationId: (await rowOf(id)).id }),
    )
  })

  test("issue 3 line 4: two representatives who leave at once: the second is asked", async () => {
    const { id, other } = await withAnother("representative")
    const leave = async (actor: Actor) => leaveGroup(as(actor), { id, successor: "", handOver: false })
    const results = await Promise.allSettled([leave(other), leave(await memberOf(applicant, id))])
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1)
    expect(await membersOf(id)).toHaveLength(1)
  })

  test("issue 3 line 4: who is removed is told, and can do nothing from then on", async () => {
    const { id, other } = await withAnother()
    const [, member] = await membersOf(id)
    const own = as(await memberOf(applicant, id))
    await removeMember(own, { id, member: member?.id ?? "", word: "お疲れさまでした" })
    expect(await groupsOf(other.accountId ?? "")).toEqual([])
    const letter = (await mailAbout(id)).at(-1)
    expect(letter).toMatchObject({ template: "organisations.removed.person", address: other.address })
    expect(letter?.body).toContain("お疲れさまでした")
    await expect(removeMember(own, { id, member: member?.id ?? "", word: "" })).rejects.toMatchObject({
      name: "NotFound",
    })
  })

  test("issue 3 line 4: a role is dated; a term that ran out ends by itself, and the last one's waits for the office", async () => {
    const { id } = await withAnother()
    const [representative] = await membersOf(id)
    const own = as(await memberOf(applicant, id))
    const member = representative?.id ?? ""
    await expect(changeMember(own, { id, member, role: "editor", until: null })).rejects.toMatchObject({
      fields: { role: "organisations:error.last-representative" },
    })
    await changeMember(own, { id, member, role: "representative", until: today })
    expect(await groupsOf(applicant.accountId)).toContainEqual(
      expect.objectContaining({ organisationId: (await rowOf(id)).id }),
    )
    clock.set("2026-06-11T00:05:00+09:00")
    const program = as(systemActor("organisations"))
    await working(program, "organisations.end-term", endSomeTerms)
    clock.set("2026-06-10T10:00:00+09:00")
    expect(await membersOf(id)).toHaveLength(1)
    expect((await rowOf(id)).unattendedSince).not.toBeNull()
  })

  test("X17: another group's member is not found", async () => {
    const { id } = await withAnother()
    const elsewhere = await registered({ name: "別の会", kana: "ベツノカイ", contactPhone: "" })
    const [member] = await membersOf(elsewhere)
    const own = as(await memberOf(applicant, id))
    await expect(removeMember(own, { id, member: member?.id ?? "", word: "" })).rejects.toMatchObject({
      name: "NotFound",
    })
  })
})

describe("issue 3 line 4: the last editor's loss", () => {
  const lost = async () => {
    const id = await registered()
    await leaveGroup(as(await memberOf(applicant, id)), { id, successor: "", handOver: true })
    const { id: recovery } = await recoverGroup(as(officer), {
      id,
      address: "neu@example.jp",
      reason: "電話で頼まれ、規約で確かめた",
    })
    return { id, recovery, token: await tokenIn(id) }
  }

  test("issue 3 line 4: the office invites somebody new with a reason, and every old member is told", async () => {
    const { id, token } = await lost()
    const told = (await mailAbout(id)).filter(({ template }) => template === "organisations.recovery.members")
    expect(told).toMatchObject([{ address: applicant.address }])
    expect(told[0]?.body).toContain("規約で確かめた")
    const somebody = await person("新任")
    await acceptInvitation(as(somebody), { token })
    expect(await membersOf(id)).toMatchObject([{ accountId: somebody.accountId, role: "representative" }])
    expect((await rowOf(id)).unattendedSince).toBeNull()
  })

  test("issue 3 line 4: an objection holds the invitation; upheld, the objector represents the group again", async () => {
    const { id, recovery, token } = await lost()
    await objectToRecovery(as(applicant), { recovery, words: "その人は知りません" })
    await expect(acceptInvitation(as(await person("新任")), { token })).rejects.toMatchObject({
      say: "organisations:error.objected",
    })
    const { id: objection } = await owner
      .selectFrom("organisationObjections")
      .select("id")
      .where("recoveryId", "=", recovery)
      .executeTakeFirstOrThrow()
    const elsewhere = await officerAt(owner, hirano, "approver")
    const decision = { objection, upheld: true, answer: "確かめました" }
    await expect(decideObjection(as(elsewhere), decision)).rejects.toMatchObject({ name: "Forbidden" })
    await decideObjection(as(officer), decision)
    await expect(decideObjection(as(officer), decision)).rejects.toMatchObject({ name: "Conflict" })
    expect(await membersOf(id)).toMatchObject([{ accountId: applicant.accountId, role: "representative" }])
    await expect(acceptInvitation(as(await person("新任")), { token })).rejects.toMatchObject({
      name: "Gone",
    })
  })

  test("X17: only those who were members may object, once, and in time", async () => {
    const { recovery } = await lost()
    const object = (actor: Actor) => objectToRecovery(as(actor), { recovery, words: "違います" })
    await expect(object(await person("他人"))).rejects.toMatchObject({ name: "NotFound" })
    clock.set("2026-06-25T00:00:00+09:00")
    await expect(object(applicant)).rejects.toMatchObject({
      fields: { words: "organisations:error.objection-late" },
    })
    clock.set("2026-06-24T23:59:59+09:00")
    await object(applicant)
    await expect(object(applicant)).rejects.toMatchObject({
      fields: { words: "organisations:error.objected-already" },
    })
    clock.set("2026-06-10T10:00:00+09:00")
  })
})
