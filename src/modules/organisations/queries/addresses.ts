import type { Transaction } from "#kernel/transaction.ts"
import type { Address } from "#web/manifest.ts"

/** Public pages of groups that are not long unconfirmed, for search engines. */
export const organisationAddresses = async (tx: Transaction, most: number): Promise<Address[]> => {
  const rows = await tx
    .selectFrom("organisations")
    .select(["publicId", "updatedAt"])
    .where("state", "=", "registered")
    .where("staleAt", "is", null)
    .orderBy("updatedAt", "desc")
    .limit(most)
    .execute()
  return rows.map(({ publicId, updatedAt }) => ({ path: `/organisations/${publicId}`, at: updatedAt }))
}
