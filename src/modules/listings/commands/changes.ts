import { newId } from "#kernel/ids.ts"
import type { Work } from "#kernel/transaction.ts"
import type { ListingRow } from "../queries/records.ts"
import type { RecordedChanges } from "../schema/changes.ts"

/** Writes down for everybody what changed while it was public. */
export const recordChanges = async (
  work: Work,
  row: Pick<ListingRow, "id">,
  changes: RecordedChanges | null,
): Promise<void> => {
  if (!changes) return
  await work.tx
    .insertInto("listingChanges")
    .values({ id: newId(), listingId: row.id, at: work.now, changes: JSON.stringify(changes) })
    .execute()
}
