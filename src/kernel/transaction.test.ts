import { sql } from "kysely"
import { expect, test } from "vitest"
import { anonymous, type Actor, type Post } from "#kernel/actor.ts"
import { Conflict, Forbidden } from "#kernel/errors.ts"
import { eventType, emit, on } from "#kernel/events.ts"
import { recordFigure } from "#kernel/figures.ts"
import { newId } from "#kernel/ids.ts"
import { post } from "#kernel/messages/messages.ts"
import { touch } from "#kernel/stamps.ts"
import { asActor, command, reading, type Context } from "#kernel/transaction.ts"
import { testWorld } from "#test/support/database.ts"

const counted = eventType<{ id: string }>("test.counted")
const heard: string[] = []
const world = await testWorld({
  handlers: [
    on(counted, async (work, { id }) => {
      heard.push(id)
      await recordFigure(work, { metric: "heard", subject: { kind: "test", id } })
    }),
  ],
})

const person = (): Actor => ({ ...anonymous, accountId: newId(), name: "人" })
const me = person()

const count = command("test.count", async (work, input: { metric: string; fail?: boolean }) => {
  const id = await recordFigure(work, { metric: input.metric, subject: { kind: "test", id: newId() } })
  touch(work, input.metric)
  await emit(work, counted, { id })
  if (input.fail) throw new Forbidden("refused after the change")
  return { id, on: "2026-06-10", areas: ["271004"] }
})
const countOtherwise = command("test.countOtherwise", (work, metric: string) =>
  recordFigure(work, { metric, subject: { kind: "test", id: newId() } }),
)
const sayNothing = command("test.sayNothing", async (work, metric: string) => {
  await recordFigure(work, { metric, subject: { kind: "test", id: newId() } })
})

const times = async (metric: string): Promise<number> => {
  const { rows } = await sql<{ times: number }>`
    select count(*) as times from figure_events where metric = ${metric}`.execute(world.owner)
  return rows[0]?.times ?? 0
}
const keptKeys = async (key: string): Promise<number> =>
  (await world.owner.selectFrom("formKeys").select("key").where("key", "=", key).execute()).length

test("acceptance 9: the same form posted twice changes state once and gives the same answer", async () => {
  const key = newId()
  const first = await count(world.as(me, key), { metric: "twice" })
  const second = await count(world.as(me, key), { metric: "twice" })
  expect(second).toEqual(first)
  expect(await times("twice")).toBe(1)
})

test("acceptance 9: ten posts of one form in parallel change state once and give the same answer", async () => {
  const key = newId()
  const posts = Array.from({ length: 10 }, () => count(world.as(me, key), { metric: "parallel" }))
  const answers = await Promise.all(posts)
  expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
  expect(answers.every((answer) => answer.areas[0] === "271004")).toBe(true)
  expect(await times("parallel")).toBe(1)
})

test("acceptance 9: a command without an answer is done once as well", async () => {
  const key = newId()
  await sayNothing(world.as(me, key), "silent")
  await sayNothing(world.as(me, key), "silent")
  expect(await times("silent")).toBe(1)
})

test("acceptance 9: without a key, and with another key, it is another act", async () => {
  await count(world.as(me), { metric: "several" })
  await count(world.as(me), { metric: "several" })
  await count(world.as(me, newId()), { metric: "several" })
  expect(await times("several")).toBe(3)
})

test("acceptance 9: a key is refused for another act and for another person", async () => {
  const key = newId()
  await count(world.as(me, key), { metric: "reused" })
  await expect(countOtherwise(world.as(me, key), "reused")).rejects.toThrow(Conflict)
  await expect(count(world.as(person(), key), { metric: "reused" })).rejects.toThrow(Conflict)
  await expect(count(world.as(anonymous, key), { metric: "reused" })).rejects.toThrow(Conflict)
  expect(await times("reused")).toBe(1)
})

test("acceptance 9: a failed command leaves nothing behind, so that its form may be sent again", async () => {
  const key = newId()
  await expect(count(world.as(me, key), { metric: "failed", fail: true })).rejects.toThrow(Forbidden)
  expect([await times("failed"), await keptKeys(key)]).toEqual([0, 0])
  await count(world.as(me, key), { metric: "failed" })
  expect([await times("failed"), await keptKeys(key)]).toEqual([1, 1])
})

test("acceptance 9: a post that waited for one that failed is done itself", async () => {
  const key = newId()
  const claimed = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  const failLate = command("test.count", async (work, metric: string) => {
    await recordFigure(work, { metric, subject: { kind: "test", id: newId() } })
    claimed.resolve()
    await released.promise
    throw new Forbidden("refused late")
  })
  const first = failLate(world.as(me, key), "relay")
  await claimed.promise
  const second = count(world.as(me, key), { metric: "relay" })
  released.resolve()
  await expect(first).rejects.toThrow(Forbidden)
  expect((await second).on).toBe("2026-06-10")
  expect([await times("relay"), await keptKeys(key)]).toEqual([1, 1])
})

test("what follows elsewhere happens in the same transaction, or not at all", async () => {
  const before = await times("heard")
  const { id } = await count(world.as(me), { metric: "followed" })
  expect(heard).toContain(id)
  await expect(count(world.as(me), { metric: "followed", fail: true })).rejects.toThrow(Forbidden)
  expect(await times("heard")).toBe(before + 1)
})

const stampOf = async (tag: string): Promise<number> => {
  const row = await world.owner
    .selectFrom("pageStamps")
    .select("version")
    .where("tag", "=", tag)
    .executeTakeFirst()
  return row?.version ?? 0
}

test("acceptance 11: a stamp moves with each change of what it stands for, and with nothing else", async () => {
  await count(world.as(me), { metric: "stamped" })
  expect(await stampOf("stamped")).toBe(1)
  await expect(count(world.as(me), { metric: "stamped", fail: true })).rejects.toThrow(Forbidden)
  expect(await stampOf("stamped")).toBe(1)
  await Promise.all([1, 2, 3].map(() => count(world.as(me), { metric: "stamped" })))
  expect(await stampOf("stamped")).toBe(4)
})

test("reading writes nothing", async () => {
  const write = reading(world.as(me), (tx) =>
    tx.insertInto("pageStamps").values({ tag: "never", version: 1 }).execute(),
  )
  await expect(write).rejects.toThrow(/read-only/)
})

const officer = (bodyId: string): Actor => {
  const wearing: Post = {
    id: newId(),
    bodyId,
    bodyName: "区役所",
    bodyKind: "ward-office",
    programme: "*",
    role: "officer",
    areas: "all",
  }
  return { ...person(), posts: [wearing], wearing }
}

const messagesSeenBy = (context: Context) =>
  asActor(context, async (tx) =>
    (await tx.selectFrom("messages").select("subject").execute()).map(({ subject }) => subject),
  )

test("acceptance 6: the rightful actor reads a message, another reads nothing, none set reads nothing", async () => {
  const bodyId = newId()
  const send = command("test.send", (work, subject: string) =>
    post(work, {
      template: "test",
      to: [{ accountId: me.accountId, address: "me@example.jp", lang: "ja" }],
      write: () => ({ subject, body: "本文" }),
      bodyId,
    }),
  )
  await send(world.as(officer(bodyId)), "あなたへ")
  expect(await messagesSeenBy(world.as(me))).toEqual(["あなたへ"])
  expect(await messagesSeenBy(world.as(officer(bodyId)))).toEqual(["あなたへ"])
  expect(await messagesSeenBy(world.as(person()))).toEqual([])
  expect(await messagesSeenBy(world.as(officer(newId())))).toEqual([])
  expect(await messagesSeenBy(world.as(anonymous))).toEqual([])
  expect(await world.database.selectFrom("messages").selectAll().execute()).toEqual([])
})

test("acceptance 6: the actor set for one transaction is gone in the next on the same connection", async () => {
  for (let turn = 0; turn < 8; turn++) await messagesSeenBy(world.as(me))
  const { rows } = await sql<{ actor: string }>`
    select coalesce(current_setting('app.actor', true), '') as actor`.execute(world.database)
  expect(rows[0]?.actor).toBe("")
})
