import type { Transaction } from "#kernel/transaction.ts"
import type { RecordedChanges } from "../schema/changes.ts"

export type ChangeEntry = { readonly at: Temporal.Instant; readonly changes: RecordedChanges }

/** What changed while it was public, newest first. */
export const changesOf = (tx: Transaction, listingId: string, limit: number): Promise<ChangeEntry[]> =>
  tx
    .selectFrom("listingChanges")
    .select(["at", "changes"])
    .where("listingId", "=", listingId)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .$castTo<ChangeEntry>()
    .execute()
