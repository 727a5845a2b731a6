import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Invalid, NotFound } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { post } from "#kernel/messages/messages.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { findBody } from "#modules/places"
import { accountNames, findPersonByAddress, recipientsOf } from "../auth/people.ts"
import { deputyLetter } from "../mail.tsx"
import { canManagePosts, isWithin } from "../policy.ts"
import { type HeldPost, postRows } from "../queries/posts.ts"
import { lockManaged, today } from "./ending.ts"
import { overlaps } from "./giving.ts"

type Naming = {
  readonly postId: string
  readonly address: string
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

/** X18: somebody of the same body stands in for a post's holder from day to day, under the post's hat. */
export const nameDeputy = command("accounts.name-deputy", async (work, input: Naming) => {
  const { held, hat } = await lockManaged(work, input.postId)
  checkDays(work, input)
  if (!isWithin(hat, held)) throw new Invalid({ address: "accounts:error.more-than-own" })
  const accountId = await colleagueOf(work, held, input)
  await refuseTwice(work, held, accountId, input)
  const id = newId()
  const { from: validFrom, to: validTo } = input
  await work.tx
    .insertInto("postDeputies")
    .values({ id, postId: held.id, accountId, validFrom, validTo })
    .execute()
  const payload = { deputy: accountId, from: validFrom.toString(), to: validTo.toString() }
  await audit(work, { hat, subject: { kind: "post", id: held.id }, payload })
  await tell(work, held, accountId, input)
  return { id }
})

const checkDays = (work: Work, { from, to }: Naming): void => {
  if (Temporal.PlainDate.compare(to, from) < 0) throw new Invalid({ until: "accounts:error.to-before-from" })
  if (Temporal.PlainDate.compare(to, today(work)) < 0) throw new Invalid({ until: "accounts:error.day-past" })
}

/** Whoever holds a post of the same body in those days; a stranger is given a post of their own first. */
const colleagueOf = async (work: Work, held: HeldPost, { address, from, to }: Naming): Promise<string> => {
  const person = await findPersonByAddress(work.tx, address)
  if (!person) throw new Invalid({ address: "accounts:error.no-colleague" })
  if (person.id === held.accountId) throw new Invalid({ address: "accounts:error.own-deputy" })
  const theirs = await postRows(work.tx)
    .where("accountId", "=", person.id)
    .where("bodyId", "=", held.bodyId)
    .execute()
  if (!theirs.some((each) => overlaps(each, { from, to })))
    throw new Invalid({ address: "accounts:error.no-colleague" })
  return person.id
}

const refuseTwice = async (
  work: Work,
  held: HeldPost,
  accountId: string,
  { from, to }: Naming,
): Promise<void> => {
  const twice = await work.tx
    .selectFrom("postDeputies")
    .select("id")
    .where("postId", "=", held.id)
    .where("accountId", "=", accountId)
    .where("validFrom", "<=", to)
    .where("validTo", ">=", from)
    .executeTakeFirst()
  if (twice) throw new Invalid({ address: "accounts:error.deputy-twice" })
}

const tell = async (work: Work, held: HeldPost, accountId: string, { from, to }: Naming): Promise<void> => {
  const body = await findBody(work.tx, held.bodyId)
  if (!body) throw new NotFound("the post has no body")
  const name = (await accountNames(work.tx, [held.accountId])).get(held.accountId) ?? ""
  await post(work, {
    template: "accounts.deputy",
    to: await recipientsOf(work.tx, [accountId]),
    write: (lang) => deputyLetter(work, lang, { body, role: held.role, name, from, to }),
    bodyId: body.id,
  })
}

/** The standing in is over at once; what was done stays written under it. */
export const endDeputy = command(
  "accounts.end-deputy",
  async (work, input: { readonly postId: string; readonly id: string }) => {
    const { held } = await lockManaged(work, input.postId)
    const hat = authorise(canManagePosts(work.actor, { id: held.bodyId }))
    const deputy = await work.tx
      .selectFrom("postDeputies")
      .select(["id", "accountId", "validFrom"])
      .where("id", "=", input.id)
      .where("postId", "=", held.id)
      .forUpdate()
      .executeTakeFirst()
    if (!deputy) throw new NotFound(`there is no deputy ${input.id}`)
    const yesterday = today(work).subtract({ days: 1 })
    const began = Temporal.PlainDate.compare(deputy.validFrom, yesterday) <= 0
    if (began)
      await work.tx
        .updateTable("postDeputies")
        .set({ validTo: yesterday })
        .where("id", "=", deputy.id)
        .execute()
    else await work.tx.deleteFrom("postDeputies").where("id", "=", deputy.id).execute()
    await audit(work, { hat, subject: { kind: "post", id: held.id }, payload: { deputy: deputy.accountId } })
    return {}
  },
)
