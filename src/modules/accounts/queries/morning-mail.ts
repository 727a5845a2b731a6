import { type Actor, anonymous } from "#kernel/actor.ts"
import type { Transaction } from "#kernel/transaction.ts"
import type { Lang } from "#kernel/messages/messages.ts"
import { recipientsOf } from "../auth/people.ts"
import { postsOf } from "./posts.ts"

export const wantsMorningMail = async (tx: Transaction, { accountId }: Actor): Promise<boolean> =>
  (await tx
    .selectFrom("morningMails")
    .select("accountId")
    .where("accountId", "=", accountId)
    .executeTakeFirst()) !== undefined

export type MorningReader = { readonly actor: Actor; readonly address: string; readonly lang: Lang }

/** Who wants the morning's list and holds a post today; whose posts have ended gets none. */
export const morningReaders = async (
  tx: Transaction,
  today: Temporal.PlainDate,
): Promise<MorningReader[]> => {
  const rows = await tx.selectFrom("morningMails").select("accountId").orderBy("accountId").execute()
  const recipients = await recipientsOf(
    tx,
    rows.map((row) => row.accountId),
  )
  const readers: MorningReader[] = []
  for (const { accountId, address, lang } of recipients) {
    if (!accountId) continue
    const posts = await postsOf(tx, accountId, today)
    if (posts.length > 0) readers.push({ actor: { ...anonymous, accountId, address, posts }, address, lang })
  }
  return readers
}
