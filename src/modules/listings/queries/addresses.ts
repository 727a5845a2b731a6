import type { Transaction } from "#kernel/transaction.ts"
import type { Address } from "#web/manifest.ts"

/** Public pages of listings that are not over, for search engines; not those that ask to stay out of them. */
export const listingAddresses = async (
  tx: Transaction,
  most: number,
  now: Temporal.Instant,
): Promise<Address[]> => {
  const rows = await tx
    .selectFrom("listings")
    .select(["publicId", "updatedAt"])
    .where("state", "=", "published")
    .where("noIndex", "=", false)
    .where((eb) => eb.or([eb("nextOverAt", "is", null), eb("nextOverAt", ">", now)]))
    .orderBy("updatedAt", "desc")
    .limit(most)
    .execute()
  return rows.map(({ publicId, updatedAt }) => ({ path: `/listings/${publicId}`, at: updatedAt }))
}
