import { describe, expect, test } from "vitest"
import { anonymous } from "#kernel/actor.ts"
import { asActor } from "#kernel/transaction.ts"
import { inquiriesWorld } from "#test/support/inquiries.ts"
import { largestMail } from "../mail/incoming.ts"
import { blockAsker } from "./block.ts"
import { receiveMail } from "./receive.ts"

const world = await inquiriesWorld()
const { answer, as, ask, group, mailOf, owner, replying, rowOf } = world
const context = replying(anonymous)

let count = 0

type Mail = { readonly to: string; readonly body: string; readonly headers?: readonly string[] }

const mail = ({ to, body, headers = [] }: Mail): Uint8Array =>
  Buffer.from(
    [
      "From: Somebody <somebody@elsewhere.example>",
      `To: <${to}>`,
      `Message-ID: <${(count += 1)}@elsewhere.example>`,
      "Subject: Re: x",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: 8bit",
      ...headers,
      "",
      body,
    ].join("\r\n"),
  )

const replyToOf = async (id: string, template: string): Promise<string> =>
  (await mailOf(id)).find((each) => each.template === template)?.replyTo ?? ""

const saidIn = async (id: string) =>
  owner
    .selectFrom("inquiryMessages")
    .select(["side", "body", "channel", "accountId"])
    .where("inquiryId", "=", (await rowOf(id)).id)
    .orderBy("at")
    .orderBy("id")
    .execute()

test("issue 3 line 11: a member answers by mail, whoever asked answers back; From says nothing", async () => {
  const { id } = await ask()
  const toGroup = await replyToOf(id, "inquiries.asked.group")
  const quoted =
    "水曜にどうぞ。\n\n2026年6月10日(水) 10:00 えにし <inquiry@city.example.jp>:\n> 子どもと一緒でも"
  // Mail servers may change the case of letters.
  expect(await receiveMail(context, mail({ to: toGroup.toUpperCase(), body: quoted }))).toMatchObject({
    outcome: "accepted",
  })
  const toAsker = await replyToOf(id, "inquiries.answered.asker")
  expect(await receiveMail(context, mail({ to: toAsker, body: "ありがとうございます。" }))).toMatchObject({
    outcome: "accepted",
  })
  expect(await saidIn(id)).toMatchObject([
    { side: "asker", channel: "page" },
    { side: "group", channel: "mail", body: "水曜にどうぞ。", accountId: group.editor.accountId },
    { side: "asker", channel: "mail", body: "ありがとうございます。", accountId: null },
  ])
})

test("issue 3 line 11: the same mail delivered twice is taken once", async () => {
  const { id } = await ask()
  const raw = mail({ to: await replyToOf(id, "inquiries.asked.group"), body: "はい。" })
  await receiveMail(context, raw)
  expect(await receiveMail(context, raw)).toMatchObject({ outcome: "accepted" })
  expect(await saidIn(id)).toHaveLength(2)
})

describe("issue 3 line 11: unknown, changed and foreign addresses are refused", () => {
  test.each([
    ["no sign", (id: string) => `inquiry+${id}@city.example.jp`],
    ["a made-up sign", (id: string) => `inquiry+${id}.0123456789abcdef@city.example.jp`],
    ["no token", () => "inquiry@city.example.jp"],
    ["another domain", (id: string) => `inquiry+${id}.0123456789abcdef@elsewhere.example`],
    ["another conversation", () => "inquiry+0000000000.0123456789abcdef@city.example.jp"],
  ])("%s", async (_name, to) => {
    const { id } = await ask()
    const refused = await receiveMail(context, mail({ to: to(id), body: "x" }))
    expect(refused).toEqual({ outcome: "refused", reason: "unknown-address" })
    expect(await saidIn(id)).toHaveLength(1)
  })

  test("the sign of one conversation in another", async () => {
    const one = await ask()
    const other = await ask()
    const sign = (await replyToOf(one.id, "inquiries.asked.group")).split(".")[1]?.split("@")[0]
    const to = `inquiry+${other.id}.${sign}@city.example.jp`
    expect(await receiveMail(context, mail({ to, body: "x" }))).toMatchObject({ outcome: "refused" })
  })

  test("the address of a member who has left since", async () => {
    const { id } = await ask(anonymous, { of: { organisation: world.others.publicId } })
    const to = await replyToOf(id, "inquiries.asked.group")
    const left = { validTo: Temporal.PlainDate.from("2026-06-09") }
    await owner.updateTable("memberships").set(left).where("organisationId", "=", world.others.id).execute()
    expect(await receiveMail(context, mail({ to, body: "x" }))).toMatchObject({ reason: "unknown-address" })
  })
})

test.each([
  ["an absence notice", ["Auto-Submitted: auto-replied"]],
  ["a newsletter", ["List-Id: <news.example>"]],
  ["bulk", ["Precedence: bulk"]],
  ["a bounce", ["Return-Path: <>"]],
])("issue 3 line 11: %s is dropped without a word", async (_name, headers) => {
  const { id } = await ask()
  const to = await replyToOf(id, "inquiries.asked.group")
  const written = mail({ to, body: "不在です", headers })
  expect(await receiveMail(context, written)).toEqual({ outcome: "ignored" })
  expect(await saidIn(id)).toHaveLength(1)
})

test("issue 3 line 11: too much, too little and no mail at all are refused in words", async () => {
  const { id } = await ask()
  const to = await replyToOf(id, "inquiries.asked.group")
  const reasonOf = async (raw: Uint8Array) => {
    const received = await receiveMail(context, raw)
    return received.outcome === "refused" ? received.reason : received.outcome
  }
  expect(await reasonOf(Buffer.alloc(largestMail + 1))).toBe("too-large")
  expect(await reasonOf(mail({ to, body: "> only quoted" }))).toBe("no-text")
  expect(await reasonOf(mail({ to, body: "あ".repeat(4001) }))).toBe("too-long")
  expect(await reasonOf(Buffer.from(""))).toBe("unreadable")
  expect(await reasonOf(Buffer.from("\u0000\u0001 no mail"))).not.toBe("accepted")
})

test("issue 3 line 11: whom the group takes no messages from cannot go on by mail either", async () => {
  const { id } = await ask(anonymous, { address: "blocked@mail.example.jp" })
  await answer(id)
  const to = await replyToOf(id, "inquiries.answered.asker")
  await blockAsker(as(group.editor), { id })
  expect(await receiveMail(context, mail({ to, body: "x" }))).toEqual({
    outcome: "refused",
    reason: "blocked",
  })
})

test("issue 3 line 11: two programs that answer each other are stopped after thirty mails in an hour", async () => {
  const { id } = await ask()
  const { id: inquiryId } = await rowOf(id)
  const at = world.clock.now()
  const said = { inquiryId, side: "asker", name: "x", body: "x", channel: "mail", at }
  const values = Array.from({ length: 30 }, () => ({ ...said, id: crypto.randomUUID() }))
  await owner.insertInto("inquiryMessages").values(values).execute()
  const to = await replyToOf(id, "inquiries.asked.group")
  expect(await receiveMail(context, mail({ to, body: "x" }))).toMatchObject({ reason: "too-many" })
})

test("issue 3 line 11: without a reply address no mail can be answered, and letters say so", async () => {
  const { askGroup } = await import("./ask.ts")
  const asking = { name: "小林", address: "page@mail.example.jp", lang: "ja", body: "x" } as const
  const { id } = await askGroup(as(anonymous), { ...asking, of: { organisation: group.publicId } })
  const [letter] = await mailOf(id)
  expect(letter?.replyTo).toBeNull()
  expect(letter?.body).toContain("このメールに返信しても届きません")
  const nobody = await asActor(as(anonymous), (tx) => tx.selectFrom("inquiries").select("id").execute())
  expect(nobody).toEqual([])
})
