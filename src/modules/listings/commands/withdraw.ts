import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { emit } from "#kernel/events.ts"
import { command } from "#kernel/transaction.ts"
import { canDo } from "../policy.ts"
import { lockRecord } from "../queries/records.ts"
import { listingHidden } from "../schema/events.ts"
import { subjectOf } from "./publish.ts"
import { hidePublicly, takeStep } from "./publication.ts"

type Withdrawal = {
  readonly id: string
  /** What those who still come to the page read. */
  readonly reason: string
}

/** Its group takes a listing back; it can be published again. */
export const withdrawListing = command("listings.withdraw", async (work, { id, reason }: Withdrawal) => {
  const row = await lockRecord(work, id)
  const hat = authorise(canDo(work.actor, "withdraw", row))
  await takeStep(work, row, { event: "withdraw", hat, reason })
  await audit(work, { hat, subject: subjectOf(row), payload: { reason } })
  if (row.state === "published") await emit(work, listingHidden, { id: row.id })
  await hidePublicly(work, row)
  return { id }
})
