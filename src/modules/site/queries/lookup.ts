import { sql } from "kysely"
import { isAllowed, type Actor } from "#kernel/actor.ts"
import { inPattern, type Question } from "#kernel/question.ts"
import type { Transaction } from "#kernel/transaction.ts"
import type { Change, Hit, Titles } from "#web/manifest.ts"
import type { View } from "#web/view.ts"
import { canReadSite } from "../policy.ts"

type Titled = { readonly id: string; readonly title: string; readonly href: string }

// The title that a page has now, or had last: versions are few.
const pages = sql`
  select distinct on (p.id) p.id, v.contents -> 'ja' ->> 'title' as title, '/staff/site/pages/' || p.slug as href
  from site_pages p join site_versions v on v.page_id = p.id order by p.id, v.number desc`
const notices = sql`
  select n.id, n.contents -> 'ja' ->> 'title' as title, '/staff/site/notices/' || n.public_id as href
  from site_notices n`

const sources = {
  "site-page": pages,
  "site-notice": notices,
  emergency: sql`select id, contents -> 'ja' ->> 'title' as title, '/staff/site/emergency' as href
    from site_emergencies`,
  promotion: sql`select id, occasion as title, '/staff/site/promotions' as href from site_promotions`,
} as const

/** X16: what the audit's subjects are called. */
export const siteTitles = async (tx: Transaction, kind: string, ids: readonly string[]): Promise<Titles> => {
  const source = Object.entries(sources).find(([name]) => name === kind)?.[1]
  if (!source || ids.length === 0) return new Map()
  const { rows } =
    await sql<Titled>`select * from (${source}) as titled where id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, title, href }) => [id, { title, href }]))
}

/** Pages and notices by words of their title, for those who look after the site. */
export const lookUpSite = async (
  tx: Transaction,
  actor: Actor,
  view: View,
  { text, phones }: Question,
): Promise<Hit[]> => {
  if (!isAllowed(canReadSite(actor)) || phones.length > 0 || [...text].length < 2) return []
  const { rows } = await sql<Titled & { kind: "page" | "notice" }>`
    select *, 'page' as kind from (${pages}) as titled where title ilike ${`%${inPattern(text)}%`}
    union all
    select *, 'notice' as kind from (${notices}) as titled where title ilike ${`%${inPattern(text)}%`}
    order by kind desc, title limit 12`.execute(tx)
  return rows.map(({ title, href, kind }) => ({ title, href, kind: view.text(`site:find.${kind}`) }))
}

type Happened = Titled & { readonly kind: "page" | "notice"; readonly at: Temporal.Instant }

/** Pages and notices that came before the public, written by others than the reader. */
export const siteChanges = async (
  tx: Transaction,
  actor: Actor,
  view: View,
  since: Temporal.Instant,
): Promise<Change[]> => {
  if (!isAllowed(canReadSite(actor))) return []
  const { rows } = await sql<Happened>`
    select 'page' as kind, titled.*, v.publish_at as at from (${pages}) as titled
    join site_versions v on v.page_id = titled.id
    where v.publish_at >= ${since} and v.publish_at <= ${view.now}
      and v.published_by is distinct from ${actor.accountId}::uuid and v.published_by is not null
    union all
    select 'notice' as kind, titled.*, n.starts_at as at from (${notices}) as titled
    join site_notices n on n.id = titled.id
    where n.state = 'published' and n.starts_at >= ${since} and n.starts_at <= ${view.now}
      and n.created_by is distinct from ${actor.accountId}::uuid
    order by at desc limit 50`.execute(tx)
  return rows.map(({ title, href, kind, at }) => ({ title, href, at, what: view.t(`site:event.${kind}`) }))
}
