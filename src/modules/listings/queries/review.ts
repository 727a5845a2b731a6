import type { City } from "#kernel/city.ts"
import type { Transaction } from "#kernel/transaction.ts"
import type { Review } from "../schema/review.ts"
import type { ListingRow } from "./records.ts"

/** What a body has set for itself; nothing where it follows the city's profile. */
export const ownReviewOf = async (tx: Transaction, bodyId: string): Promise<Review | null> => {
  const row = await tx
    .selectFrom("listingReviewSettings")
    .select("review")
    .where("bodyId", "=", bodyId)
    .$castTo<{ review: Review }>()
    .executeTakeFirst()
  return row?.review ?? null
}

/** X13: must the office look at this before it is public? Not at what was made from something it has approved. */
export const isLookedAtFirst = async (
  tx: Transaction,
  city: City,
  row: Pick<ListingRow, "bodyId" | "organisationId" | "templateId">,
): Promise<boolean> => {
  if (row.organisationId === null) return false
  const review = (await ownReviewOf(tx, row.bodyId)) ?? city.settings.listingReview.value
  if (review === "off" || (row.templateId && (await isPreApproved(tx, row.templateId)))) return false
  return review === "all" || !(await hasPublished(tx, row.organisationId))
}

const isPreApproved = async (tx: Transaction, id: string): Promise<boolean> => {
  const template = await tx
    .selectFrom("listings")
    .select("preApprovedAt")
    .where("id", "=", id)
    .executeTakeFirst()
  return template?.preApprovedAt != null
}

const hasPublished = async (tx: Transaction, organisationId: string): Promise<boolean> => {
  const one = await tx
    .selectFrom("listings")
    .select("id")
    .where("organisationId", "=", organisationId)
    .where("firstPublishedAt", "is not", null)
    .where("state", "!=", "removed")
    .limit(1)
    .executeTakeFirst()
  return one !== undefined
}

/** What bodies have set for themselves, by their ids. */
export const listReviews = async (tx: Transaction): Promise<ReadonlyMap<string, Review>> => {
  const rows = await tx
    .selectFrom("listingReviewSettings")
    .select(["bodyId", "review"])
    .$castTo<{ bodyId: string; review: Review }>()
    .execute()
  return new Map(rows.map(({ bodyId, review }) => [bodyId, review]))
}
