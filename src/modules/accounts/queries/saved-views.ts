import type { Actor } from "#kernel/actor.ts"
import type { Transaction } from "#kernel/transaction.ts"

export type SavedViewRow = {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly shared: boolean
  readonly own: boolean
}

/** The ways of looking at a list that this person saved, and those that colleagues of the worn body share. */
export const savedViewsOf = async (tx: Transaction, actor: Actor, list: string): Promise<SavedViewRow[]> => {
  const { accountId, wearing } = actor
  if (!accountId || !wearing) return []
  const rows = await tx
    .selectFrom("savedViews")
    .select(["id", "accountId", "name", "query", "shared"])
    .where("list", "=", list)
    .where(({ or, and, eb }) =>
      or([
        eb("accountId", "=", accountId),
        and([eb("shared", "=", true), eb("bodyId", "=", wearing.bodyId)]),
      ]),
    )
    .orderBy("createdAt")
    .limit(40)
    .execute()
  return rows.map(({ accountId: owner, ...row }) => ({ ...row, own: owner === accountId }))
}
