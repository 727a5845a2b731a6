import { sql, type RawBuilder } from "kysely"
import { isAllowed, type Actor } from "#kernel/actor.ts"
import { inPattern, type Question } from "#kernel/question.ts"
import { searchWords, titled } from "#kernel/search.ts"
import type { Transaction } from "#kernel/transaction.ts"
import type { Change, Hit } from "#web/manifest.ts"
import type { View } from "#web/view.ts"
import { canListAsOffice, coversEverything } from "../policy.ts"

const most = 12

/** X17: what the worn post covers and was public once. */
const coveredBy = (actor: Actor): RawBuilder<boolean> => {
  if (!isAllowed(canListAsOffice(actor))) return sql<boolean>`false`
  const once = sql<boolean>`l.first_published_at is not null`
  return coversEverything(actor) ? once : sql<boolean>`(${once} and l.body_id = ${actor.wearing?.bodyId})`
}

type Found = {
  readonly publicId: string
  readonly title: string
  readonly state: string
  readonly covered: boolean
}

/** Listings by their title; those that are public also by how it sounds. What is not over stands first. */
export const lookUpListings = async (
  tx: Transaction,
  actor: Actor,
  view: View,
  question: Question,
): Promise<Hit[]> => {
  const covered = coveredBy(actor)
  const ways = waysOf(question, sql<boolean>`(l.state = 'published' or ${covered})`)
  if (ways.length === 0) return []
  const { rows } = await sql<Found>`
    with found as (${sql.join(ways, sql` union all `)}),
      nearest as (select id, min(rank) as rank from found group by id)
    select l.public_id, l.title, l.state, ${covered} as covered
    from nearest join listings l using (id)
    order by nearest.rank, (l.ends_at is null or l.ends_at > ${view.now}) desc, l.updated_at desc
    limit ${most}`.execute(tx)
  return rows.map((row) => ({
    title: row.title,
    kind: view.text("listings:office.hit"),
    detail: view.t(`listings:state.${row.state}`),
    href: row.covered ? `/staff/listings/${row.publicId}` : `/listings/${row.publicId}`,
  }))
}

const way = (rank: number, condition: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select l.id, ${sql.lit(rank)} as rank from listings l where ${condition} limit 40)`

const waysOf = ({ text, phones }: Question, seen: RawBuilder<boolean>): RawBuilder<unknown>[] => {
  const words = searchWords(text)
  const plain = inPattern(text.toLowerCase())
  if (words.length === 0 || phones.length > 0) return []
  const ways = [way(0, sql`lower(l.title) like ${`${plain}%`} and ${seen}`)]
  if ([...text].length >= 3) ways.push(way(1, sql`lower(l.title) like ${`%${plain}%`} and ${seen}`))
  const byTitle = titled("listing", text, sql<string>`l.id`)
  if (byTitle) ways.push(way(2, sql`l.state = 'published' and ${byTitle}`))
  return ways
}

type Event = {
  readonly publicId: string
  readonly title: string
  readonly event: string
  readonly at: Temporal.Instant
}

/** What happened to listings that the worn post covers, by others than the reader; imports speak for themselves. */
export const listingChanges = async (
  tx: Transaction,
  actor: Actor,
  view: View,
  since: Temporal.Instant,
): Promise<Change[]> => {
  if (!isAllowed(canListAsOffice(actor))) return []
  const { rows } = await sql<Event>`
    select l.public_id, l.title, e.event, e.at from listing_events e join listings l on l.id = e.listing_id
    where e.at >= ${since} and ${coveredBy(actor)} and e.account_id <> ${actor.accountId}
      and e.event in ('publish', 'correct', 'withdraw', 'hide', 'remove', 'reinstate', 'suspend', 'resume')
    order by e.at desc, e.id desc limit 50`.execute(tx)
  return rows.map(({ publicId, title, event, at }) => ({
    title,
    what: view.t(`listings:event.${event}`),
    href: `/staff/listings/${publicId}`,
    at,
  }))
}

/** X16: what the audit's subjects are called, whatever became of them. */
export const listingTitles = async (tx: Transaction, kind: string, ids: readonly string[]) => {
  if (kind !== "listing" || ids.length === 0) return new Map<string, { title: string }>()
  const rows = await tx
    .selectFrom("listings")
    .select(["id", "title"])
    .where((eb) => eb("id", "=", eb.fn.any(eb.val([...ids]))))
    .execute()
  return new Map(rows.map(({ id, title }) => [id, { title }]))
}
