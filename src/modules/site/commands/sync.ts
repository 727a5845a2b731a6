import { newId } from "#kernel/ids.ts"
import { touch } from "#kernel/stamps.ts"
import { hatOf, type Work } from "#kernel/transaction.ts"
import { shippedPages, type ShippedPage } from "../shipped/pages.ts"

/** Puts in the pages that no city begins without. What is there is the City's own and stays as it is. */
export const syncPages = async (work: Work): Promise<void> => {
  const known = await work.tx.selectFrom("sitePages").select("slug").execute()
  const slugs = new Set(known.map(({ slug }) => slug))
  const missing = shippedPages(work.city)
    .map((page, position) => ({ page, position }))
    .filter(({ page }) => !slugs.has(page.slug))
  for (const { page, position } of missing) await ship(work, page, position)
  if (missing.length > 0) touch(work, "site")
}

const ship = async (work: Work, { slug, kind, contents }: ShippedPage, position: number): Promise<void> => {
  const page = await work.tx
    .insertInto("sitePages")
    .values({ id: newId(), slug, kind, position, createdAt: work.now })
    .onConflict((row) => row.column("slug").doNothing())
    .returning("id")
    .executeTakeFirst()
  if (!page) return
  await work.tx
    .insertInto("siteVersions")
    .values({
      ...{ id: newId(), pageId: page.id, number: 1, at: work.now, publishAt: work.now },
      contents: JSON.stringify(contents),
      hat: hatOf(work),
      asksConsent: kind === "terms",
    })
    .execute()
}
