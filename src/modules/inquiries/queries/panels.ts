import type { Transaction } from "#kernel/transaction.ts"
import { findListing } from "#modules/listings"
import { findOrganisation } from "#modules/organisations"
import { findStanding } from "./standings.ts"

/** Where one asks, and in how many days an answer usually comes; null where nobody can be asked. */
export type Askable = { readonly href: string; readonly days: number | null } | null

export const askableGroup = async (tx: Transaction, organisationId: string): Promise<Askable> => {
  const group = await findOrganisation(tx, organisationId)
  if (group?.state !== "registered") return null
  return {
    href: `/organisations/${group.publicId}/inquiry`,
    days: (await findStanding(tx, group.id)).usualDays,
  }
}

/** A listing without a group of its own says by itself where to ask. */
export const askableListing = async (tx: Transaction, listingId: string): Promise<Askable> => {
  const listing = await findListing(tx, listingId)
  if (!listing?.organisationId || listing.state !== "published") return null
  const group = await findOrganisation(tx, listing.organisationId)
  if (group?.state !== "registered") return null
  return { href: `/listings/${listing.publicId}/inquiry`, days: (await findStanding(tx, group.id)).usualDays }
}
