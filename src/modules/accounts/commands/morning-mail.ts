import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { command } from "#kernel/transaction.ts"
import { canChangeOwn } from "../policy.ts"

/** One's own choice: the list of what waits, by mail in the morning. */
export const chooseMorningMail = command(
  "accounts.choose-morning-mail",
  async (work, { wanted }: { readonly wanted: boolean }) => {
    const hat = authorise(canChangeOwn(work.actor))
    const accountId = work.actor.accountId ?? ""
    if (wanted) {
      await work.tx
        .insertInto("morningMails")
        .values({ accountId, since: work.now })
        .onConflict((row) => row.column("accountId").doNothing())
        .execute()
    } else {
      await work.tx.deleteFrom("morningMails").where("accountId", "=", accountId).execute()
    }
    await audit(work, { hat, subject: { kind: "account", id: accountId }, payload: { wanted } })
    return {}
  },
)
