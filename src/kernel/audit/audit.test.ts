import { sql } from "kysely"
import { beforeEach, expect, test } from "vitest"
import { anonymous, systemActor } from "#kernel/actor.ts"
import { newId } from "#kernel/ids.ts"
import { asActor, command } from "#kernel/transaction.ts"
import { testWorld } from "#test/support/database.ts"
import { audit } from "./audit.ts"
import { sealAudit, verifyAudit } from "./seal.ts"

// What one row may hide: every test breaks one thing as the owner of the database could, and expects it found.

const world = await testWorld()
const me = { ...anonymous, accountId: newId(), name: "人" }
const tables = ["audit_sealed", "audit_batches", "audit_payloads", "audit_events"]

const write = (verb: string) =>
  command(verb, async (work, payload: Record<string, unknown>) => {
    const subject = { kind: "group", id: "g1" }
    await audit(work, { hat: { kind: "person" }, subject, payload })
  })
const approve = write("groups.approve")
const publish = write("posts.publish")

const seal = () => asActor(world.as(systemActor("audit.seal")), (tx) => sealAudit(tx, world.clock.now()))
const faults = () => asActor(world.as(systemActor("audit.verify")), verifyAudit)
const asOwner = (statement: string) => sql.raw(statement).execute(world.owner)
const nth = (position: number, number = 1, stream = "groups") =>
  `(select event_id from audit_sealed where stream = '${stream}' and number = ${number} and position = ${position})`

const sealThree = async (names: readonly string[]) => {
  for (const name of names) await approve(world.as(me), { name })
  return seal()
}

beforeEach(async () => {
  await asOwner(`truncate ${tables.join(", ")}`)
  await sealThree(["a", "b", "c"])
  await sealThree(["d", "e", "f"])
  await sealThree(["g"])
  await publish(world.as(me), {
    title: "お知らせ",
    区: { name_en: "Abeno", code: "271195" },
    list: [1, null, "二"],
  })
  await seal()
})

test("acceptance 8: who did what under which hat is written, and an untouched chain has no fault", async () => {
  const events = await world.owner
    .selectFrom("auditEvents")
    .selectAll()
    .where("stream", "=", "posts")
    .execute()
  expect(events).toMatchObject([
    { accountId: me.accountId, hat: "person", verb: "posts.publish", subjectKind: "group", subjectId: "g1" },
  ])
  expect(events[0]?.at.equals(world.clock.now())).toBe(true)
  expect(await faults()).toEqual([])
})

test("every event is sealed once, in one chain a stream, and a second sealing finds nothing to do", async () => {
  const batches = await world.owner
    .selectFrom("auditBatches")
    .select(["stream", "number", "events"])
    .orderBy("stream")
    .orderBy("number")
    .execute()
  expect(batches).toEqual([
    { stream: "groups", number: 1, events: 3 },
    { stream: "groups", number: 2, events: 3 },
    { stream: "groups", number: 3, events: 1 },
    { stream: "posts", number: 1, events: 1 },
  ])
  expect(await seal()).toEqual([])
})

test("sealing twice at once seals every event once", async () => {
  for (const name of ["h", "i"]) await approve(world.as(me), { name })
  const heads = (await Promise.all([seal(), seal(), seal()])).flat()
  expect(heads.map(({ stream, number }) => [stream, number])).toEqual([["groups", 4]])
  expect(await faults()).toEqual([])
})

test.each([
  ["at", "at + interval '1 second'"],
  ["account_id", "gen_random_uuid()"],
  ["hat", "'post:officer:*:x:y'"],
  ["verb", "'groups.refuse'"],
  ["subject_id", "'g2'"],
  ["payload_hash", "sha256('x')"],
])("acceptance 8: an event whose %s was changed is found", async (column, value) => {
  await asOwner(`update audit_events set ${column} = ${value} where id = ${nth(2)}`)
  expect(await faults()).toEqual([{ stream: "groups", number: 1, fault: "changed-events" }])
})

test.each([
  [`'{"name": "z"}'`, "another value"],
  [`payload || '{"more": 1}'`, "one more key"],
  ["'{}'", "nothing left"],
  ["'null'", "null instead of it"],
])("acceptance 8: a payload changed to %s (%s) is found", async (value) => {
  await asOwner(`update audit_payloads set payload = ${value}::jsonb where event_id = ${nth(1, 2)}`)
  expect(await faults()).toEqual([{ stream: "groups", number: 2, fault: "changed-payload" }])
})

test("acceptance 8: an erased payload is no fault", async () => {
  await asOwner(`delete from audit_payloads where event_id = ${nth(1, 2)}`)
  expect(await faults()).toEqual([])
})

/** Deletes events and whatever points at them, as somebody would who knows the tables. */
const remove = async (events: string, batch?: number) => {
  const { rows } = await sql.raw<{ id: string }>(events).execute(world.owner)
  const ids = rows.map(({ id }) => `'${id}'`).join(", ")
  await asOwner(`delete from audit_payloads where event_id in (${ids})`)
  await asOwner(`delete from audit_sealed where event_id in (${ids})`)
  if (batch) await asOwner(`delete from audit_batches where stream = 'groups' and number = ${batch}`)
  await asOwner(`delete from audit_events where id in (${ids})`)
}
const eventsOf = (batch: number) =>
  `select event_id as id from audit_sealed where stream = 'groups' and number = ${batch}`

test.each([1, 2, 3])("acceptance 8: deleting event %i of a batch is found", async (position) => {
  await remove(`${eventsOf(1)} and position = ${position}`)
  expect(await faults()).toEqual([{ stream: "groups", number: 1, fault: "missing-events" }])
})

test("acceptance 8: hiding an event by making its batch count one less is found", async () => {
  await remove(`${eventsOf(1)} and position = 3`)
  await asOwner("update audit_batches set events = 2 where stream = 'groups' and number = 1")
  expect(await faults()).toEqual([{ stream: "groups", number: 1, fault: "changed-events" }])
})

test.each([1, 2])("acceptance 8: deleting batch %i with all of its events is found", async (number) => {
  await remove(eventsOf(number), number)
  expect(await faults()).toEqual([{ stream: "groups", number: number + 1, fault: "broken-chain" }])
})

test("acceptance 8: renumbering the batches after a deleted one is found", async () => {
  await remove(eventsOf(2), 2)
  await asOwner("alter table audit_sealed drop constraint audit_sealed_stream_number_fkey")
  await asOwner("update audit_sealed set number = 2 where stream = 'groups' and number = 3")
  await asOwner("update audit_batches set number = 2 where stream = 'groups' and number = 3")
  await asOwner(`alter table audit_sealed add constraint audit_sealed_stream_number_fkey
    foreign key (stream, number) references audit_batches`)
  expect(await faults()).toEqual([{ stream: "groups", number: 2, fault: "broken-chain" }])
})

test("acceptance 8: cutting off the last batch is found by the head that was written down", async () => {
  await approve(world.as(me), { name: "last" })
  const heads = await seal()
  await remove(eventsOf(4), 4)
  const found = await asActor(world.as(systemActor("audit.verify")), (tx) => verifyAudit(tx, heads))
  expect(found).toEqual([{ stream: "groups", number: 4, fault: "broken-chain" }])
})

test("acceptance 8: two events that changed places are found", async () => {
  const swap = (from: number, to: number) =>
    asOwner(
      `update audit_sealed set position = ${to} where stream = 'groups' and number = 1 and position = ${from}`,
    )
  await swap(1, 9)
  await swap(2, 1)
  await swap(9, 2)
  expect(await faults()).toEqual([{ stream: "groups", number: 1, fault: "changed-events" }])
})

test("acceptance 8: two payloads that changed places are found", async () => {
  await asOwner(`update audit_payloads p set payload = other.payload from audit_payloads other
    where (p.event_id = ${nth(1)} and other.event_id = ${nth(2)})
      or (p.event_id = ${nth(2)} and other.event_id = ${nth(1)})`)
  expect(await faults()).toEqual([{ stream: "groups", number: 1, fault: "changed-payload" }])
})

test("acceptance 8: an event put into a sealed batch later is found", async () => {
  await approve(world.as(me), { name: "late" })
  await asOwner(`insert into audit_sealed
    select id, 'groups', 1, 4 from audit_events e
    where not exists (select from audit_sealed s where s.event_id = e.id)`)
  expect(await faults()).toEqual([{ stream: "groups", number: 1, fault: "missing-events" }])
})

test.each([
  "update audit_events set verb = 'x'",
  "delete from audit_events",
  "update audit_batches set events = 0",
  "delete from audit_batches",
  "update audit_sealed set position = 0",
  "delete from audit_sealed",
  "truncate audit_events cascade",
])("acceptance 8: the program may not %s", async (statement) => {
  await expect(sql.raw(statement).execute(world.database)).rejects.toMatchObject({ code: "42501" })
})
