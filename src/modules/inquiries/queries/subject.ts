import { isPublicId } from "#kernel/ids.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { findListingByPublicId, type ListingSummary } from "#modules/listings"
import {
  findOrganisation,
  findOrganisationByPublicId,
  type OrganisationSummary,
} from "#modules/organisations"

/** Whom one asks, and about what. */
export type Subject = {
  readonly organisation: OrganisationSummary
  readonly listing: ListingSummary | null
}

export type SubjectOf = { readonly organisation: string } | { readonly listing: string }

/** A registered group, or a published listing of one: nobody else can be asked. */
export const findSubject = async (tx: Transaction, of: SubjectOf): Promise<Subject | null> => {
  if ("organisation" in of) {
    const organisation = isPublicId(of.organisation)
      ? await findOrganisationByPublicId(tx, of.organisation)
      : undefined
    return organisation?.state === "registered" ? { organisation, listing: null } : null
  }
  const listing = isPublicId(of.listing) ? await findListingByPublicId(tx, of.listing) : undefined
  if (listing?.state !== "published" || listing.organisationId === null) return null
  const organisation = await findOrganisation(tx, listing.organisationId)
  return organisation?.state === "registered" ? { organisation, listing } : null
}
