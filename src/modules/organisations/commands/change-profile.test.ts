import { describe, expect, test } from "vitest"
import { on } from "#kernel/events.ts"
import { reading } from "#kernel/transaction.ts"
import { abeno, hirano, organisationsWorld, someProfile } from "#test/support/organisations.ts"
import { getPublicOrganisation, listOrganisations } from "../queries/public.ts"
import { organisationChanged } from "../schema/events.ts"
import { findCity } from "#cities/cities.ts"
import { needsConfirming } from "../schema/freshness.ts"
import { changeProfile } from "./change-profile.ts"
import { confirmProfile } from "./freshness.ts"
import { suspendOrganisation } from "./hide.ts"

const emitted: string[] = []
const world = await organisationsWorld({
  handlers: [
    on(organisationChanged, async (_work, { id }) => {
      emitted.push(id)
    }),
  ],
})
const { owner, database, as, applicant, approver, rowOf, registered, memberOf } = world

const publicPage = (id: string) => reading({ database }, (tx) => getPublicOrganisation(tx, id))
const found = async (q: string): Promise<string[]> => {
  const filter = { q, areaCode: null, field: null, kind: null, page: 1 }
  const { rows } = await reading({ database }, (tx) => listOrganisations(tx, filter))
  return rows.map(({ publicId }) => publicId)
}

const changed = {
  ...someProfile,
  name: "あべの花と緑の会",
  purpose: "畑もはじめました。",
  purposeEnglish: "We grow.",
}

describe("changing a profile", () => {
  test("civic-portal.R6: what is public changes at once, is found by its new words, and keeps no old ones", async () => {
    const id = await registered()
    const { id: key, version } = await rowOf(id)
    await changeProfile(as(await memberOf(applicant, id, "editor")), { id, version, profile: changed })
    expect(await publicPage(id)).toMatchObject({
      name: changed.name,
      purpose: changed.purpose,
      purposeEnglish: "We grow.",
    })
    expect(await found("畑もはじめました")).toEqual([id])
    expect(await found("花を育てています")).toEqual([])
    expect(emitted).toEqual([key])
    const stamp = await owner
      .selectFrom("pageStamps")
      .select("version")
      .where("tag", "=", `organisation:${id}`)
      .executeTakeFirst()
    expect(stamp?.version).toBe(2)
  })

  test("X16: the audit keeps before and after, under the member's hat", async () => {
    const id = await registered()
    const { version } = await rowOf(id)
    await changeProfile(as(await memberOf(applicant, id)), {
      id,
      version,
      profile: { ...someProfile, website: "", fields: [3, 7] },
    })
    const event = (await world.auditOf(id)).at(-1)
    expect(event?.payload).toEqual({
      before: { website: someProfile.website, fields: "7" },
      after: { website: "", fields: "3,7" },
    })
    expect(event?.hat).toMatch(/^member:representative:/)
  })

  test("acceptance 9: the second of two editors is told and sees both texts; with the new version it goes on", async () => {
    const id = await registered()
    const { version } = await rowOf(id)
    const editor = await memberOf(applicant, id)
    await changeProfile(as(editor), { id, version, profile: { ...someProfile, purpose: "ひとりめ" } })
    const second = { ...someProfile, purpose: "ふたりめ" }
    await expect(changeProfile(as(editor), { id, version, profile: second })).rejects.toMatchObject({
      name: "Conflict",
      version: version + 1,
      current: expect.objectContaining({ purpose: "ひとりめ" }),
    })
    await changeProfile(as(editor), { id, version: version + 1, profile: second })
    expect((await publicPage(id)).purpose).toBe("ふたりめ")
  })

  test("X17: who moves to another ward is that ward's from then on; a hidden group cannot move away", async () => {
    const id = await registered()
    const editor = await memberOf(applicant, id)
    const { version, bodyId } = await rowOf(id)
    await changeProfile(as(editor), { id, version, profile: { ...someProfile, mainArea: hirano } })
    const moved = await rowOf(id)
    expect(moved.bodyId).not.toBe(bodyId)
    await changeProfile(as(editor), { id, version: moved.version, profile: someProfile })
    await suspendOrganisation(as(approver), { id, reason: "確認中です" })
    const hidden = await rowOf(id)
    expect(hidden.mainAreaCode).toBe(abeno)
    const away = { ...someProfile, mainArea: hirano }
    await expect(
      changeProfile(as(editor), { id, version: hidden.version, profile: away }),
    ).rejects.toMatchObject({ fields: { mainArea: "organisations:error.area-while-hidden" } })
    await changeProfile(as(editor), { id, version: hidden.version, profile: changed })
    expect(await rowOf(id)).toMatchObject({ state: "suspended", name: changed.name })
    expect(await found(changed.name)).not.toContain(id)
  })
})

describe("civic-portal.R6: a profile nobody looked after", () => {
  const now = Temporal.Instant.from("2026-06-10T01:00:00Z")
  const long = { state: "registered", confirmedAt: Temporal.Instant.from("2025-06-10T01:00:00Z") }

  test("civic-portal.R6: after twelve months it is asked for, not a day earlier, and only while public", () => {
    expect(needsConfirming(long, now, findCity("osaka"))).toBe(true)
    expect(needsConfirming(long, now.subtract({ hours: 24 }), findCity("osaka"))).toBe(false)
    expect(needsConfirming({ ...long, state: "suspended" }, now, findCity("osaka"))).toBe(false)
  })

  test("civic-portal.R6: confirmed, it is asked for no longer, and its texts stay", async () => {
    const id = await registered()
    await owner.updateTable("organisations").set(long).where("publicId", "=", id).execute()
    const before = await rowOf(id)
    await confirmProfile(as(await memberOf(applicant, id)), { id })
    const after = await rowOf(id)
    expect(needsConfirming(before, now, findCity("osaka"))).toBe(true)
    expect(needsConfirming(after, now, findCity("osaka"))).toBe(false)
    expect({ ...after, confirmedAt: null }).toEqual({ ...before, confirmedAt: null })
  })
})
