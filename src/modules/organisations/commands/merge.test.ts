import { describe, expect, test } from "vitest"
import { anonymous, type Actor } from "#kernel/actor.ts"
import { on } from "#kernel/events.ts"
import { newId, newPublicId } from "#kernel/ids.ts"
import { reading } from "#kernel/transaction.ts"
import { officerAt } from "#test/support/groups.ts"
import { hirano, organisationsWorld, someProfile } from "#test/support/organisations.ts"
import { openRequests } from "../queries/change-requests.ts"
import { findSurvivor, getMergePage } from "../queries/merges.ts"
import { standingMembers } from "../queries/members.ts"
import { getPublicOrganisation } from "../queries/public.ts"
import { organisationsMerged, organisationsParted } from "../schema/events.ts"
import type { Choices } from "../schema/merge.ts"
import { changeProfile } from "./change-profile.ts"
import { proposeChange } from "./change-request.ts"
import { mergeOrganisations, undoMerge } from "./merge.ts"

const told: string[] = []
const world = await organisationsWorld({
  handlers: [
    on(
      organisationsMerged,
      async (_work, { survivor, other }) => void told.push(`merged ${survivor} ${other}`),
    ),
    on(
      organisationsParted,
      async (_work, { survivor, other }) => void told.push(`parted ${survivor} ${other}`),
    ),
  ],
})
const { owner, database, as, applicant, approver, officer, registered, rowOf, memberOf, person, mailAbout } =
  world

const pair = async () => {
  const second = await person("二人目")
  const id = await registered({ fields: [7], areas: [] })
  const other = await registered(
    {
      name: "あべの 花の会",
      fields: [3, 7],
      purpose: "花と緑",
      areas: [hirano],
      contactPhone: "06-2222-3333",
    },
    second,
  )
  return { id, other, second }
}

const merge = async (actor: Actor, id: string, other: string, choices: Choices = {}) => {
  const [one, two] = [await rowOf(id), await rowOf(other)]
  const versions = { version: one.version, otherVersion: two.version }
  return mergeOrganisations(as(actor), { id, other, ...versions, choices, reason: "二重登録でした" })
}
const membersOf = async (id: string) => {
  const row = await rowOf(id)
  const members = await reading({ database }, (tx) => standingMembers(tx, row.id))
  return members.map(({ accountId, role }) => `${accountId} ${role}`).toSorted()
}
const counted = async (id: string): Promise<number> => {
  const row = await rowOf(id)
  const { sum } = await owner
    .selectFrom("figureEvents")
    .select(({ fn }) => fn.sum<number>("delta").as("sum"))
    .where("subjectId", "=", row.id)
    .executeTakeFirstOrThrow()
  return Number(sum)
}
const publicPage = (id: string) => reading({ database }, (tx) => getPublicOrganisation(tx, id))

describe("issue 3 line 6: two become one", () => {
  test("issue 3 line 6: each field as chosen, people moved, the old address leads on, counted once", async () => {
    const { id, other, second } = await pair()
    await merge(approver, id, other, { purpose: "other", fields: "both", areas: "both" })
    expect(await publicPage(id)).toMatchObject({
      name: someProfile.name,
      purpose: "花と緑",
      fields: [7, 3],
      areas: [hirano],
    })
    expect(await membersOf(id)).toEqual(
      [`${applicant.accountId} representative`, `${second.accountId} representative`].toSorted(),
    )
    expect(await membersOf(other)).toEqual([])
    expect(await reading({ database }, (tx) => findSurvivor(tx, other))).toBe(id)
    await expect(publicPage(other)).rejects.toMatchObject({ name: "Gone" })
    expect([await counted(id), await counted(other)]).toEqual([1, 0])
    expect(told.at(-1)).toMatch(/^merged /)
    const letters = (await mailAbout(id)).filter(
      ({ template }) => template === "organisations.merged.members",
    )
    expect(new Set(letters.map(({ address }) => address))).toEqual(
      new Set([applicant.address, second.address]),
    )
  })

  test("issue 3 line 6: taken back, everything stands as it did", async () => {
    const { id, other, second } = await pair()
    const before = [await rowOf(id), await rowOf(other)]
    const people = [await membersOf(id), await membersOf(other)]
    const { id: merged } = await merge(approver, id, other, {
      purpose: "other",
      name: "other",
      fields: "other",
    })
    await undoMerge(as(approver), { merge: merged })
    expect(await publicPage(id)).toMatchObject({
      name: someProfile.name,
      purpose: someProfile.purpose,
      fields: [7],
    })
    expect(await publicPage(other)).toMatchObject({ name: "あべの 花の会", areas: [hirano] })
    expect([await membersOf(id), await membersOf(other)]).toEqual(people)
    expect(await reading({ database }, (tx) => findSurvivor(tx, other))).toBeNull()
    expect([await counted(id), await counted(other)]).toEqual([1, 1])
    expect(told.at(-1)).toMatch(/^parted /)
    expect((await rowOf(other)).contactId).toBe(before[1]?.contactId)
    await expect(undoMerge(as(approver), { merge: merged })).rejects.toMatchObject({ name: "Conflict" })
    expect((await mailAbout(other)).at(-1)?.address).toBe(second.address)
  })

  test("issue 3 line 6: edited further, it is not taken back, and the page says so", async () => {
    const { id, other } = await pair()
    const { id: merged } = await merge(approver, id, other)
    const { version } = await rowOf(id)
    const editor = as(await memberOf(applicant, id))
    await changeProfile(editor, { id, version, profile: { ...someProfile, purpose: "変えました" } })
    await expect(undoMerge(as(approver), { merge: merged })).rejects.toMatchObject({
      say: "organisations:error.merge-edited",
    })
    const { past } = await reading({ database }, (tx) => getMergePage(tx, approver, id, ""))
    expect(past).toMatchObject([{ open: false }])
  })

  test("issue 3 line 6: who acted for both keeps the higher role; two merges are undone one after the other", async () => {
    const [one, two, three] = [
      await registered({ name: "一", kana: "イチ", contactPhone: "" }),
      await registered({ name: "二", kana: "ニ", contactPhone: "" }),
      await registered({ name: "三", kana: "サン", contactPhone: "" }, await person("三人目")),
    ]
    const first = await merge(approver, one, two)
    const second = await merge(approver, one, three)
    expect(await membersOf(one)).toHaveLength(2)
    await undoMerge(as(approver), { merge: second.id })
    await undoMerge(as(approver), { merge: first.id })
    expect(await membersOf(one)).toEqual([`${applicant.accountId} representative`])
    expect(await membersOf(two)).toEqual([`${applicant.accountId} representative`])
  })

  test("issue 3 line 6: taken back after a role was changed or somebody removed, that stays as it was decided", async () => {
    const removed = await person("去った人")
    const { id, other } = await pair()
    const { id: survivorId } = await rowOf(id)
    const { id: otherId } = await rowOf(other)
    const member = async (organisationId: string, accountId: string, role: string) => {
      const made = {
        id: newId(),
        organisationId,
        accountId,
        role,
        validFrom: Temporal.PlainDate.from("2026-06-10"),
      }
      await owner.insertInto("memberships").values(made).execute()
      return made.id
    }
    await member(survivorId, removed.accountId, "editor")
    await member(otherId, removed.accountId, "representative")
    const { id: merged } = await merge(approver, id, other)
    // Removed, and asked to come again: a membership of its own stands now.
    await owner
      .updateTable("memberships")
      .set({ endedAt: as(approver).clock.now() })
      .where("organisationId", "=", survivorId)
      .where("accountId", "=", removed.accountId)
      .execute()
    await member(survivorId, removed.accountId, "representative")
    await undoMerge(as(approver), { merge: merged })
    expect(await membersOf(id)).toContain(`${removed.accountId} representative`)
    expect(await membersOf(id)).not.toContain(`${removed.accountId} editor`)
  })

  test("issue 3 line 6: what readers proposed for the other one is about it again when taken back", async () => {
    const { id, other } = await pair()
    const typed = { purpose: "花を植えています。" }
    const words = { over: false, word: "", address: "", lang: "ja", client: newId() } as const
    await proposeChange(as(anonymous), { id: other, typed, ...words })
    const openAt = async (of: string) => {
      const { id: organisationId } = await rowOf(of)
      return (await reading({ database }, (tx) => openRequests(tx, organisationId))).length
    }
    const { id: merged } = await merge(approver, id, other)
    expect([await openAt(id), await openAt(other)]).toEqual([1, 0])
    await undoMerge(as(approver), { merge: merged })
    expect([await openAt(id), await openAt(other)]).toEqual([0, 1])
  })

  test("issue 3 line 6: files come along behind those that are there, one logo stays, and all go home again", async () => {
    const { id, other } = await pair()
    const put = async (of: string, role: string, name: string, position = 1) => {
      const { id: ownerId } = await rowOf(of)
      const keys = { id: newId(), publicId: newPublicId(), ownerKind: "organisation", ownerId }
      const rest = {
        accepts: "picture",
        position,
        name,
        bytes: 1,
        hash: name,
        uploadedAt: as(approver).clock.now(),
      }
      await owner
        .insertInto("files")
        .values({ ...keys, role, ...rest })
        .execute()
    }
    await put(id, "logo", "logo of one")
    await put(id, "picture", "one")
    await put(other, "logo", "logo of the other")
    await put(other, "picture", "two", 1)
    await put(other, "picture", "three", 2)
    const filesOf = async (of: string) => {
      const rows = await owner
        .selectFrom("files")
        .select("name")
        .where("ownerId", "=", (await rowOf(of)).id)
        .orderBy("role")
        .orderBy("position")
        .execute()
      return rows.map(({ name }) => name)
    }
    const { id: merged } = await merge(approver, id, other)
    expect(await filesOf(id)).toEqual(["logo of one", "one", "two", "three"])
    expect(await filesOf(other)).toEqual(["logo of the other"])
    await undoMerge(as(approver), { merge: merged })
    expect(await filesOf(id)).toEqual(["logo of one", "one"])
    expect(await filesOf(other)).toEqual(["logo of the other", "two", "three"])
  })

  test("X17: the office of both, or the City; never across wards, never by an officer, never one's own", async () => {
    const { id, other } = await pair()
    const elsewhere = await registered({
      name: "平野の会",
      kana: "ヒラノノカイ",
      mainArea: hirano,
      contactPhone: "",
    })
    await expect(merge(approver, id, elsewhere)).rejects.toMatchObject({ name: "Forbidden" })
    await expect(merge(officer, id, other)).rejects.toMatchObject({ name: "Forbidden" })
    await expect(merge(await memberOf(approver, id), id, other)).rejects.toMatchObject({ name: "Forbidden" })
    await expect(merge(approver, id, id)).rejects.toMatchObject({ name: "Invalid" })
    await merge(await officerAt(owner, null, "manager"), id, elsewhere)
    await expect(merge(approver, id, elsewhere)).rejects.toMatchObject({ name: "NotFound" })
  })

  test("issue 3 line 6: two at once: one merges, the other is told; a version that moved on is told too", async () => {
    const { id, other } = await pair()
    const results = await Promise.allSettled([merge(approver, id, other), merge(approver, other, id)])
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    const next = await pair()
    const asked = { id: next.id, other: next.other, version: 1, otherVersion: 1, choices: {}, reason: "" }
    await expect(mergeOrganisations(as(approver), asked)).rejects.toMatchObject({ name: "Conflict" })
  })
})
