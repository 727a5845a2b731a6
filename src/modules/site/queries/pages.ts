import { NotFound } from "#kernel/errors.ts"
import type { Transaction } from "#kernel/transaction.ts"
import type { PageKind, SitePage, Version } from "../schema/pages.ts"

export const pageRows = (tx: Transaction) =>
  tx
    .selectFrom("sitePages")
    .select(["id", "slug", "kind", "position"])
    .$narrowType<{ readonly kind: PageKind }>()

export const versionRows = (tx: Transaction) =>
  tx
    .selectFrom("siteVersions")
    .select(["id", "pageId", "number", "contents", "why", "at", "accountId", "publishAt", "asksConsent"])
    .$castTo<Version>()

export const getPage = async (tx: Transaction, slug: string): Promise<SitePage> => {
  const page = await pageRows(tx).where("slug", "=", slug).executeTakeFirst()
  if (!page) throw new NotFound(`there is no page ${slug}`)
  return page
}

/** What stands in public at an instant. */
export const currentVersion = (
  tx: Transaction,
  pageId: string,
  now: Temporal.Instant,
): Promise<Version | undefined> =>
  versionRows(tx)
    .where("pageId", "=", pageId)
    .where("publishAt", "<=", now)
    .orderBy("publishAt", "desc")
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst()

/** When something else will stand there by itself. */
export const nextPublication = async (
  tx: Transaction,
  pageId: string,
  now: Temporal.Instant,
): Promise<Version | undefined> =>
  versionRows(tx)
    .where("pageId", "=", pageId)
    .where("publishAt", ">", now)
    .orderBy("publishAt")
    .limit(1)
    .executeTakeFirst()

export const latestVersion = async (tx: Transaction, pageId: string): Promise<Version> =>
  versionRows(tx).where("pageId", "=", pageId).orderBy("number", "desc").limit(1).executeTakeFirstOrThrow()

export type PublicPage = {
  readonly page: SitePage
  readonly version: Version
  readonly until: Temporal.Instant | null
  /** Of terms: the versions that were in force, the newest first. */
  readonly past: readonly Pick<Version, "number" | "publishAt" | "why">[]
}

/** A page of the site as everybody reads it. Texts of purposes stand at their forms, not on pages. */
export const getPublicPage = async (
  tx: Transaction,
  slug: string,
  now: Temporal.Instant,
): Promise<PublicPage> => {
  const page = await getPage(tx, slug)
  const version = page.kind === "purpose" ? undefined : await currentVersion(tx, page.id, now)
  if (!version) throw new NotFound(`${slug} has no public version`)
  const next = await nextPublication(tx, page.id, now)
  return { page, version, until: next?.publishAt ?? null, past: await publishedVersions(tx, page, now) }
}

const publishedVersions = async (tx: Transaction, page: SitePage, now: Temporal.Instant) =>
  page.kind === "terms"
    ? tx
        .selectFrom("siteVersions")
        .select(["number", "publishAt", "why"])
        .where("pageId", "=", page.id)
        .where("publishAt", "<=", now)
        .orderBy("publishAt", "desc")
        .orderBy("number", "desc")
        .execute()
    : []

/** Terms as they once stood: people agreed to them. */
export const getPastTerms = async (
  tx: Transaction,
  slug: string,
  number: number,
  now: Temporal.Instant,
): Promise<Version> => {
  const page = await getPage(tx, slug)
  const version = await versionRows(tx)
    .where("pageId", "=", page.id)
    .where("number", "=", number)
    .where("publishAt", "<=", now)
    .executeTakeFirst()
  if (!version || page.kind !== "terms") throw new NotFound(`${slug} had no version ${number}`)
  return version
}

/** What is to be read at a form. */
export const findPurpose = async (
  tx: Transaction,
  collection: string,
  now: Temporal.Instant,
): Promise<Version | undefined> =>
  versionRows(tx)
    .innerJoin("sitePages", "sitePages.id", "siteVersions.pageId")
    .clearSelect()
    .select([
      "siteVersions.id",
      "siteVersions.pageId",
      "siteVersions.number",
      "siteVersions.contents",
      "siteVersions.why",
      "siteVersions.at",
      "siteVersions.accountId",
      "siteVersions.publishAt",
      "siteVersions.asksConsent",
    ])
    .$castTo<Version>()
    .where("sitePages.slug", "=", `purpose-${collection}`)
    .where("siteVersions.publishAt", "<=", now)
    .orderBy("siteVersions.publishAt", "desc")
    .orderBy("siteVersions.number", "desc")
    .limit(1)
    .executeTakeFirst()
