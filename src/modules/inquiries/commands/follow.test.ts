import { expect, test } from "vitest"
import { anonymous, type Actor } from "#kernel/actor.ts"
import { NotFound } from "#kernel/errors.ts"
import { on } from "#kernel/events.ts"
import { asActor } from "#kernel/transaction.ts"
import { organisationsMerged, organisationsParted } from "#modules/organisations"
import { organisationsWorld } from "#test/support/organisations.ts"
import { getRecord, isBlocked } from "../queries/records.ts"
import { findStanding } from "../queries/standings.ts"
import { addressKey } from "../mail/addresses.ts"
import { askGroup } from "./ask.ts"
import { blockAsker } from "./block.ts"
import { giveBackInquiries, takeInInquiries } from "./follow.ts"
import { writeMessage } from "./reply.ts"
import { addTemplate } from "./templates.ts"

const world = await organisationsWorld({
  handlers: [on(organisationsMerged, takeInInquiries), on(organisationsParted, giveBackInquiries)],
})
const { as, database, owner, rowOf, memberOf, merged, person, registered } = world

const ask = (organisation: string, address = "kana@mail.example.jp") =>
  askGroup(as(anonymous), {
    ...{ of: { organisation }, name: "小林 かな", address, lang: "ja" },
    body: "子どもと一緒でも参加できますか。",
  })

const pair = async () => {
  const second = await person("二人目")
  const id = await registered({ name: "一の会", kana: "イチノカイ", contactPhone: "" })
  const other = await registered({ name: "二の会", kana: "ニノカイ", contactPhone: "" }, second)
  return { id, other, second, theirs: await memberOf(second, other) }
}

const reads = (actor: Actor, id: string) => asActor(as(actor), (tx) => getRecord(tx, { id }))
const standing = async (id: string) => findStanding(database as never, (await rowOf(id)).id)
const templatesOf = async (id: string) => {
  const rows = await owner
    .selectFrom("inquiryTemplates")
    .select("title")
    .where("organisationId", "=", (await rowOf(id)).id)
    .orderBy("title")
    .execute()
  return rows.map(({ title }) => title)
}
const blocks = async (id: string, address: string): Promise<boolean> =>
  isBlocked(database as never, (await rowOf(id)).id, { addressKey: addressKey(address), accountId: null })

test("issue 3 line 6: conversations, texts, blocks and answer times follow a merge and come back with its undoing", async () => {
  const { id, other, second, theirs } = await pair()
  const [kept, came] = [await ask(id), await ask(other)]
  await writeMessage(as(theirs), { id: came.id, side: "group", body: "もちろんです。" })
  const troublesome = await ask(other, "again@mail.example.jp")
  await blockAsker(as(theirs), { id: troublesome.id })
  const organisationId = (await rowOf(other)).id
  await addTemplate(as(theirs), { organisationId, title: "参加", body: "はい。" })
  const before = [await standing(id), await standing(other)]

  const undo = await merged(id, other)
  const ours = await memberOf(second, id)
  expect(await reads(ours, came.id)).toMatchObject({ organisationId: (await rowOf(id)).id })
  await expect(reads(theirs, came.id)).rejects.toThrow(NotFound)
  expect([await templatesOf(id), await templatesOf(other)]).toEqual([["参加"], []])
  expect(await blocks(id, "again@mail.example.jp")).toBe(true)
  expect(await standing(id)).toMatchObject({ answered: 1, waiting: 1 })
  expect(await standing(other)).toMatchObject({ answered: 0, waiting: 0 })
  await expect(ask(other)).rejects.toThrow(NotFound)
  const since = await ask(id)

  await undo()
  expect(await reads(theirs, came.id)).toMatchObject({ organisationId, state: "answered" })
  await expect(reads(theirs, kept.id)).rejects.toThrow(NotFound)
  await expect(reads(theirs, since.id)).rejects.toThrow(NotFound)
  expect([await templatesOf(id), await templatesOf(other)]).toEqual([[], ["参加"]])
  const blocked = [await blocks(id, "again@mail.example.jp"), await blocks(other, "again@mail.example.jp")]
  expect(blocked).toEqual([false, true])
  expect(await standing(other)).toEqual(before[1])
  expect(await standing(id)).toMatchObject({ answered: 0, waiting: 2 })
})

test("issue 3 line 6: what came by two merges goes home one step at a time", async () => {
  const { id, other, theirs } = await pair()
  const third = await registered(
    { name: "三の会", kana: "サンノカイ", contactPhone: "" },
    await person("三人目"),
  )
  const asked = await ask(third)
  await merged(other, third)
  const undo = await merged(id, other)
  const { organisationId } = await reads(await memberOf(world.applicant, id), asked.id)
  expect(organisationId).toBe((await rowOf(id)).id)
  await undo()
  expect((await reads(theirs, asked.id)).organisationId).toBe((await rowOf(other)).id)
})

test("X17: the database moves conversations only where a merge stands", async () => {
  const { id, other } = await pair()
  const asked = await ask(other)
  const pairOf = { survivor: (await rowOf(id)).id, other: (await rowOf(other)).id }
  const moved = await asActor(as(anonymous), async (tx) => {
    await takeInInquiries(
      { ...as(anonymous), tx, verb: "x", now: as(anonymous).clock.now(), stamps: new Set() },
      pairOf,
    )
  })
  expect(moved).toBeUndefined()
  const row = await owner
    .selectFrom("inquiries")
    .select("organisationId")
    .where("publicId", "=", asked.id)
    .executeTakeFirstOrThrow()
  expect(row.organisationId).toBe(pairOf.other)
})
