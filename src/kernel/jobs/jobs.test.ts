import { afterEach, expect, test } from "vitest"
import { z } from "zod"
import { anonymous, systemActor } from "#kernel/actor.ts"
import { Forbidden } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { deliverMessage, post } from "#kernel/messages/messages.ts"
import { staysInLedger, type Outgoing } from "#kernel/messages/outgoing.ts"
import { command, working } from "#kernel/transaction.ts"
import { testWorld } from "#test/support/database.ts"
import { defineJob, enqueue, type AnyJob, type JobOptions } from "./jobs.ts"
import { drainJobs } from "./worker.ts"

let outgoing: Outgoing = staysInLedger
const world = await testWorld({ outgoing: (mail) => outgoing(mail) })
const context = world.as(systemActor("test"))

const done: string[] = []
const actors: (string | null)[] = []
const note = defineJob("test.note", z.object({ word: z.string() }), async ({ actor }, { word }) => {
  done.push(word)
  actors.push(actor.system)
})
const chain = defineJob("test.chain", z.object({ word: z.string() }), async (job, { word }) => {
  await working(job, "test.follow", (work) => enqueue(work, note, { word: `${word} again` }))
})
const broken = defineJob("test.broken", z.object({}), async () => {
  throw new Error("it cannot be done")
})

const drain = (...jobs: readonly AnyJob[]) =>
  drainJobs({ pool: world.ownerPool, context, jobs, schedules: [], log: () => {} })
const all = [note, chain, broken, deliverMessage] as unknown as readonly AnyJob[]

const say = command(
  "test.say",
  async (work, input: { word: string; fail?: boolean; options?: JobOptions }) => {
    await enqueue(work, note, { word: input.word }, input.options)
    if (input.fail) throw new Forbidden("refused after enqueuing")
  },
)

afterEach(async () => {
  done.length = 0
  await world.ownerPool.query("delete from graphile_worker._private_jobs")
})

test("a job runs after its transaction, as the program itself", async () => {
  await say(context, { word: "わ" })
  expect(done).toEqual([])
  await drain(...all)
  expect(done).toEqual(["わ"])
  expect(actors.at(-1)).toBe("test.note")
  await drain(...all)
  expect(done).toEqual(["わ"])
})

test("a job of a transaction that was rolled back never runs", async () => {
  await expect(say(context, { word: "no", fail: true })).rejects.toThrow(Forbidden)
  await say(context, { word: "yes" })
  await drain(...all)
  expect(done).toEqual(["yes"])
})

test("acceptance 9: a form posted ten times enqueues its job once", async () => {
  const keyed = world.as({ ...anonymous, accountId: newId(), name: "人" }, newId())
  await Promise.all(Array.from({ length: 10 }, () => say(keyed, { word: "once" })))
  await drain(...all)
  expect(done).toEqual(["once"])
})

test("jobs that a job enqueues are drained as well", async () => {
  await working(context, "test.start", (work) => enqueue(work, chain, { word: "and" }))
  await drain(...all)
  expect(done).toEqual(["and again"])
})

test("a job waits for its time, and one of the same key takes the place of the one before", async () => {
  const at = Temporal.Now.instant().add({ hours: 1 })
  await say(context, { word: "later", options: { at } })
  await say(context, { word: "first", options: { key: "same" } })
  await say(context, { word: "second", options: { key: "same" } })
  await drain(...all)
  expect(done).toEqual(["second"])
})

test("draining fails when a job failed, and says which", async () => {
  await working(context, "test.start", (work) => enqueue(work, broken, {}))
  await expect(drain(...all)).rejects.toThrow("test.broken failed: it cannot be done")
})

test("a payload of another shape fails its job instead of running it", async () => {
  await working(context, "test.start", (work) => enqueue(work, note, { word: 7 } as never))
  await expect(drain(...all)).rejects.toThrow("test.note failed")
  expect(done).toEqual([])
})

test("a message goes out once to each address, and the ledger tells when", async () => {
  const sent: string[] = []
  outgoing = async ({ address, messageId }) => void sent.push(`${address} ${messageId}`)
  const to = ["a@example.jp", "b@example.jp", "a@example.jp"].map(
    (address) => ({ accountId: null, address, lang: "ja" }) as const,
  )
  await working(context, "test.tell", (work) =>
    post(work, { template: "test", to, write: () => ({ subject: "件名", body: "本文" }) }),
  )
  await drain(...all)
  await drain(...all)
  outgoing = staysInLedger
  expect(sent.map((line) => line.split(" ")[0])).toEqual(["a@example.jp", "b@example.jp"])
  const rows = await world.owner.selectFrom("messages").select(["state", "sentAt", "messageId"]).execute()
  expect(rows.map((row) => row.state)).toEqual(["sent", "sent"])
  expect(rows.every((row) => row.sentAt?.equals(world.clock.now()))).toBe(true)
  expect(sent.map((line) => line.split(" ")[1])).toEqual(rows.map((row) => row.messageId))
})

test("a message that the mail server refused stays in the ledger with its reason", async () => {
  outgoing = () => Promise.reject(new Error("550 no such user"))
  await working(context, "test.tell", (work) =>
    post(work, {
      template: "refused",
      to: [{ accountId: null, address: "c@example.jp", lang: "ja" }],
      write: () => ({ subject: "件名", body: "本文" }),
    }),
  )
  await expect(drain(...all)).rejects.toThrow("550 no such user")
  outgoing = staysInLedger
  const row = await world.owner
    .selectFrom("messages")
    .selectAll()
    .where("template", "=", "refused")
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({ state: "failed", attempts: 1, lastError: "550 no such user", sentAt: null })
})
