import { beforeEach, expect, test } from "vitest"
import { systemActor } from "#kernel/actor.ts"
import { drainJobs } from "#kernel/jobs/worker.ts"
import { post } from "#kernel/messages/messages.ts"
import type { OutgoingMail } from "#kernel/messages/outgoing.ts"
import { working } from "#kernel/transaction.ts"
import { htmlProblems } from "#web/ui/html-check.ts"
import { testProgram } from "#test/support/program.ts"

let refusing = false
const sent: string[] = []
const outgoing = async ({ address }: OutgoingMail): Promise<void> => {
  if (refusing) throw new Error("451 the mailbox is full")
  sent.push(address)
}

const { ask, program } = await testProgram({ outgoing })
const query = <R extends object>(text: string, values: unknown[] = []) =>
  program.ownerPool.query<R>(text, values)

const words = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html).replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ")

const idOf = async (text: string, value: string): Promise<string> =>
  (await query<{ id: string }>(text, [value])).rows[0]!.id

// What an earlier test left in the queue goes out first.
beforeEach(async () => {
  refusing = false
  await query("update graphile_worker._private_jobs set run_at = now()")
  await drainJobs(program.worker)
  sent.length = 0
})

const tell = async (person: string, subject: string, from: string | null): Promise<string> => {
  const accountId = await idOf("select id from accounts where email = $1", `${person}@demo.example.jp`)
  const bodyId = from ? await idOf("select id from bodies where slug = $1", from) : null
  await working({ ...program.base, actor: systemActor("test") }, "test.tell", (work) =>
    post(work, {
      template: "test",
      to: [{ accountId, address: `${person}@demo.example.jp`, lang: "ja" }],
      write: () => ({
        subject,
        body: "一行目\n二行目\n\n次の段落 <b>",
        link: "http://elsewhere:9999/my/profile?lang=en",
      }),
      bodyId,
    }),
  )
  return idOf("select id from messages where subject = $1", subject)
}

const deliver = () => drainJobs(program.worker)

test("acceptance 6: everybody reads the own mail and nobody else's", async () => {
  await tell("citizen", "北川さんへの知らせ", "abeno-ward-office")
  expect(words((await ask("/my/messages", { as: "citizen" })).body)).toContain("北川さんへの知らせ")
  for (const as of ["donor", "administrator", "ward-officer-abeno"])
    expect((await ask("/my/messages", { as })).body).not.toContain("北川さんへの知らせ")
  expect((await ask("/my/messages")).status).toBe(303)
})

test("X17: a body's officers see what the body sent; other bodies, the City too, do not", async () => {
  await tell("citizen", "阿倍野区役所から", "abeno-ward-office")
  expect(words((await ask("/staff/messages", { as: "ward-officer-abeno" })).body)).toContain(
    "阿倍野区役所から",
  )
  for (const as of ["ward-officer-hirano", "city-officer", "administrator", "ward-shakyo-officer"])
    expect((await ask("/staff/messages", { as })).body).not.toContain("阿倍野区役所から")
  expect((await ask("/staff/messages", { as: "citizen" })).status).toBe(403)
})

test("X17: the ledger of a body shows no private mail of the officer who reads it", async () => {
  await tell("ward-officer-abeno", "井上さん自身への知らせ", null)
  expect(words((await ask("/my/messages", { as: "ward-officer-abeno" })).body)).toContain(
    "井上さん自身への知らせ",
  )
  expect((await ask("/staff/messages", { as: "ward-officer-abeno" })).body).not.toContain(
    "井上さん自身への知らせ",
  )
})

test("X16: what could not be sent says why, is sent again by its own body, once, and the audit keeps who did it", async () => {
  refusing = true
  const id = await tell("citizen", "届かなかった知らせ", "abeno-ward-office")
  await expect(deliver()).rejects.toThrow("messages.deliver failed")
  const failed = await ask("/staff/messages?state=failed", { as: "ward-officer-abeno" })
  expect(words(failed.body)).toMatch(
    /届かなかった知らせ .*送れなかった .*451 the mailbox is full .*もう一度送る/,
  )
  expect(await htmlProblems(failed.body)).toEqual([])
  const retry = (as: string) => ask(`/staff/messages/${id}/retry`, { as, form: {} })
  expect((await retry("ward-officer-hirano")).status).toBe(404)
  expect((await retry("city-officer")).status).toBe(404)
  expect((await retry("citizen")).status).toBe(403)
  refusing = false
  expect((await retry("ward-officer-abeno")).status).toBe(303)
  await query("update graphile_worker._private_jobs set run_at = now()")
  await deliver()
  expect(sent).toEqual(["citizen@demo.example.jp"])
  expect((await retry("ward-officer-abeno")).status).toBe(409)
  const { rows } = await query<{ hat: string }>(
    "select hat from audit_events where verb = 'notifications.retry' and subject_id = $1",
    [id],
  )
  expect(rows.map((row) => row.hat.split(":").slice(0, 2).join(":"))).toEqual(["post:approver"])
})

test("X17: a viewer of the body sees the ledger and has no button", async () => {
  refusing = true
  const id = await tell("citizen", "センターからの知らせ", "abeno-centre")
  await expect(deliver()).rejects.toThrow("messages.deliver failed")
  const ledger = await ask("/staff/messages", { as: "centre-officer" })
  expect(words(ledger.body)).toContain("送れなかった")
  expect(words(ledger.body)).not.toContain("もう一度送る")
  expect((await ask(`/staff/messages/${id}/retry`, { as: "centre-officer", form: {} })).status).toBe(403)
})

test("acceptance 16: without a mail server the demo's mailbox shows every mail, newest first, with its link", async () => {
  await tell("citizen", "古い知らせ", null)
  await tell("donor", "新しい知らせ", null)
  const { body } = await ask("/demo/mailbox")
  expect(body.indexOf("新しい知らせ")).toBeLessThan(body.indexOf("古い知らせ"))
  expect(body).toContain('href="/my/profile?lang=en"')
  expect(body).toContain("次の段落 &lt;b&gt;")
  expect(await htmlProblems(body)).toEqual([])
})

test("acceptance 6: outside the demo there is no mailbox", async () => {
  const closed = await testProgram({ demo: false })
  expect((await closed.ask("/demo/mailbox")).status).toBe(404)
})

test.each([
  ["/demo/mailbox", undefined],
  ["/my/messages", "citizen"],
  ["/my/messages", "expert"],
  ["/staff/messages", "ward-officer-abeno"],
  ["/staff/messages?state=queued", "committee-member"],
] as const)("acceptance 14: %s as %s is valid HTML in Japanese and English", async (path, as) => {
  for (const lang of ["ja", "en"]) {
    const answer = await ask(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`, as ? { as } : {})
    expect(answer.status).toBe(200)
    expect(await htmlProblems(answer.body)).toEqual([])
  }
})

test("issue 3 line 13: the ledger is narrowed by words and taken away as a file, of the own body only", async () => {
  await tell("citizen", "100%の知らせ", "abeno-ward-office")
  const found = await ask(`/staff/messages?q=${encodeURIComponent("100%")}`, { as: "ward-officer-abeno" })
  expect(found.body).toContain("<strong>1件</strong>")
  const file = (as: string) => ask("/staff/messages.csv?columns=to", { as })
  expect((await file("ward-officer-abeno")).body).toContain("100%の知らせ")
  expect((await file("ward-officer-hirano")).body).not.toContain("100%の知らせ")
})
