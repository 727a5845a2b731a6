import { sql, type RawBuilder } from "kysely"
import { authorise, type Actor } from "#kernel/actor.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { organisationsByIds } from "#modules/organisations"
import { canListAsOffice, coversEverything } from "../policy.ts"
import type { ListingState } from "../schema/workflow.ts"
import { inArea, notOver } from "./list.ts"
import type { ListingRow } from "./records.ts"

export type OfficeFilter = {
  readonly now: Temporal.Instant
  readonly q: string
  readonly state: ListingState | null
  readonly kind: string | null
  readonly area: { readonly code: string; readonly level: "city" | "ward" } | null
  /** Only what takes place from this day on. */
  readonly from: Temporal.Instant | null
  /** Only what came in with dates that somebody should look at. */
  readonly look: boolean
}

export type OfficeOrder = { readonly column: string; readonly descending: boolean } | null

export type OfficeRow = ListingRow & { readonly organisationName: string }

type Condition = RawBuilder<unknown>

/** X17: what the worn post covers, and was public once, or waits for its look. Nothing else is counted either. */
export const covered = (actor: Actor, which: "once-public" | "submitted" = "once-public"): Condition => {
  authorise(canListAsOffice(actor))
  // Each by its own partial index; together they would have none.
  const once =
    which === "submitted" ? sql`listings.state = 'submitted'` : sql`listings.first_published_at is not null`
  return coversEverything(actor) ? once : sql`${once} and listings.body_id = ${actor.wearing?.bodyId}`
}

const asked = (filter: OfficeFilter): Condition[] => [
  ...(filter.kind ? [sql`listings.kind = ${filter.kind}`] : []),
  ...(filter.area ? [inArea(filter.area)] : []),
  ...(filter.q ? [sql`strpos(lower(listings.title), lower(${filter.q})) > 0`] : []),
  ...(filter.from ? [sql`(listings.ends_at is null or listings.ends_at >= ${filter.from})`] : []),
  ...(filter.look ? [sql`listings.look_at <> '{}' and ${notOver(filter.now)}`] : []),
]

const orders: Readonly<Record<string, RawBuilder<unknown>>> = {
  title: sql`listings.title collate "ja-x-icu"`,
  next: sql`listings.next_at`,
  published: sql`listings.first_published_at`,
  updated: sql`listings.updated_at`,
  ends: sql`listings.ends_at`,
}

const ordered = (order: OfficeOrder): Condition => {
  const column = order && orders[order.column]
  if (!column) return sql`listings.updated_at desc`
  return sql`${column} ${order.descending ? sql`desc` : sql`asc`} nulls last, listings.id`
}

export type StateCount = { readonly state: ListingState; readonly count: number }

/** The office's list, what changed last first unless another order is asked for. */
export const listForOffice = async (
  tx: Transaction,
  actor: Actor,
  filter: OfficeFilter,
  order: OfficeOrder,
  range: { readonly limit: number; readonly offset: number },
): Promise<{ rows: OfficeRow[]; total: number; states: StateCount[] }> => {
  const which = filter.state === "submitted" ? filter.state : "once-public"
  const fits = sql.join([covered(actor, which), ...asked(filter)], sql` and `)
  const { rows: states } = await sql<StateCount>`
    select state, count(*)::int as count from listings where ${fits} group by state`.execute(tx)
  const inState = filter.state ? sql`${fits} and listings.state = ${filter.state}` : fits
  const { rows } = await sql<ListingRow>`
    select * from listings where ${inState} order by ${ordered(order)}
    limit ${range.limit} offset ${range.offset}`.execute(tx)
  const counted = filter.state ? states.filter(({ state }) => state === filter.state) : states
  return {
    rows: await named(tx, rows),
    states,
    total: counted.reduce((sum, { count }) => sum + count, 0),
  }
}

/** Those of the chosen that the worn post covers. */
export const chosenForOffice = async (
  tx: Transaction,
  actor: Actor,
  publicIds: readonly string[],
): Promise<OfficeRow[]> => {
  const { rows } = await sql<ListingRow>`
    select * from listings where ${covered(actor)} and public_id = any (${[...publicIds]}::text[])
    order by title, id`.execute(tx)
  return named(tx, rows)
}

const named = async (tx: Transaction, rows: readonly ListingRow[]): Promise<OfficeRow[]> => {
  const groups = rows.flatMap(({ organisationId }) => organisationId ?? [])
  const organisers = await organisationsByIds(tx, [...new Set(groups)])
  return rows.map((row) => ({
    ...row,
    organisationName: organisers.get(row.organisationId ?? "")?.name ?? "",
  }))
}
