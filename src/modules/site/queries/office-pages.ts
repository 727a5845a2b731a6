import { sql } from "kysely"
import { type Actor, authorise } from "#kernel/actor.ts"
import { NotFound } from "#kernel/errors.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { accountNames } from "#modules/accounts"
import { canReadSite } from "../policy.ts"
import type { SitePage, Version } from "../schema/pages.ts"
import { currentVersion, getPage, nextPublication, versionRows } from "./pages.ts"

export type OfficePage = SitePage & {
  readonly title: string
  readonly currentNumber: number | null
  readonly publishedAt: Temporal.Instant | null
  readonly nextAt: Temporal.Instant | null
  readonly latestNumber: number
  readonly changedAt: Temporal.Instant
}

/** Every page and purpose with where it stands. */
export const listPages = async (
  tx: Transaction,
  actor: Actor,
  now: Temporal.Instant,
): Promise<OfficePage[]> => {
  authorise(canReadSite(actor))
  const { rows } = await sql<OfficePage>`
    select p.id, p.slug, p.kind, p.position, l.contents -> 'ja' ->> 'title' as title,
      c.number as "currentNumber", c.publish_at as "publishedAt", n.publish_at as "nextAt",
      l.number as "latestNumber", l.at as "changedAt"
    from site_pages p
    join lateral (select * from site_versions v where v.page_id = p.id order by number desc limit 1) l on true
    left join lateral (select * from site_versions v where v.page_id = p.id and publish_at <= ${now}
      order by publish_at desc, number desc limit 1) c on true
    left join lateral (select * from site_versions v where v.page_id = p.id and publish_at > ${now}
      order by publish_at limit 1) n on true
    order by p.position, p.slug`.execute(tx)
  return rows
}

export type PageRecord = {
  readonly page: SitePage
  /** All of them, the newest first. */
  readonly versions: readonly Version[]
  readonly current: Version | undefined
  readonly next: Version | undefined
  readonly names: ReadonlyMap<string, string>
}

export const getPageRecord = async (
  tx: Transaction,
  actor: Actor,
  slug: string,
  now: Temporal.Instant,
): Promise<PageRecord> => {
  authorise(canReadSite(actor))
  const page = await getPage(tx, slug)
  const versions = await versionRows(tx).where("pageId", "=", page.id).orderBy("number", "desc").execute()
  return {
    page,
    versions,
    current: await currentVersion(tx, page.id, now),
    next: await nextPublication(tx, page.id, now),
    names: await accountNames(
      tx,
      versions.map(({ accountId }) => accountId),
    ),
  }
}

export const versionOf = ({ versions }: PageRecord, number: number): Version => {
  const version = versions.find((each) => each.number === number)
  if (!version) throw new NotFound(`there is no version ${number}`)
  return version
}
