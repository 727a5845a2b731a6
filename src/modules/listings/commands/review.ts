import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Invalid } from "#kernel/errors.ts"
import { command } from "#kernel/transaction.ts"
import { canDo, canPreApprove, canSetReview } from "../policy.ts"
import { lockRecord } from "../queries/records.ts"
import type { Review } from "../schema/review.ts"
import { tellGroup } from "./letters.ts"
import { makePublic } from "./make-public.ts"
import { takeStep } from "./publication.ts"
import { requireAhead, requireRegistered, subjectOf } from "./publish.ts"

type Named = { readonly id: string }

/** X13: the office has looked: it becomes public, at once or at the time that its group has set. */
export const approveListing = command("listings.approve", async (work, { id }: Named) => {
  const row = await lockRecord(work, id)
  const ahead = row.publishAt !== null && Temporal.Instant.compare(row.publishAt, work.now) > 0
  const event = ahead ? "approve-ahead" : "approve"
  const hat = authorise(canDo(work.actor, event, row))
  await requireRegistered(work, row.organisationId)
  if (event === "approve") {
    if (row.state === "submitted") await requireAhead(work, row)
    await makePublic(work, row, event, hat)
  } else {
    await takeStep(work, row, { event, hat })
    await audit(work, { hat, verb: "listings.approve-ahead", subject: subjectOf(row), payload: {} })
  }
  await tellGroup(work, row, event)
  return { id, event }
})

/** X13: the office asks for a change; the reason is for the group. */
export const returnListing = command(
  "listings.return",
  async (work, { id, reason }: Named & { readonly reason: string }) => {
    const row = await lockRecord(work, id)
    const hat = authorise(canDo(work.actor, "return", row))
    if (reason === "") throw new Invalid({ reason: "listings:error.return-reason" })
    await takeStep(work, row, { event: "return", hat, reason })
    await audit(work, { hat, subject: subjectOf(row), payload: { reason } })
    await tellGroup(work, row, "return", reason)
    return { id }
  },
)

/** X13: what a group makes from this listing needs no further look; or does again. */
export const preApproveListing = command(
  "listings.pre-approve",
  async (work, { id, approved }: Named & { readonly approved: boolean }) => {
    const row = await lockRecord(work, id)
    const hat = authorise(canPreApprove(work.actor, row))
    await work.tx
      .updateTable("listings")
      .set({ preApprovedAt: approved ? work.now : null })
      .where("id", "=", row.id)
      .execute()
    await audit(work, { hat, subject: subjectOf(row), payload: { approved } })
    return { id }
  },
)

/** X13: a body sets for itself what it looks at; null: it follows the city's profile again. */
export const setReview = command(
  "listings.set-review",
  async (work, { bodyId, review }: { readonly bodyId: string; readonly review: Review | null }) => {
    const hat = authorise(canSetReview(work.actor, bodyId))
    await work.tx.deleteFrom("listingReviewSettings").where("bodyId", "=", bodyId).execute()
    if (review)
      await work.tx
        .insertInto("listingReviewSettings")
        .values({ bodyId, review, updatedAt: work.now })
        .execute()
    await audit(work, { hat, subject: { kind: "body", id: bodyId }, payload: { review } })
    return { bodyId }
  },
)
