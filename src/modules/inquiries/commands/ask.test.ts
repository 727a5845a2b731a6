import { expect, test } from "vitest"
import { anonymous } from "#kernel/actor.ts"
import { Invalid, NotFound } from "#kernel/errors.ts"
import { asActor } from "#kernel/transaction.ts"
import { guestAddress, inquiriesWorld } from "#test/support/inquiries.ts"
import { comeWithKey } from "../queries/records.ts"
import { blockAsker, unblockAsker } from "./block.ts"
import { askGroup } from "./ask.ts"

const world = await inquiriesWorld()
const { as, ask, group, owner, mailOf, person, rowOf } = world

test("issue 3 line 11: a guest asks; neither side reads the other's address, and the receipt repeats nothing typed", async () => {
  const { id, key } = await ask()
  const [toGroup, toAsker] = await mailOf(id)
  expect(toGroup?.body).toContain("小林 かな")
  expect(toGroup?.body).toContain("子どもと一緒でも参加できますか。")
  expect(JSON.stringify(toGroup)).not.toContain(guestAddress)
  expect(toAsker?.address).toBe(guestAddress)
  expect(toAsker?.body).not.toMatch(/小林|参加できますか/)
  expect(toAsker?.body).toContain(key.replaceAll(/(.{4})(?=.)/g, "$1-"))
  expect(toAsker?.link).toBe(`http://localhost:3000/inquiries/${id}#${key}`)
  // What is between the two sides is in no office's ledger.
  expect([toGroup?.bodyId, toAsker?.bodyId]).toEqual([null, null])
})

test("issue 3 line 11: each recipient answers at an address of their own", async () => {
  const { id } = await ask()
  await world.answer(id)
  const addresses = (await mailOf(id)).flatMap(({ replyTo }) => replyTo ?? [])
  expect(addresses).toHaveLength(2)
  expect(new Set(addresses).size).toBe(2)
  for (const address of addresses)
    expect(address).toMatch(/^inquiry\+[0-9a-z]{10}\.[0-9a-z]{16}@city\.example\.jp$/)
})

test("X17: the database shows a conversation to its sides, and nothing to others or to nobody", async () => {
  const asker = await person("北川 みどり")
  const stranger = await person("よその人")
  const { id } = await ask(asker)
  const guest = await ask()
  const seenBy = (actor: Parameters<typeof as>[0], key = "") =>
    asActor(as(actor), async (tx) => {
      await comeWithKey(tx, key)
      const rows = await tx.selectFrom("inquiries").select("publicId").execute()
      const messages = await tx.selectFrom("inquiryMessages").select("id").execute()
      expect(messages.length).toBeGreaterThanOrEqual(rows.length)
      if (rows.length === 0) expect(messages).toEqual([])
      return rows.map(({ publicId }) => publicId)
    })
  expect(await seenBy(asker)).toEqual([id])
  expect(await seenBy(group.editor)).toEqual(expect.arrayContaining([id, guest.id]))
  expect(await seenBy(anonymous, guest.key)).toEqual([guest.id])
  for (const nobody of [anonymous, stranger, world.others.editor, world.office, world.cityOffice])
    expect(await seenBy(nobody)).toEqual([])
})

test("X17: nobody writes into a conversation that they do not see, or takes one away", async () => {
  const { id } = await ask()
  const { id: inquiryId } = await rowOf(id)
  const stranger = await person("よその人")
  const said = {
    id: crypto.randomUUID(),
    inquiryId,
    side: "group",
    name: "x",
    body: "x",
    channel: "page",
    at: as(stranger).clock.now(),
  }
  await expect(
    asActor(as(stranger), (tx) => tx.insertInto("inquiryMessages").values(said).execute()),
  ).rejects.toThrow(/row-level security/)
  const changed = await asActor(as(stranger), (tx) =>
    tx.updateTable("inquiries").set({ askerName: "x" }).where("publicId", "=", id).executeTakeFirst(),
  )
  expect(changed.numUpdatedRows).toBe(0n)
  await expect(
    asActor(as(group.editor), (tx) => tx.deleteFrom("inquiries").where("publicId", "=", id).execute()),
  ).rejects.toThrow(/permission denied/)
})

test("X13: only a registered group can be asked, and nobody asks their own", async () => {
  const to = (organisation: string, actor = anonymous as typeof group.editor) =>
    ask(actor, { of: { organisation } })
  await expect(to("0000000000")).rejects.toThrow(NotFound)
  await owner
    .updateTable("organisations")
    .set({ state: "suspended" })
    .where("id", "=", world.others.id)
    .execute()
  await expect(to(world.others.publicId)).rejects.toThrow(NotFound)
  await owner
    .updateTable("organisations")
    .set({ state: "registered" })
    .where("id", "=", world.others.id)
    .execute()
  await expect(to(group.publicId, group.editor)).rejects.toThrow(Invalid)
})

test("issue 3 line 11: whom a group takes no more messages from is told so, by address and account, until it takes them again", async () => {
  const asker = await person("しつこい人")
  const { id } = await ask(asker)
  const guest = await ask(anonymous, { address: "Again@Mail.example.jp" })
  for (const each of [id, guest.id]) await blockAsker(as(group.editor), { id: each })
  expect(await rowOf(id)).toMatchObject({ state: "closed", waitingSince: null })
  const blocked = { fields: { "": "inquiries:error.blocked" } }
  await expect(ask(asker)).rejects.toMatchObject(blocked)
  await expect(ask(anonymous, { address: "again+other@mail.example.jp" })).rejects.toMatchObject(blocked)
  // Nobody else is touched, and another group still listens.
  await ask(anonymous, { address: "else@mail.example.jp" })
  await ask(asker, { of: { organisation: world.others.publicId } })
  await unblockAsker(as(group.editor), { id })
  await ask(asker)
  await expect(blockAsker(as(world.others.editor), { id })).rejects.toThrow(NotFound)
  await expect(blockAsker(as(asker), { id })).rejects.toThrow(NotFound)
})

test("acceptance 5: the same form sent twice asks once", async () => {
  const key = crypto.randomUUID()
  const asking = {
    of: { organisation: group.publicId },
    name: "二度 押す",
    address: "twice@mail.example.jp",
    lang: "ja",
    body: "一度だけ届きますか。",
  } as const
  const [one, other] = await Promise.all([
    askGroup(as(anonymous, key), asking),
    askGroup(as(anonymous, key), asking),
  ])
  expect(one).toEqual(other)
  const rows = await owner.selectFrom("inquiries").select("id").where("askerName", "=", "二度 押す").execute()
  expect(rows).toHaveLength(1)
})

test("issue 3 line 11: what is asked of a group without people goes to its office", async () => {
  await owner
    .updateTable("memberships")
    .set({
      validTo: Temporal.PlainDate.from("2026-01-01"),
      endedAt: Temporal.Instant.from("2026-01-02T00:00:00Z"),
    })
    .where("organisationId", "=", world.others.id)
    .execute()
  const { id } = await ask(anonymous, { of: { organisation: world.others.publicId } })
  const { id: inquiryId } = await rowOf(id)
  const cases = await owner
    .selectFrom("inquiryCases")
    .selectAll()
    .where("inquiryId", "=", inquiryId)
    .execute()
  expect(cases).toMatchObject([{ kind: "help", side: "program", reason: "nobody" }])
  expect(cases[0]?.bodyIds).toContain(world.otherOffice.wearing?.bodyId)
})

test("X16: an inquiry is audited without its words", async () => {
  const { id } = await ask()
  const events = await owner
    .selectFrom("auditEvents")
    .innerJoin("auditPayloads", "auditPayloads.eventId", "auditEvents.id")
    .select(["verb", "hat", "payload"])
    .where("subjectId", "=", (await rowOf(id)).id)
    .execute()
  expect(events).toMatchObject([{ verb: "inquiries.ask", hat: "anonymous" }])
  expect(JSON.stringify(events)).not.toMatch(/小林|子ども|mail\.example/)
})
