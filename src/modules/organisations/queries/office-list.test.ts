import { describe, expect, test } from "vitest"
import { anonymous, type Actor } from "#kernel/actor.ts"
import { reading } from "#kernel/transaction.ts"
import { officerAt } from "#test/support/groups.ts"
import { hirano, organisationsWorld, someProfile } from "#test/support/organisations.ts"
import { saveDraft } from "../commands/apply.ts"
import { listWaiting } from "./office.ts"
import { listForOffice, type OfficeListFilter, type OfficeListOrder } from "./office-list.ts"

const world = await organisationsWorld()
const { owner, database, as, applicant, officer, clock, rowOf, registered, submitted } = world

const everything: OfficeListFilter = {
  state: null,
  areaCode: null,
  kind: null,
  field: null,
  q: "",
  silentSince: null,
}
const list = (actor: Actor, filter: Partial<OfficeListFilter> = {}, order: OfficeListOrder = null) =>
  reading({ database }, (tx) =>
    listForOffice(tx, actor, { ...everything, ...filter }, order, { limit: 50, offset: 0 }),
  )
const namesOf = async (actor: Actor, filter = {}) => (await list(actor, filter)).rows.map(({ name }) => name)

const other = await officerAt(owner, hirano, "officer")
const city = await officerAt(owner, null, "manager")

clock.set("2026-06-09T10:00:00+09:00")
const first = await submitted({ name: "古い会", kana: "フルイカイ", contactPhone: "" })
clock.set("2026-06-10T10:00:00+09:00")
await submitted({ name: "新しい会_1", kana: "アタラシイカイ", contactPhone: "" })
await submitted({ name: "平野の会", kana: "ヒラノノカイ", mainArea: hirano, contactPhone: "" })
await registered({ name: "登録済みの会", kana: "トウロクズミ", contactPhone: "" })
await saveDraft(as(applicant), {
  id: null,
  profile: { ...someProfile, name: "下書きの会" },
})

describe("the office's list", () => {
  test("X17: an office sees what its post covers, the City everything, and nobody a draft", async () => {
    expect(await namesOf(officer)).toEqual(["古い会", "新しい会_1", "登録済みの会"])
    expect(await namesOf(other)).toEqual(["平野の会"])
    expect((await namesOf(city)).toSorted()).toEqual(["古い会", "平野の会", "新しい会_1", "登録済みの会"])
    expect((await list(officer)).total).toBe(3)
  })

  test("X17: who wears no post of an office does not see the list", async () => {
    const shakyo = { ...city, wearing: city.wearing && { ...city.wearing, bodyKind: "shakyo" as const } }
    for (const actor of [anonymous, applicant, shakyo])
      await expect(list(actor)).rejects.toMatchObject({ name: "Forbidden" })
    expect(await reading({ database }, (tx) => listWaiting(tx, shakyo))).toEqual([])
  })

  test("civic-portal.U1: filtered by state, area and words; by receipt number too", async () => {
    expect(await namesOf(officer, { state: "submitted" })).toEqual(["古い会", "新しい会_1"])
    expect(await namesOf(city, { areaCode: hirano })).toEqual(["平野の会"])
    expect(await namesOf(officer, { q: "ｱﾀﾗｼｲ" })).toEqual(["新しい会_1"])
    expect(await namesOf(officer, { q: "あたらしい" })).toEqual(["新しい会_1"])
    const { receiptNumber } = await rowOf(first)
    expect(await namesOf(officer, { q: receiptNumber ?? "" })).toEqual(["古い会"])
  })

  test("civic-portal.U1: signs of patterns mean themselves", async () => {
    expect(await namesOf(officer, { q: "%" })).toEqual([])
    expect(await namesOf(officer, { q: "_" })).toEqual([])
    expect(await namesOf(officer, { q: "\\" })).toEqual([])
  })

  test("issue 3 line 13: in the order that is asked for, with how many stand in each state", async () => {
    const names = async (column: string, descending: boolean) =>
      (await list(city, {}, { column, descending })).rows.map(({ name }) => name)
    expect(await names("name", false)).toEqual(["新しい会_1", "登録済みの会", "平野の会", "古い会"])
    expect(await names("name", true)).toEqual(["古い会", "平野の会", "登録済みの会", "新しい会_1"])
    expect(await names("unheard-of", true)).toHaveLength(4)
    const { states, total, rows } = await list(city, { state: "submitted" })
    expect(Object.fromEntries(states.map(({ state, count }) => [state, count]))).toEqual({
      submitted: 3,
      registered: 1,
    })
    expect([total, rows.length]).toEqual([3, 3])
  })

  test("activity-publishing.U4: registered groups that published nothing since a day", async () => {
    const since = Temporal.PlainDate.from("2026-01-01")
    expect(await namesOf(city, { silentSince: since })).toEqual(["登録済みの会"])
    await owner
      .updateTable("organisations")
      .set({ lastPublishedOn: since })
      .where("name", "=", "登録済みの会")
      .execute()
    expect(await namesOf(city, { silentSince: since })).toEqual([])
    expect(await namesOf(city, { silentSince: since.add({ days: 1 }) })).toEqual(["登録済みの会"])
  })
})
