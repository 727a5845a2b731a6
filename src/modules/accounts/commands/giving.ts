import type { Hat, PostRole } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Invalid } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { post } from "#kernel/messages/messages.ts"
import type { Work } from "#kernel/transaction.ts"
import { type Body, listAreas } from "#modules/places"
import { accountFor, recipientsOf } from "../auth/people.ts"
import { postLetter } from "../mail.tsx"
import { isWithin } from "../policy.ts"
import { type HeldPost, postRows } from "../queries/posts.ts"

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

export type Giving = PostInput & {
  /** The file it was brought in with. */
  readonly importId?: string
  /** The field that is wrong when the person has the same place already. */
  readonly field?: string
}

/** One dated place for one person, checked, written, audited and told. The hat was authorised by the caller. */
export const givePost = async (work: Work, hat: Hat, body: Body, input: Giving) => {
  await checkPost(work, hat, input)
  const account = await accountFor(work, input)
  await refuseSecond(work, account.id, input)
  const id = await insertPost(work, account.id, input)
  await auditGiven(work, hat, body, input, { id, account: account.id })
  if (input.tell !== false) await tell(work, body, account.id, input)
  return { id, accountId: account.id }
}

const checkPost = async (work: Work, hat: Hat, input: Giving): Promise<void> => {
  if (input.to && Temporal.PlainDate.compare(input.to, input.from) < 0)
    throw new Invalid({ to: "accounts:error.to-before-from" })
  if (!isWithin(hat, input)) throw new Invalid({ [input.field ?? "areas"]: "accounts:error.more-than-own" })
  if (!input.areaCodes) return
  const known = new Set((await listAreas(work.tx)).map((area) => area.code))
  const fits = input.areaCodes.length > 0 && input.areaCodes.every((code) => known.has(code))
  if (!fits) throw new Invalid({ areas: "web:error.choice" })
}

/** The same place twice at once would only make its end ambiguous. The person's posts are locked meanwhile. */
const refuseSecond = async (work: Work, accountId: string, input: Giving): Promise<void> => {
  const same = await postRows(work.tx)
    .where("accountId", "=", accountId)
    .where("bodyId", "=", input.bodyId)
    .where("programme", "=", input.programme)
    .where("role", "=", input.role)
    .forUpdate()
    .execute()
  if (same.some((held) => overlaps(held, input)))
    throw new Invalid({ [input.field ?? "from"]: "accounts:error.post-twice" })
}

/** Two spans of days, either without an end. */
export const overlaps = (
  held: Pick<HeldPost, "validFrom" | "validTo">,
  { from, to }: Pick<PostInput, "from" | "to">,
): boolean =>
  (held.validTo === null || Temporal.PlainDate.compare(held.validTo, from) >= 0) &&
  (to === null || Temporal.PlainDate.compare(held.validFrom, to) <= 0)

export const insertPost = async (work: Work, accountId: string, input: Giving): Promise<string> => {
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
      importId: input.importId ?? null,
    })
    .execute()
  return id
}

const auditGiven = (
  work: Work,
  hat: Hat,
  body: Body,
  input: Giving,
  { id, account }: { readonly id: string; readonly account: string },
) => {
  const { programme, role, areaCodes: areas } = input
  const dates = { from: input.from.toString(), to: input.to?.toString() ?? null }
  const payload = { account, body: body.slug, programme, role, areas, ...dates }
  return audit(work, { hat, verb: "accounts.grant-post", subject: { kind: "post", id }, payload })
}

const tell = async (work: Work, body: Body, accountId: string, { role, from }: PostInput) =>
  post(work, {
    template: "accounts.post",
    to: await recipientsOf(work.tx, [accountId]),
    write: (lang) => postLetter(work, lang, { body, role, from }),
    bodyId: body.id,
  })
