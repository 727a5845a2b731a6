import { anonymous, systemActor, type Actor } from "#kernel/actor.ts"
import type { Asking } from "../../src/modules/inquiries/commands/ask.ts"
import { askGroup } from "../../src/modules/inquiries/commands/ask.ts"
import { writeMessage } from "../../src/modules/inquiries/commands/reply.ts"
import { newId } from "#kernel/ids.ts"
import { testWorld } from "./database.ts"
import { insertGroup, officerAt } from "./groups.ts"

export const abeno = "271195"
export const hirano = "271268"
export const guestAddress = "kana@mail.example.jp"

/** Osaka on 10 June 2026 with a group that can be asked, somebody who asks, and the offices that matter. */
export const inquiriesWorld = async () => {
  const world = await testWorld({ now: "2026-06-10T10:00:00+09:00" })
  const { owner, as } = world
  const replying = (actor: Actor) => ({ ...as(actor), replyAddress: "inquiry@city.example.jp" })
  const group = await insertGroup(owner)
  const others = await insertGroup(owner, { name: "平野みどりの会", areaCode: hirano })

  const person = async (name: string): Promise<Actor & { readonly accountId: string }> => {
    const id = newId()
    const address = `${id}@example.jp`
    await owner.insertInto("accounts").values({ id, name, email: address }).execute()
    return { ...anonymous, accountId: id, name, address }
  }

  const ask = (actor: Actor = anonymous, change: Partial<Asking> = {}) =>
    askGroup(replying(actor), {
      of: { organisation: group.publicId },
      name: "小林 かな",
      address: actor.accountId ? null : guestAddress,
      lang: "ja",
      body: "子どもと一緒でも参加できますか。",
      ...change,
    })

  const answer = (id: string, actor: Actor = group.editor, body = "もちろんです。") =>
    writeMessage(replying(actor), { id, side: "group", body })

  const rowOf = (publicId: string) =>
    owner.selectFrom("inquiries").selectAll().where("publicId", "=", publicId).executeTakeFirstOrThrow()

  const mailOf = async (publicId: string) =>
    owner
      .selectFrom("messages")
      .select(["template", "address", "subject", "body", "link", "replyTo", "bodyId"])
      .where("aboutId", "=", (await rowOf(publicId)).id)
      .orderBy("createdAt")
      .orderBy("id")
      .execute()

  return {
    ...world,
    ...{ group, others, person, ask, answer, rowOf, mailOf, replying },
    program: as(systemActor("test")),
    office: await officerAt(owner, abeno),
    otherOffice: await officerAt(owner, hirano),
    cityOffice: await officerAt(owner, null, "manager"),
  }
}
