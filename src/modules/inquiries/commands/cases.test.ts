import { expect, test } from "vitest"
import { anonymous } from "#kernel/actor.ts"
import { Conflict, Forbidden, NotFound } from "#kernel/errors.ts"
import { asActor } from "#kernel/transaction.ts"
import { inquiriesWorld } from "#test/support/inquiries.ts"
import { officerAt } from "#test/support/groups.ts"
import { listCases, listSlowGroups, listWaitingCases } from "../queries/office.ts"
import { inquiryChanges, inquiryTitles } from "../queries/titles.ts"
import { getThread } from "../queries/thread.ts"
import { handOverInquiry, reportInquiry, settleCase } from "./cases.ts"
import { writeMessage } from "./reply.ts"

const world = await inquiriesWorld()
const { as, ask, group, mailOf, office, otherOffice, cityOffice, owner, rowOf } = world
const threadFor = (actor: typeof office, id: string) =>
  asActor(as(actor), (tx) => getThread(tx, actor, "office", { id }))
const waitingFor = (actor: typeof office) => asActor(as(actor), (tx) => listWaitingCases(tx, actor))

test("issue 3 line 11: an office sees what was handed over to it, answers, and settles it", async () => {
  const { id } = await ask()
  await expect(threadFor(office, id)).rejects.toThrow(NotFound)
  await handOverInquiry(as(group.editor), { id, note: "どう答えればよいでしょうか" })
  const thread = await threadFor(office, id)
  expect(thread.cases).toMatchObject([{ kind: "help", side: "group", note: "どう答えればよいでしょうか" }])
  expect((await threadFor(cityOffice, id)).messages).toHaveLength(1)
  await expect(threadFor(otherOffice, id)).rejects.toThrow(NotFound)
  // Five business days after Wednesday, 10 June 2026.
  expect(await waitingFor(office)).toMatchObject([
    { publicId: id, dueOn: Temporal.PlainDate.from("2026-06-17") },
  ])
  expect(await waitingFor(otherOffice)).toEqual([])

  await writeMessage(as(office), { id, side: "office", body: "窓口からお答えします。" })
  const said = (await threadFor(office, id)).messages.at(-1)
  expect(said).toMatchObject({ side: "office", name: office.wearing?.bodyName })
  // The group's own answer time does not count what the office answered.
  expect((await rowOf(id)).answeredAt).toBeNull()

  const [found] = thread.cases
  const settling = { id, case: found?.id ?? "", outcome: "電話で助言した" }
  await expect(settleCase(as(otherOffice), settling)).rejects.toThrow(NotFound)
  const viewer = await officerAt(owner, "271195", "viewer")
  await expect(settleCase(as(viewer), settling)).rejects.toThrow(Forbidden)
  await settleCase(as(office), settling)
  await expect(settleCase(as(office), settling)).rejects.toThrow(Conflict)
  expect(await waitingFor(office)).toEqual([])
  const settled = await asActor(as(office), (tx) =>
    listCases(tx, office, { settled: true }, { limit: 50, offset: 0 }),
  )
  expect(settled.rows).toMatchObject([{ publicId: id, outcome: "電話で助言した" }])
  const reports = await asActor(as(office), (tx) =>
    listCases(tx, office, { settled: true, kind: "report" }, { limit: 50, offset: 0 }),
  )
  expect(reports).toEqual({ rows: [], total: 0 })
})

test("issue 3 line 12: what another officer settled stands among the changes; the audit names the group to whom it may", async () => {
  const { id } = await ask()
  await handOverInquiry(as(group.editor), { id, note: "どう答えればよいでしょうか" })
  const [found] = (await threadFor(office, id)).cases
  await settleCase(as(office), { id, case: found?.id ?? "", outcome: "電話で助言した" })
  const { id: inquiryId } = await rowOf(id)
  const view = { t: (key: string) => key } as never
  const since = Temporal.Instant.from("2026-06-01T00:00:00Z")
  const seenBy = (actor: typeof office) =>
    asActor(as(actor), async (tx) => ({
      changes: (await inquiryChanges(tx, actor, view, since)).map(({ href }) => href),
      titles: [...(await inquiryTitles(tx, "inquiry", [inquiryId])).values()].map(({ title }) => title),
    }))
  const href = `/staff/inquiries/${id}`
  const titles = ["あべの子ども食堂"]
  expect((await seenBy(cityOffice)).changes).toContain(href)
  expect((await seenBy(cityOffice)).titles).toEqual(titles)
  expect(await seenBy(office)).toEqual({ changes: [], titles })
  expect(await seenBy(otherOffice)).toEqual({ changes: [], titles: [] })
})

test("issue 3 line 11: a report by whoever asked stays hidden from the group; the mail to the office says no words", async () => {
  const { id, key } = await ask()
  await reportInquiry(as(anonymous), {
    id,
    key,
    side: "asker",
    reason: "abuse",
    note: "ひどいことを言われた",
  })
  const seen = await asActor(as(group.editor), (tx) => getThread(tx, group.editor, "group", { id }))
  expect(seen.cases).toEqual([])
  expect((await threadFor(office, id)).cases).toMatchObject([
    { kind: "report", side: "asker", reason: "abuse" },
  ])
  for (const { body } of (await mailOf(id)).filter(({ bodyId }) => bodyId !== null))
    expect(body).not.toMatch(/子ども|ひどい|小林/)
})

test("X17: nobody hands over or reports what is not theirs; nobody is the office of their own group", async () => {
  const { id } = await ask()
  await expect(handOverInquiry(as(world.others.editor), { id, note: "x" })).rejects.toThrow(NotFound)
  await expect(reportInquiry(as(anonymous), { id, side: "asker", reason: "spam", note: "" })).rejects.toThrow(
    NotFound,
  )
  await handOverInquiry(as(group.editor), { id, note: "x" })
  const both = { ...group.editor, posts: office.posts, wearing: office.wearing }
  await expect(threadFor(both, id)).rejects.toThrow(NotFound)
})

test("issue 3 line 11: the office sees groups of its area where somebody waits long, and only then", async () => {
  const slowFor = (actor: typeof office, days: number) =>
    asActor(as(actor), (tx) =>
      listSlowGroups(tx, actor, {
        city: as(actor).city,
        now: world.clock.now().add({ hours: days * 24 }),
      }),
    )
  await ask()
  expect(await slowFor(office, 1)).toEqual([])
  expect((await slowFor(office, 11)).map((row) => row.group.id)).toEqual([group.id])
  expect(await slowFor(otherOffice, 11)).toEqual([])
  expect((await slowFor(cityOffice, 11)).length).toBe(1)
})
