import { authorise, type Actor, type Hat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Invalid, NotFound } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { command } from "#kernel/transaction.ts"
import { canKeepViews } from "../policy.ts"

export type SavedViewInput = {
  readonly list: string
  readonly name: string
  readonly query: string
  readonly shared: boolean
}

/** More than these would no longer be found among the tabs. */
const mostViews = 20

/** Gives what is asked of a list a name; the same name again means the new way of asking. */
export const saveView = command("accounts.save-view", async (work, input: SavedViewInput) => {
  const { hat, accountId, bodyId } = keeper(work.actor)
  const { count } = await work.tx
    .selectFrom("savedViews")
    .where("accountId", "=", accountId)
    .where("list", "=", input.list)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow()
  if (count >= mostViews) throw new Invalid({ name: "accounts:views.error.too-many" })
  const { list, name, query, shared } = input
  const { id } = await work.tx
    .insertInto("savedViews")
    .values({ id: newId(), accountId, bodyId, list, name, query, shared, createdAt: work.now })
    .onConflict((conflict) =>
      conflict.columns(["accountId", "list", "name"]).doUpdateSet({ query, shared, bodyId }),
    )
    .returning("id")
    .executeTakeFirstOrThrow()
  await audit(work, { hat, subject: { kind: "saved-view", id }, payload: { list, name, query, shared } })
  return { id }
})

/** Only the person who saved it takes it away; another's is not found. */
export const forgetView = command("accounts.forget-view", async (work, input: { readonly id: string }) => {
  const { hat, accountId } = keeper(work.actor)
  const gone = await work.tx
    .deleteFrom("savedViews")
    .where("id", "=", input.id)
    .where("accountId", "=", accountId)
    .returning(["list", "name"])
    .executeTakeFirst()
  if (!gone) throw new NotFound(`there is no saved view ${input.id} of this person`)
  await audit(work, { hat, subject: { kind: "saved-view", id: input.id }, payload: gone })
  return { id: input.id }
})

/** X15: a list that leaves the house as a file is written down with what was asked and how much it held. */
export const recordListTaken = command(
  "accounts.take-list",
  async (work, { list, ...payload }: { list: string; kind: string; rows: number; query: string }) => {
    const hat = authorise(canKeepViews(work.actor))
    await audit(work, { hat, subject: { kind: "list", id: list }, payload })
    return {}
  },
)

const keeper = (actor: Actor): { hat: Hat; accountId: string; bodyId: string } => {
  const hat = authorise(canKeepViews(actor))
  return { hat, accountId: actor.accountId ?? "", bodyId: actor.wearing?.bodyId ?? "" }
}
