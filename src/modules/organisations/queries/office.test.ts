import { describe, expect, test } from "vitest"
import type { Actor } from "#kernel/actor.ts"
import { reading } from "#kernel/transaction.ts"
import { officerAt } from "#test/support/groups.ts"
import { hirano, organisationsWorld, someProfile } from "#test/support/organisations.ts"
import { saveDraft } from "../commands/apply.ts"
import { getRegistration, listWaiting } from "./office.ts"

const world = await organisationsWorld()
const { owner, database, as, applicant, officer, clock, registered, submitted } = world

const other = await officerAt(owner, hirano, "officer")

clock.set("2026-06-09T10:00:00+09:00")
const first = await submitted({ name: "古い会", kana: "フルイカイ", contactPhone: "" })
clock.set("2026-06-10T10:00:00+09:00")
await submitted({ name: "新しい会_1", kana: "アタラシイカイ", contactPhone: "" })
await submitted({ name: "平野の会", kana: "ヒラノノカイ", mainArea: hirano, contactPhone: "" })
await registered({ name: "登録済みの会", kana: "トウロクズミ", contactPhone: "" })
const { id: draft } = await saveDraft(as(applicant), {
  id: null,
  profile: { ...someProfile, name: "下書きの会" },
})

describe("what waits", () => {
  test("civic-portal.U1: what waits today has its due day, the oldest first", async () => {
    const waiting = await reading({ database }, (tx) => listWaiting(tx, officer))
    expect(waiting.map(({ name, dueOn }) => [name, dueOn?.toString()])).toEqual([
      ["古い会", "2026-06-16"],
      ["新しい会_1", "2026-06-17"],
    ])
  })
})

describe("one record for the office", () => {
  const get = (actor: Actor, id: string) => reading({ database }, (tx) => getRegistration(tx, actor, id))

  test("X17: another office does not find it, and may not open a registered one", async () => {
    await expect(get(other, first)).rejects.toMatchObject({ name: "NotFound" })
    const known = await registered({ name: "知られた会", kana: "シラレタ", contactPhone: "" })
    await expect(get(other, known)).rejects.toMatchObject({ name: "Forbidden" })
    await expect(get(officer, draft)).rejects.toMatchObject({ name: "NotFound" })
  })

  test("X16: it tells who did what, by name and hat", async () => {
    const { history, names, profile } = await get(officer, first)
    expect(history).toMatchObject([{ event: "submit", hat: "person", accountId: applicant.accountId }])
    expect(names.get(applicant.accountId)).toBe("花田 一")
    expect(profile.contactMail).toBe(someProfile.contactMail)
  })
})
