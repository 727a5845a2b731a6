import { expect, test } from "vitest"
import { anonymous } from "#kernel/actor.ts"
import { Conflict, NotFound } from "#kernel/errors.ts"
import { asActor, reading } from "#kernel/transaction.ts"
import { inquiriesWorld } from "#test/support/inquiries.ts"
import { usualDaysOf, findStanding } from "../queries/standings.ts"
import { getThread } from "../queries/thread.ts"
import { closeInquiry, writeMessage } from "./reply.ts"

const world = await inquiriesWorld()
const { answer, as, ask, clock, group, mailOf, person, replying, rowOf } = world

test("issue 3 line 11: an answer reaches whoever asked, by mail and on the page, under the group's name", async () => {
  const { id, key } = await ask()
  await answer(id)
  expect(await rowOf(id)).toMatchObject({ state: "answered", version: 2, waitingSince: null, remindOn: null })
  const letter = (await mailOf(id)).at(-1)
  expect(letter).toMatchObject({ template: "inquiries.answered.asker", address: "kana@mail.example.jp" })
  expect(letter?.body).toContain("もちろんです。")
  expect(JSON.stringify(letter)).not.toContain(group.editor.name)
  const thread = await asActor(as(anonymous), (tx) => getThread(tx, anonymous, "asker", { id, key }))
  expect(thread.messages.map(({ side }) => side)).toEqual(["asker", "group"])
  expect(JSON.stringify(thread)).not.toContain("mail.example.jp")
})

test("issue 3 line 11: the second of two who answer is told what the first wrote, and nothing is sent", async () => {
  const { id } = await ask()
  await writeMessage(as(group.editor), { id, side: "group", body: "一人目の返事", version: 1 })
  const second = writeMessage(as(group.editor), { id, side: "group", body: "二人目の返事", version: 1 })
  await expect(second).rejects.toThrow(Conflict)
  await expect(second).rejects.toMatchObject({ current: { body: "一人目の返事" }, version: 2 })
  expect(await mailOf(id)).toHaveLength(3)
})

test("X17: only the two sides write; a key opens one conversation only", async () => {
  const one = await ask()
  const other = await ask()
  const stranger = await person("よその人")
  const writing = { side: "asker", body: "x" } as const
  await expect(writeMessage(as(anonymous), { ...writing, id: one.id })).rejects.toThrow(NotFound)
  await expect(writeMessage(as(anonymous), { ...writing, id: one.id, key: other.key })).rejects.toThrow(
    NotFound,
  )
  await expect(writeMessage(as(stranger), { ...writing, id: one.id })).rejects.toThrow(NotFound)
  await expect(
    writeMessage(as(world.others.editor), { id: one.id, side: "group", body: "x" }),
  ).rejects.toThrow(NotFound)
  for (const officer of [world.office, world.cityOffice])
    await expect(writeMessage(as(officer), { id: one.id, side: "office", body: "x" })).rejects.toThrow(
      NotFound,
    )
  await writeMessage(as(anonymous), { ...writing, id: one.id, key: one.key })
})

test("issue 3 line 11: what is closed begins again when somebody goes on", async () => {
  const { id, key } = await ask()
  await answer(id)
  await closeInquiry(as(anonymous), { id, key, side: "asker" })
  expect((await rowOf(id)).closedAt).not.toBeNull()
  await expect(closeInquiry(as(anonymous), { id, key, side: "asker" })).rejects.toThrow(Conflict)
  await writeMessage(replying(anonymous), { id, key, side: "asker", body: "もう一つだけ。" })
  expect(await rowOf(id)).toMatchObject({ state: "open", closedAt: null })
})

test("issue 3 line 11: the usual answer time is told from five answers on, as the median", async () => {
  const other = world.others
  const start = clock.now()
  const answeredAfter = async (hours: number): Promise<void> => {
    clock.set(start.toString())
    const { id } = await ask(anonymous, { of: { organisation: other.publicId } })
    clock.set(start.add({ hours }).toString())
    await answer(id, other.editor)
  }
  const standing = () => reading(as(anonymous), (tx) => findStanding(tx, other.id))
  for (const hours of [24, 48, 49, 200]) await answeredAfter(hours)
  expect(await standing()).toMatchObject({ answered: 4, usualDays: null })
  const stamp = async () =>
    (
      await world.owner
        .selectFrom("pageStamps")
        .select("version")
        .where("tag", "=", "inquiries")
        .executeTakeFirst()
    )?.version ?? 0
  const before = await stamp()
  await answeredAfter(1)
  expect(await standing()).toMatchObject({ answered: 5, medianMinutes: 48 * 60, usualDays: 2, waiting: 0 })
  expect(await stamp()).toBe(before + 1)
  clock.set(start.toString())
})

test.each([
  [4, 60, null],
  [5, 60, 0],
  [5, 24 * 60, 1],
  [20, 3 * 24 * 60, 3],
  [20, 15 * 24 * 60, null],
])(
  "%i answers with a median of %i minutes are told as %s days: a slow group is not shamed",
  (answered, medianMinutes, told) => {
    expect(usualDaysOf({ answered, medianMinutes }, as(anonymous).city)).toBe(told)
  },
)
