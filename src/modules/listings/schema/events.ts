import { eventType } from "#kernel/events.ts"

type Subject = { readonly id: string }

/** A listing stands in public: for the first time, or again. */
export const listingPublished = eventType<Subject>("listings.published")

/** Something of what is public about a listing changed; `fields` are the names of what was typed anew. */
export const listingCorrected = eventType<Subject & { readonly fields: readonly string[] }>(
  "listings.corrected",
)

export type DatesChange = "cancelled" | "postponed" | "moved" | "planned"

/** Single dates were called off, postponed, moved or put back; the ids are those of the occurrences. */
export const listingDatesChanged = eventType<
  Subject & { readonly change: DatesChange; readonly occurrences: readonly string[]; readonly reason: string }
>("listings.dates-changed")

/** A listing is no longer public: taken back, hidden or removed. */
export const listingHidden = eventType<Subject>("listings.hidden")
