import type { Transaction } from "#kernel/transaction.ts"
import type { Address } from "#web/manifest.ts"
import { listNotices } from "./notices.ts"

/** The City's own pages and what it tells now, for search engines. */
export const siteAddresses = async (
  tx: Transaction,
  _most: number,
  now: Temporal.Instant,
): Promise<Address[]> => {
  const pages = await tx
    .selectFrom("siteVersions")
    .innerJoin("sitePages", "sitePages.id", "siteVersions.pageId")
    .select(({ fn }) => ["sitePages.slug", fn.max("siteVersions.publishAt").as("at")])
    .where("sitePages.kind", "<>", "purpose")
    .where("siteVersions.publishAt", "<=", now)
    .groupBy("sitePages.slug")
    .execute()
  const notices = await listNotices(tx, now, false, 1)
  return [
    ...pages.map(({ slug, at }) => ({ path: `/pages/${slug}`, at })),
    ...notices.rows.map(({ publicId, startsAt }) => ({ path: `/notices/${publicId}`, at: startsAt })),
  ]
}
