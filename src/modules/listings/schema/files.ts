import type { FileRole } from "#kernel/files/files.ts"

/** What files hang on: the kind under which the kernel keeps them. */
export const listingFiles = "listing"

/** One picture, as on a card, and the flyer as it was printed: front and back, or two. */
export const listingFileRoles: readonly FileRole[] = [
  { role: "picture", accepts: "picture", most: 1, needsAlt: true },
  { role: "flyer", accepts: "document", most: 2 },
]
