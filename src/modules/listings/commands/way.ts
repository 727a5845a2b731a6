import type { Work } from "#kernel/transaction.ts"
import type { ListingRow } from "../queries/records.ts"
import { isLookedAtFirst } from "../queries/review.ts"
import type { Way } from "../schema/review.ts"

/** What is said about the publication itself, beside the content. */
export type Terms = {
  /** From when it stands in public; null: at once. */
  readonly publishAt?: Temporal.Instant | null
  readonly noIndex?: boolean
}

/** X13: at once, at the time that was set, or after the look of the office. */
export const wayOf = async (work: Work, row: ListingRow, { publishAt }: Terms): Promise<Way> => {
  if (await isLookedAtFirst(work.tx, work.city, row)) return "submit"
  return publishAt && Temporal.Instant.compare(publishAt, work.now) > 0 ? "schedule" : "publish"
}

export const writeTerms = async (work: Work, row: Pick<ListingRow, "id">, terms: Terms): Promise<void> => {
  if (terms.publishAt === undefined && terms.noIndex === undefined) return
  await work.tx
    .updateTable("listings")
    .set({
      ...(terms.publishAt === undefined ? {} : { publishAt: terms.publishAt }),
      ...(terms.noIndex === undefined ? {} : { noIndex: terms.noIndex }),
    })
    .where("id", "=", row.id)
    .execute()
}
