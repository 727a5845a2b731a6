import type { Transaction } from "#kernel/transaction.ts"

export type Talk = {
  readonly at: Temporal.Instant
  readonly side: "group" | "office"
  readonly body: string
}

/** What was said about a listing that is not public, in its order. */
export const talksOf = (tx: Transaction, listingId: string): Promise<Talk[]> =>
  tx
    .selectFrom("listingTalks")
    .select(["at", "side", "body"])
    .where("listingId", "=", listingId)
    .orderBy("at")
    .orderBy("id")
    .$castTo<Talk>()
    .execute()
