import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { canDo } from "../policy.ts"
import { lockRecord, type ListingRow } from "../queries/records.ts"
import { tellGroup } from "./letters.ts"
import { takeStep } from "./publication.ts"
import { subjectOf } from "./publish.ts"

/** activity-publishing.R8: one click says that size and way still fit. */
export const confirmListing = command("listings.confirm", async (work, { id }: { readonly id: string }) => {
  const row = await lockRecord(work, id)
  const hat = authorise(canDo(work.actor, "confirm", row))
  await takeStep(work, row, { event: "confirm", hat })
  await work.tx.updateTable("listings").set({ confirmedAt: work.now }).where("id", "=", row.id).execute()
  await audit(work, { hat, subject: subjectOf(row), payload: {} })
  return { id }
})

/** activity-publishing.R8: asks the people of a group by mail; what they do about it is theirs. */
export const askGroup = async (work: Work, row: ListingRow): Promise<void> => {
  await work.tx.updateTable("listings").set({ askedAt: work.now }).where("id", "=", row.id).execute()
  await tellGroup(work, row, "ask")
}
