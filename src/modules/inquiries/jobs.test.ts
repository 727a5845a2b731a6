import { expect, test } from "vitest"
import { systemActor } from "#kernel/actor.ts"
import { inquiriesWorld } from "#test/support/inquiries.ts"
import { closeInquiry } from "./commands/reply.ts"
import { handOverInquiry } from "./commands/cases.ts"
import { closeIdle, forgetOld, remindGroups } from "./jobs.ts"

const world = await inquiriesWorld()
const { answer, as, ask, clock, group, mailOf, owner, rowOf } = world

const run = (job: typeof remindGroups): Promise<void> =>
  job.run({ ...as(systemActor(job.name)), signal: new AbortController().signal }, {})

test("issue 3 line 11: a group is reminded once, three business days later, and not of what it answered", async () => {
  clock.set("2026-06-12T10:00:00+09:00")
  const waiting = await ask()
  const answered = await ask()
  await answer(answered.id)
  const reminders = async (id: string) =>
    (await mailOf(id)).filter(({ template }) => template === "inquiries.reminder.group").length
  // Friday, so Wednesday is the third business day.
  clock.set("2026-06-16T08:00:00+09:00")
  await run(remindGroups)
  expect(await reminders(waiting.id)).toBe(0)
  clock.set("2026-06-17T08:00:00+09:00")
  await run(remindGroups)
  await run(remindGroups)
  expect([await reminders(waiting.id), await reminders(answered.id)]).toEqual([1, 0])
})

test("issue 3 line 11: what is silent for sixty days is closed by itself", async () => {
  clock.set("2026-06-20T10:00:00+09:00")
  const { id } = await ask()
  clock.set("2026-08-18T10:00:00+09:00")
  await run(closeIdle)
  expect((await rowOf(id)).state).toBe("open")
  clock.set("2026-08-20T10:00:00+09:00")
  await run(closeIdle)
  expect(await rowOf(id)).toMatchObject({ state: "closed", waitingSince: null })
})

test("issue 3 line 11: six months after the end names, addresses and words are gone, also from the mail; the figures stay", async () => {
  clock.set("2026-09-01T10:00:00+09:00")
  const done = await ask()
  const reported = await ask()
  for (const { id } of [done, reported]) {
    await answer(id)
    await closeInquiry(as(group.editor), { id, side: "group" })
  }
  await handOverInquiry(as(group.editor), { id: reported.id, note: "まだ見てもらっていない" })
  clock.set("2027-02-28T10:00:00+09:00")
  await run(forgetOld)
  expect((await rowOf(done.id)).forgottenAt).toBeNull()
  clock.set("2027-03-01T11:00:00+09:00")
  await run(forgetOld)
  const row = await rowOf(done.id)
  expect(row).toMatchObject({ askerName: "", askerAddress: "", askerAccountId: null, state: "closed" })
  expect(row.answeredAt).not.toBeNull()
  const words = await owner
    .selectFrom("inquiryMessages")
    .select(["name", "body"])
    .where("inquiryId", "=", row.id)
    .execute()
  expect(words).toEqual([
    { name: "", body: "" },
    { name: "", body: "" },
  ])
  for (const mail of await mailOf(done.id))
    expect(mail).toMatchObject({ address: "", subject: "", body: "", link: null, replyTo: null })
  // What the office has not seen to is kept until it has.
  expect((await rowOf(reported.id)).forgottenAt).toBeNull()
})
