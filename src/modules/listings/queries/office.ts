import { sql, type RawBuilder } from "kysely"
import { authorise, type Actor } from "#kernel/actor.ts"
import { window, type Page } from "#kernel/paging.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { organisationsByIds } from "#modules/organisations"
import { canListAsOffice, canReadAsOffice, coversEverything } from "../policy.ts"
import type { ListingState } from "../schema/workflow.ts"
import { inArea, notOver } from "./list.ts"
import { getRecord, type ListingRow } from "./records.ts"

export const officeSize = 50

export type OfficeFilter = {
  readonly q: string
  readonly state: ListingState | null
  readonly area: { readonly code: string; readonly level: "city" | "ward" } | null
  /** Only what came in with dates that somebody should look at. */
  readonly look: boolean
  readonly page: number
}

export type OfficeRow = Pick<
  ListingRow,
  | "id"
  | "publicId"
  | "title"
  | "kind"
  | "state"
  | "nextAt"
  | "endsAt"
  | "firstPublishedAt"
  | "lookAt"
  | "credit"
> & { readonly organisationName: string }

type Condition = RawBuilder<boolean>

/** X17: what the worn post covers, and was public once. Nothing else is counted either. */
const covered = (actor: Actor): Condition => {
  authorise(canListAsOffice(actor))
  const once = sql<boolean>`listings.first_published_at is not null`
  return coversEverything(actor)
    ? once
    : sql<boolean>`${once} and listings.body_id = ${actor.wearing?.bodyId}`
}

const asked = (filter: OfficeFilter, now: Temporal.Instant): Condition[] => [
  ...(filter.state ? [sql<boolean>`listings.state = ${filter.state}`] : []),
  ...(filter.area ? [inArea(filter.area)] : []),
  ...(filter.q ? [sql<boolean>`strpos(lower(listings.title), lower(${filter.q})) > 0`] : []),
  ...(filter.look ? [sql<boolean>`listings.look_at <> '{}' and ${notOver(now)}`] : []),
]

/** The office's list, what changed last first. */
export const listForOffice = async (
  tx: Transaction,
  actor: Actor,
  filter: OfficeFilter,
  now: Temporal.Instant,
): Promise<Page<OfficeRow>> => {
  const fits = sql.join([covered(actor), ...asked(filter, now)], sql` and `)
  const { limit, offset } = window(filter.page, officeSize)
  const { rows: counted } = await sql<{ total: number }>`
    select count(*) as total from listings where ${fits}`.execute(tx)
  const { rows } = await sql<ListingRow>`
    select * from listings where ${fits} order by updated_at desc limit ${limit} offset ${offset}`.execute(tx)
  const organisers = await organisationsByIds(tx, [
    ...new Set(rows.flatMap((row) => row.organisationId ?? [])),
  ])
  return {
    rows: rows.map((row) => ({
      ...row,
      organisationName: organisers.get(row.organisationId ?? "")?.name ?? "",
    })),
    total: counted[0]?.total ?? 0,
    page: filter.page,
    size: officeSize,
  }
}

/** What came in by import with dates to look at and is not over: how many, and since when. */
export const countToLookAt = async (
  tx: Transaction,
  actor: Actor,
  now: Temporal.Instant,
): Promise<{ readonly count: number; readonly since: Temporal.Instant | null }> => {
  const { rows } = await sql<{ count: number; since: Temporal.Instant | null }>`
    select count(*) as count, min(first_published_at) as since from listings
    where ${covered(actor)} and state = 'published' and look_at <> '{}' and ${notOver(now)}`.execute(tx)
  return rows[0] ?? { count: 0, since: null }
}

export type HistoryEntry = {
  readonly at: Temporal.Instant
  readonly event: string
  readonly accountId: string | null
  readonly hat: string
  readonly reason: string
}

/** One listing with what happened to it, for an office that covers it. */
export const getForOffice = async (
  tx: Transaction,
  actor: Actor,
  publicId: string,
): Promise<{ readonly row: ListingRow; readonly history: readonly HistoryEntry[] }> => {
  const row = await getRecord(tx, publicId)
  authorise(canReadAsOffice(actor, row))
  return { row, history: await historyOf(tx, row.id) }
}

/** What happened to a listing, newest first. */
export const historyOf = (tx: Transaction, id: string): Promise<HistoryEntry[]> =>
  tx
    .selectFrom("listingEvents")
    .select(["at", "event", "accountId", "hat", "reason"])
    .where("listingId", "=", id)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .execute()
