import type { Work } from "#kernel/transaction.ts"

/** Told by whatever publishes for a group, in its transaction: activity-publishing.U4 asks who fell silent. */
export const notePublished = async (work: Work, id: string, day: Temporal.PlainDate): Promise<void> => {
  await work.tx
    .updateTable("organisations")
    .set({ lastPublishedOn: day })
    .where("id", "=", id)
    .where(({ or, eb }) => or([eb("lastPublishedOn", "is", null), eb("lastPublishedOn", "<", day)]))
    .execute()
}
