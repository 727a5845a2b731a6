import PostalMime, { type Email } from "postal-mime"
import { SMTPServer } from "smtp-server"
import { afterAll, beforeEach, expect, test } from "vitest"
import { sql } from "kysely"
import { anonymous, type Actor, type Post, systemActor } from "#kernel/actor.ts"
import { assertProgramRole } from "#kernel/database/migrations.ts"
import { newId } from "#kernel/ids.ts"
import { drainJobs } from "#kernel/jobs/worker.ts"
import { asActor, type Transaction, working } from "#kernel/transaction.ts"
import { testWorld } from "#test/support/database.ts"
import { deliverMessage, post, type Recipient } from "./messages.ts"
import { overSmtp } from "./outgoing.ts"

// A real mail server in this process; `refusing` lets it turn everybody away.
const raw: Buffer[] = []
const recipients: string[] = []
const received = (): Promise<Email[]> => Promise.all(raw.map((mail) => PostalMime.parse(mail)))
let refusing = false
const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  onRcptTo: ({ address }, _session, done) => {
    recipients.push(address)
    done(refusing ? new Error("451 come back later") : null)
  },
  onData: (stream, _session, done) => {
    const chunks: Buffer[] = []
    stream.on("data", (chunk: Buffer) => chunks.push(chunk))
    stream.on("end", () => {
      raw.push(Buffer.concat(chunks))
      done()
    })
  },
})
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
const { port } = server.server.address() as { port: number }
const world = await testWorld({ outgoing: overSmtp(`smtp://127.0.0.1:${port}`) })
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

beforeEach(() => {
  raw.length = 0
  recipients.length = 0
  refusing = false
})

const person = async (address: string): Promise<Recipient> => {
  const id = newId()
  await world.owner.insertInto("accounts").values({ id, name: address, email: address }).execute()
  return { accountId: id, address, lang: "ja" }
}

const usual = "【えにし】髙島屋前の清掃、申し込みを受け付けました〜"

const send = (to: readonly Recipient[], bodyId: string | null = null, subject = usual): Promise<void> =>
  working(world.as(anonymous), "test.send", (work) =>
    post(work, {
      template: "test",
      to,
      write: () => ({
        subject,
        body: "こんにちは。\n6月14日（日）にお待ちしています。",
        link: "http://localhost:3000/my",
      }),
      bodyId,
    }),
  )

const drain = (): Promise<void> => {
  const { actor: _, ...context } = world.as(anonymous)
  const jobs = [deliverMessage as never]
  return drainJobs({ pool: world.ownerPool, context, jobs, schedules: [], log: () => {} })
}

const rowsFor = (address: string) =>
  world.owner.selectFrom("messages").selectAll().where("address", "=", address).execute()

const subjects = async (actor: Actor): Promise<string[]> => {
  const rows = await asActor(world.as(actor), (tx) => tx.selectFrom("messages").select("address").execute())
  return rows.map((row) => row.address)
}

test("acceptance 6: the program's role is neither owner nor superuser nor past row-level security", async () => {
  await expect(assertProgramRole(world.database as never)).resolves.toBeUndefined()
  await expect(assertProgramRole(world.owner as never)).rejects.toThrow("must not run as the database role")
})

test("acceptance 6: one reads the own messages, another reads nothing, nobody set reads nothing", async () => {
  const [mine, other] = [await person("mine@example.jp"), await person("other@example.jp")]
  await send([mine])
  expect(await subjects({ ...anonymous, accountId: mine.accountId })).toEqual(["mine@example.jp"])
  expect(await subjects({ ...anonymous, accountId: other.accountId })).toEqual([])
  expect(await subjects(anonymous)).toEqual([])
  expect(await world.database.selectFrom("messages").selectAll().execute()).toEqual([])
  expect(await subjects(systemActor("test"))).toContain("mine@example.jp")
})

test("acceptance 6: an actor does not stay set for the connection's next transaction", async () => {
  const mine = await person("pooled@example.jp")
  await send([mine])
  const settings = async (tx: Transaction) =>
    (await sql<{ actor: string }>`select current_setting('app.actor', true) as actor`.execute(tx)).rows[0]
      ?.actor
  for (let turn = 0; turn < 20; turn++) {
    expect(await asActor(world.as({ ...anonymous, accountId: mine.accountId }), settings)).toBe(
      mine.accountId,
    )
    expect(await world.database.transaction().execute(settings)).toBeFalsy()
  }
})

test("acceptance 6: the worn hat shows what its body sent, and no other body's mail", async () => {
  const bodies = await world.owner.selectFrom("bodies").select(["id", "slug"]).execute()
  const idOf = (slug: string): string => bodies.find((body) => body.slug === slug)!.id
  await send([await person("told@example.jp")], idOf("abeno-ward-office"))
  const wearing = (slug: string): Actor => ({
    ...anonymous,
    accountId: newId(),
    wearing: { bodyId: idOf(slug) } as Post,
  })
  expect(await subjects(wearing("abeno-ward-office"))).toEqual(["told@example.jp"])
  expect(await subjects(wearing("hirano-ward-office"))).toEqual([])
})

test("acceptance 6: only the program itself changes a message", async () => {
  const mine = await person("unchanged@example.jp")
  await send([mine])
  const forge = (actor: Actor) =>
    asActor(world.as(actor), (tx) =>
      tx
        .updateTable("messages")
        .set({ subject: "forged" })
        .where("address", "=", mine.address)
        .executeTakeFirst(),
    )
  expect((await forge({ ...anonymous, accountId: mine.accountId })).numUpdatedRows).toBe(0n)
  expect((await forge(anonymous)).numUpdatedRows).toBe(0n)
})

test("acceptance 6: mail that the mail server takes is told to each person once, in whole Japanese", async () => {
  await drain()
  raw.length = 0
  const [one, two] = [await person("one@example.jp"), await person("two@example.jp")]
  await send([one, two, one])
  expect(await rowsFor(one.address)).toHaveLength(1)
  await drain()
  const mails = await received()
  expect(new Set(mails.map((each) => each.to?.[0]?.address))).toEqual(new Set([one.address, two.address]))
  expect(mails).toHaveLength(2)
  const [mail] = mails
  expect(mail?.subject).toBe("【えにし】髙島屋前の清掃、申し込みを受け付けました〜")
  expect(mail?.text).toContain("6月14日（日）にお待ちしています。")
  expect(mail?.text).toContain("http://localhost:3000/my")
  expect(mail?.from?.address).toBe("enishi@example.jp")
  const [row] = await rowsFor(one.address)
  expect(row).toMatchObject({ state: "sent", attempts: 1, lastError: null })
})

test("acceptance 6: a mail goes to the address as it is written, never to one that stands inside it", async () => {
  const [group, comment] = [await person("group:inside@example.jp"), await person("(x)inside@example.jp")]
  await drain()
  recipients.length = 0
  await send([group, comment])
  await drain()
  expect(recipients).toHaveLength(2)
  expect(recipients).not.toContain("inside@example.jp")
})

test("acceptance 6: a subject is one line, whatever stands in the names that it tells", async () => {
  const reader = await person("one-line@example.jp")
  await send([reader], null, "登録しました：花の会\r\nBcc: other@example.jp")
  const [row] = await rowsFor(reader.address)
  expect(row?.subject).toBe("登録しました：花の会 Bcc: other@example.jp")
  await drain()
})

test("acceptance 6: what the server refuses is tried again and then goes out once, under one Message-ID", async () => {
  const patient = await person("patient@example.jp")
  refusing = true
  await send([patient])
  await expect(drain()).rejects.toThrow("messages.deliver failed")
  const [failed] = await rowsFor(patient.address)
  expect(failed).toMatchObject({ state: "failed", attempts: 1 })
  expect(failed?.lastError).toContain("come back later")
  refusing = false
  await world.ownerPool.query("update graphile_worker._private_jobs set run_at = now()")
  await drain()
  const [sent] = await rowsFor(patient.address)
  expect(sent).toMatchObject({ state: "sent", attempts: 2, lastError: null, messageId: failed?.messageId })
  expect((await received()).map((mail) => mail.messageId)).toEqual([failed?.messageId])
})

test("acceptance 6: delivered again, also by two workers at once, nothing goes out a second time", async () => {
  const once = await person("once@example.jp")
  await send([once])
  const [row] = await rowsFor(once.address)
  const context = { ...world.as(systemActor("test")), signal: new AbortController().signal }
  const deliver = () => deliverMessage.run(context, { id: row!.id })
  await Promise.all([deliver(), deliver(), deliver()])
  await deliver()
  await drain()
  expect(raw).toHaveLength(1)
})

test("no mail is enqueued for what never happened: the row and its job go back with the transaction", async () => {
  const nobody = await person("nobody@example.jp")
  const undone = working(world.as(anonymous), "test.send", async (work) => {
    await post(work, { template: "test", to: [nobody], write: () => ({ subject: "x", body: "y" }) })
    throw new Error("changed my mind")
  })
  await expect(undone).rejects.toThrow("changed my mind")
  await drain()
  expect(await rowsFor(nobody.address)).toEqual([])
  expect(raw).toEqual([])
})
