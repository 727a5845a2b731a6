import { sql } from "kysely"
import { authorise, type Actor } from "#kernel/actor.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { canReadAsOffice } from "../policy.ts"
import { notOver } from "./list.ts"
import { covered } from "./office-list.ts"
import { getRecord, type ListingRow } from "./records.ts"

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
