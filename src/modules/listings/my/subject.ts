import type { OrganisationSummary } from "#modules/organisations"
import type { ListingRow } from "../queries/records.ts"

/** What a form is about: something new of a group, or something that is there. */
export type Subject = {
  readonly organisation: OrganisationSummary
  readonly row: ListingRow | null
  /** Begun with what stays the same since the last one. */
  readonly copied?: boolean
}
