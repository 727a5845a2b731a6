import { authorise, ownHat, type PostRole } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { dayOf } from "#kernel/clock.ts"
import { Conflict, Invalid, NotFound } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { post } from "#kernel/messages/messages.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { findBody, listAreas, listBodies } from "#modules/places"
import { accountFor, recipientsOf } from "../auth/people.ts"
import { writeProof } from "../auth/proofs.ts"
import { invitationLetter, postLetter } from "../mail.tsx"
import { canManagePosts } from "../policy.ts"
import { type HeldPost, postRows } from "../queries/posts.ts"
import { address as addressSchema } from "../schema.ts"

export type PostInput = {
  readonly address: string
  /** For an account that does not exist yet. */
  readonly name?: string
  readonly bodyId: string
  readonly programme: string
  readonly role: PostRole
  /** null: the whole city. */
  readonly areaCodes: readonly string[] | null
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate | null
  /** A mail tells the person. */
  readonly tell?: boolean
}

/** Gives a person a dated place in a body; it may be set ahead. */
export const grantPost = command("accounts.grant-post", async (work, input: PostInput) => {
  const body = await findBody(work.tx, input.bodyId)
  if (!body) throw new NotFound(`there is no body ${input.bodyId}`)
  const hat = authorise(canManagePosts(work.actor, body))
  await checkPost(work, input)
  const account = await accountFor(work, input)
  await refuseSecond(work, account.id, input)
  const id = await insertPost(work, account.id, input)
  const { programme, role, areaCodes: areas } = input
  const dates = { from: input.from.toString(), to: input.to?.toString() ?? null }
  await audit(work, {
    hat,
    subject: { kind: "post", id },
    payload: { account: account.id, body: body.slug, programme, role, areas, ...dates },
  })
  if (input.tell !== false) {
    await post(work, {
      template: "accounts.post",
      to: await recipientsOf(work.tx, [account.id]),
      write: (lang) => postLetter(work, lang, { body, role: input.role, from: input.from }),
      bodyId: body.id,
    })
  }
  return { id, accountId: account.id }
})

const checkPost = async (work: Work, input: PostInput): Promise<void> => {
  if (input.to && Temporal.PlainDate.compare(input.to, input.from) < 0)
    throw new Invalid({ to: "accounts:error.to-before-from" })
  if (!input.areaCodes) return
  const known = new Set((await listAreas(work.tx)).map((area) => area.code))
  const fits = input.areaCodes.length > 0 && input.areaCodes.every((code) => known.has(code))
  if (!fits) throw new Invalid({ areas: "web:error.choice" })
}

/** The same place twice at once would only make its end ambiguous. The person's posts are locked meanwhile. */
const refuseSecond = async (work: Work, accountId: string, input: PostInput): Promise<void> => {
  const same = await postRows(work.tx)
    .where("accountId", "=", accountId)
    .where("bodyId", "=", input.bodyId)
    .where("programme", "=", input.programme)
    .where("role", "=", input.role)
    .forUpdate()
    .execute()
  if (same.some((held) => overlaps(held, input))) throw new Invalid({ from: "accounts:error.post-twice" })
}

const overlaps = (held: HeldPost, { from, to }: PostInput): boolean =>
  (held.validTo === null || Temporal.PlainDate.compare(held.validTo, from) >= 0) &&
  (to === null || Temporal.PlainDate.compare(held.validFrom, to) <= 0)

const insertPost = async (work: Work, accountId: string, input: PostInput): Promise<string> => {
  const id = newId()
  await work.tx
    .insertInto("posts")
    .values({
      id,
      accountId,
      bodyId: input.bodyId,
      programme: input.programme,
      role: input.role,
      areaCodes: input.areaCodes ? [...input.areaCodes] : null,
      validFrom: input.from,
      validTo: input.to,
    })
    .execute()
  return id
}

/** Sets the last day of a post; what was done under its hat stays as it is. */
export const endPost = command(
  "accounts.end-post",
  async (work, input: { readonly id: string; readonly to: Temporal.PlainDate }) => {
    const { held, hat } = await lockManaged(work, input.id)
    if (Temporal.PlainDate.compare(input.to, held.validFrom) < 0)
      throw new Invalid({ to: "accounts:error.to-before-from" })
    await keepAnAdministrator(work, held, input.to)
    await work.tx.updateTable("posts").set({ validTo: input.to }).where("id", "=", held.id).execute()
    const payload = { from: held.validTo?.toString() ?? null, to: input.to.toString() }
    await audit(work, { hat, subject: { kind: "post", id: held.id }, payload: { last: payload } })
    return { id: held.id }
  },
)

/** Takes back a post that was set ahead and has not begun: nobody ever wore its hat. */
export const withdrawPost = command(
  "accounts.withdraw-post",
  async (work, input: { readonly id: string }) => {
    const { held, hat } = await lockManaged(work, input.id)
    if (Temporal.PlainDate.compare(held.validFrom, today(work)) <= 0)
      throw new Conflict("the post has begun", { say: "web:error.moved-on" })
    await work.tx.deleteFrom("posts").where("id", "=", held.id).execute()
    const { accountId: account, programme, role } = held
    const payload = { account, programme, role, from: held.validFrom.toString() }
    await audit(work, { hat, subject: { kind: "post", id: held.id }, payload })
    return { id: held.id }
  },
)

const lockManaged = async (work: Work, id: string) => {
  const held = await postRows(work.tx).where("id", "=", id).forUpdate().executeTakeFirst()
  if (!held) throw new NotFound(`there is no post ${id}`)
  return { held, hat: authorise(canManagePosts(work.actor, { id: held.bodyId })) }
}

/** The City always keeps somebody who can give posts. */
const keepAnAdministrator = async (work: Work, held: HeldPost, last: Temporal.PlainDate): Promise<void> => {
  const offices = (await listBodies(work.tx)).filter((body) => body.kind === "city").map((body) => body.id)
  if (held.role !== "administrator" || !offices.includes(held.bodyId)) return
  const others = await postRows(work.tx)
    .where("id", "!=", held.id)
    .where("role", "=", "administrator")
    .where("bodyId", "in", offices)
    .where("programme", "in", ["*", "accounts"])
    .where("validFrom", "<=", last.add({ days: 1 }))
    .where((eb) => eb.or([eb("validTo", "is", null), eb("validTo", ">", last)]))
    .forUpdate()
    .execute()
  if (others.length === 0) throw new Invalid({ to: "accounts:error.last-administrator" })
}

const today = (work: Work): Temporal.PlainDate => dayOf(work.now, work.city.zone)

/** An invitation may wait over a weekend in a mailbox. */
const invitationMinutes = 3 * 24 * 60

/**
 * Makes the first administrator of the city, or a further one, from the command line: an account, the post, and a
 * mail with a link that signs in once. The link is answered too, for set-ups that cannot send mail yet.
 */
export const inviteAdministrator = command("accounts.invite-administrator", async (work, typed: string) => {
  const hat = authorise(work.actor.system ? ownHat(work.actor) : "refused")
  const { data: address } = addressSchema().safeParse(typed)
  if (address === undefined) throw new Invalid({ address: "web:error.mail" })
  const body = (await listBodies(work.tx)).find((each) => each.slug === "city")
  if (!body) throw new NotFound("the city has no body called city")
  const account = await accountFor(work, { address })
  await ensureAdministrator(work, account.id, body.id)
  await audit(work, { hat, subject: { kind: "account", id: account.id }, payload: { body: body.slug } })
  const [recipient] = await recipientsOf(work.tx, [account.id])
  if (!recipient) throw new NotFound("the account cannot be read")
  const { token } = await writeProof(work, {
    address: recipient.address,
    lang: recipient.lang,
    next: "/staff",
    minutes: invitationMinutes,
  })
  const link = `${work.baseUrl}/sign-in/link/${token}`
  await post(work, {
    template: "accounts.invitation",
    to: [recipient],
    write: (lang) => invitationLetter(work, lang, link),
    bodyId: null,
  })
  return { accountId: account.id, address: recipient.address, link }
})

const ensureAdministrator = async (work: Work, accountId: string, bodyId: string): Promise<void> => {
  const from = today(work)
  const held = await postRows(work.tx)
    .where("accountId", "=", accountId)
    .where("bodyId", "=", bodyId)
    .where("role", "=", "administrator")
    .where("programme", "=", "*")
    .where((eb) => eb.or([eb("validTo", "is", null), eb("validTo", ">=", from)]))
    .executeTakeFirst()
  if (held) return
  const place = { bodyId, programme: "*", role: "administrator", areaCodes: null, to: null } as const
  await insertPost(work, accountId, { ...place, address: "", from })
}
