import { beforeEach, describe, expect, test } from "vitest"
import { Gone, NotFound } from "#kernel/errors.ts"
import { on } from "#kernel/events.ts"
import { countFigure } from "#kernel/figures.ts"
import { reading } from "#kernel/transaction.ts"
import { organisationsWorld } from "#test/support/organisations.ts"
import { getPublicOrganisation, listOrganisations, organisationsByIds } from "../queries/public.ts"
import { organisationHidden, organisationShown } from "../schema/events.ts"
import {
  closeOrganisation,
  reinstateOrganisation,
  suspendOrganisation,
  withdrawOrganisation,
} from "./hide.ts"

const emitted: string[] = []
const note = (name: string) => async (_work: unknown, subject: { readonly id: string }) => {
  emitted.push(`${name} ${subject.id}`)
}
const world = await organisationsWorld({
  handlers: [on(organisationHidden, note("hidden")), on(organisationShown, note("shown"))],
})
const { owner, database, as, applicant, approver, rowOf, registered, submitted, memberOf } = world

beforeEach(() => {
  emitted.length = 0
})

const publicPage = (id: string) => reading({ database }, (tx) => getPublicOrganisation(tx, id))
const inDirectory = async (id: string): Promise<boolean> => {
  const everything = { q: "", areaCode: null, field: null, kind: null, page: 1 }
  const { rows } = await reading({ database }, (tx) => listOrganisations(tx, everything))
  return rows.some(({ publicId }) => publicId === id)
}
const inIndex = async (id: string): Promise<boolean> =>
  (await owner.selectFrom("searchDocuments").select("id").where("id", "=", id).execute()).length > 0

const countedItems = async (known: "then" | "now", asOf: string): Promise<number> => {
  const day = Temporal.PlainDate.from("2026-06-10")
  const question = { first: day, last: day.add({ days: 30 }), known, zone: "Asia/Tokyo" } as const
  const sums = await reading({ database }, (tx) =>
    countFigure(
      tx,
      { ...question, asOf: Temporal.PlainDate.from(asOf), metric: "portal.information-items" },
      "kind",
    ),
  )
  return sums.get("organisation") ?? 0
}

describe("hiding a group", () => {
  test("X13: gone from page, directory and search at once, with its reason; the members are told", async () => {
    const id = await registered()
    const { id: key } = await rowOf(id)
    await suspendOrganisation(as(approver), { id, reason: "連絡先に届きません", note: "3回電話した" })
    await expect(publicPage(id)).rejects.toMatchObject({ name: "Gone", reason: "連絡先に届きません" })
    expect(await inDirectory(id)).toBe(false)
    expect(await inIndex(key)).toBe(false)
    expect((await reading({ database }, (tx) => organisationsByIds(tx, [key]))).size).toBe(0)
    expect(emitted).toEqual([`hidden ${key}`])
    const mail = (await world.mailAbout(id)).at(-1)
    expect(mail).toMatchObject({ template: "organisations.suspend.group", address: applicant.address })
    expect(mail?.body).toContain("連絡先に届きません")
    expect(mail?.body).not.toContain("3回電話した")
  })

  test("X13: shown again, it is found again, and it does not count a second time", async () => {
    const id = await registered()
    const { id: key } = await rowOf(id)
    const before = await countedItems("now", "2026-06-30")
    await suspendOrganisation(as(approver), { id, reason: "確認中です" })
    await reinstateOrganisation(as(approver), { id })
    expect(await publicPage(id)).toMatchObject({ publicId: id, state: "registered" })
    expect(await inIndex(key)).toBe(true)
    expect((await rowOf(id)).publicReason).toBeNull()
    expect(emitted).toEqual([`hidden ${key}`, `shown ${key}`])
    expect(await countedItems("now", "2026-06-30")).toBe(before)
  })
})

describe("leaving", () => {
  test("X13: a group withdraws itself: its page is gone, the office is told, what was counted stays counted", async () => {
    const id = await registered()
    const before = await countedItems("now", "2026-06-30")
    await withdrawOrganisation(as(await memberOf(applicant, id)), { id })
    await expect(publicPage(id)).rejects.toBeInstanceOf(Gone)
    expect((await rowOf(id)).state).toBe("withdrawn")
    expect((await world.mailAbout(id)).at(-1)).toMatchObject({ template: "organisations.withdraw.group" })
    expect(await countedItems("now", "2026-06-30")).toBe(before)
  })

  test("X13: an application that is withdrawn was never public: not found, and nothing is told to other modules", async () => {
    const id = await submitted()
    await withdrawOrganisation(as(applicant), { id })
    await expect(publicPage(id)).rejects.toBeInstanceOf(NotFound)
    expect(emitted).toEqual([])
  })

  test("civic-portal.R3: ended as a duplicate it no longer counts; as known before, it did", async () => {
    const id = await registered()
    const before = await countedItems("now", "2026-06-30")
    world.clock.set("2026-06-12T10:00:00+09:00")
    await closeOrganisation(as(approver), { id, reason: "二重の登録でした", mistaken: true })
    expect(await countedItems("now", "2026-06-30")).toBe(before - 1)
    expect(await countedItems("then", "2026-06-11")).toBe(before)
    expect(await countedItems("now", "2026-06-11")).toBe(before - 1)
    await expect(publicPage(id)).rejects.toMatchObject({ reason: "二重の登録でした" })
    world.clock.set("2026-06-10T10:00:00+09:00")
  })

  test("civic-portal.R3: ended because the group no longer exists, it still counts", async () => {
    const id = await registered()
    const before = await countedItems("now", "2026-06-30")
    await closeOrganisation(as(approver), { id, reason: "解散したため", mistaken: false })
    expect(await countedItems("now", "2026-06-30")).toBe(before)
    expect((await world.auditOf(id)).at(-1)?.payload).toMatchObject({
      reason: "解散したため",
      mistaken: false,
    })
  })
})
