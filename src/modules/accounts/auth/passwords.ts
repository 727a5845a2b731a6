import { newId } from "#kernel/ids.ts"
import type { Transaction, Work } from "#kernel/transaction.ts"

const provider = "credential"

export const hasPassword = async (tx: Transaction, accountId: string): Promise<boolean> => {
  const row = await tx
    .selectFrom("accountCredentials")
    .select("id")
    .where("userId", "=", accountId)
    .where("providerId", "=", provider)
    .executeTakeFirst()
  return row !== undefined
}

/** Sets the first password, or one in place of the one before. `hash` is better-auth's. */
export const savePassword = async (
  work: Pick<Work, "tx">,
  accountId: string,
  hash: string,
): Promise<void> => {
  await work.tx.selectFrom("accounts").select("id").where("id", "=", accountId).forUpdate().execute()
  await work.tx
    .deleteFrom("accountCredentials")
    .where("userId", "=", accountId)
    .where("providerId", "=", provider)
    .execute()
  const now = Temporal.Now.instant()
  await work.tx
    .insertInto("accountCredentials")
    .values({
      id: newId(),
      accountId,
      userId: accountId,
      providerId: provider,
      password: hash,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
}
