import type { Transaction, Work } from "#kernel/transaction.ts"
import type { Identify } from "#web/context.ts"
import type { Lang } from "#web/view.ts"
import type { Auth } from "./auth.ts"

export type Session = {
  readonly id: string
  readonly since: Temporal.Instant
  readonly userAgent: string
}

/** Who sends a request: asks the database only when the cookie is there. */
export const createIdentify =
  (auth: Auth): Identify =>
  async (headers) => {
    const found = await auth.sessionOf(headers)
    if (!found) return null
    const { user } = found
    return {
      accountId: user.id,
      name: user.name || user.email,
      address: user.email,
      lang: (user.lang ?? "ja") as Lang,
    }
  }

/** The sessions of an account that still run, newest first. */
export const listSessions = async (tx: Transaction, accountId: string): Promise<Session[]> => {
  const rows = await tx
    .selectFrom("accountSessions")
    .select(["id", "createdAt as since", "userAgent"])
    .where("userId", "=", accountId)
    .where("expiresAt", ">", Temporal.Now.instant())
    .orderBy("createdAt", "desc")
    .execute()
  return rows.map((row) => ({ ...row, userAgent: row.userAgent ?? "" }))
}

/** Ends one session of an account, or all but one. Answers how many there were. */
export const deleteSessions = async (
  work: Pick<Work, "tx">,
  accountId: string,
  which: { readonly id: string } | { readonly allBut: string },
): Promise<number> => {
  const sessions = work.tx.deleteFrom("accountSessions").where("userId", "=", accountId)
  const chosen =
    "id" in which ? sessions.where("id", "=", which.id) : sessions.where("id", "!=", which.allBut)
  return Number((await chosen.executeTakeFirst()).numDeletedRows)
}

/** What nobody can use any more. */
export const sweepAuth = async (work: Pick<Work, "tx">): Promise<void> => {
  const now = Temporal.Now.instant()
  await work.tx.deleteFrom("accountSessions").where("expiresAt", "<", now).execute()
  await work.tx.deleteFrom("accountVerifications").where("expiresAt", "<", now).execute()
  await work.tx.deleteFrom("attemptLimits").where("expire", "<", now.epochMilliseconds).execute()
}
