import type { Transaction } from "#kernel/transaction.ts"
import type { ListingState } from "../schema/workflow.ts"

/** What others need to know of a listing that their own records hang on. */
export type ListingSummary = {
  readonly id: string
  readonly publicId: string
  readonly title: string
  readonly organisationId: string | null
  readonly state: ListingState
}

const summaries = (tx: Transaction) =>
  tx
    .selectFrom("listings")
    .select(["id", "publicId", "title", "organisationId", "state"])
    .$narrowType<{ readonly state: ListingState }>()

/** In whatever state: they decide what its state means to them. */
export const findListing = (tx: Transaction, id: string): Promise<ListingSummary | undefined> =>
  summaries(tx).where("id", "=", id).executeTakeFirst()

/** The same by the id in addresses. */
export const findListingByPublicId = (
  tx: Transaction,
  publicId: string,
): Promise<ListingSummary | undefined> => summaries(tx).where("publicId", "=", publicId).executeTakeFirst()

/** Several at once, by id. */
export const listingsByIds = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ListingSummary>> => {
  if (ids.length === 0) return new Map()
  const rows = await summaries(tx)
    .where("id", "in", [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
