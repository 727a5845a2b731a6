import { sql, type SelectQueryBuilder } from "kysely"
import type { Actor } from "#kernel/actor.ts"
import type { DB } from "#kernel/database/tables.generated.ts"
import { window, type Page } from "#kernel/paging.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { listingsByIds } from "#modules/listings"
import { findOrganisations, type OrganisationSummary } from "#modules/organisations"
import type { InquiryState } from "../schema.ts"

/** What came to one's groups, or what one sent. */
export type Box = "received" | "sent"

export type InquiryRow = {
  readonly id: string
  readonly publicId: string
  readonly organisationId: string
  readonly listingId: string | null
  readonly state: InquiryState
  readonly askerName: string
  readonly lastAt: Temporal.Instant
  readonly waitingSince: Temporal.Instant | null
  /** How the latest message begins, and who wrote it. */
  readonly lastBody: string
  readonly lastSide: "asker" | "group" | "office"
}

/** With the names of the group and of the listing that it is about. */
export type ShownRow = InquiryRow & {
  readonly group: OrganisationSummary | undefined
  readonly listing: string | null
}

export const listSize = 20

const latest = (what: "body" | "side") => sql<string>`(
  select left(m.${sql.ref(what)}, 120) from inquiry_messages m
  where m.inquiry_id = inquiries.id order by m.at desc, m.id desc limit 1)`

export const rowColumns = [
  "id",
  "publicId",
  "organisationId",
  "listingId",
  "state",
  "askerName",
  "lastAt",
  "waitingSince",
] as const

export const withLatest = <O>(query: SelectQueryBuilder<DB, "inquiries", O>) =>
  query.select(rowColumns).select([latest("body").as("lastBody"), latest("side").as("lastSide")])

type Filter = { readonly box: Box; readonly state: InquiryState | null; readonly page: number }

/** The waiting ones first, the longest on top; then what moved last. */
export const listInquiries = async (
  tx: Transaction,
  actor: Actor,
  { box, state, page }: Filter,
): Promise<Page<ShownRow>> => {
  const { limit, offset } = window(page, listSize)
  const mine = <O>(query: SelectQueryBuilder<DB, "inquiries", O>) =>
    narrowed(query, actor, box).$if(state !== null, (chosen) => chosen.where("state", "=", state ?? ""))
  const { total } = await mine(tx.selectFrom("inquiries"))
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow()
  const rows = await withLatest(mine(tx.selectFrom("inquiries")))
    .orderBy(sql`waiting_since asc nulls last`)
    .orderBy("lastAt", "desc")
    .limit(limit)
    .offset(offset)
    .$castTo<InquiryRow>()
    .execute()
  return { rows: await withNames(tx, rows), total: Number(total), page, size: listSize }
}

const narrowed = <O>(query: SelectQueryBuilder<DB, "inquiries", O>, actor: Actor, box: Box) => {
  if (box === "sent") return query.where("askerAccountId", "=", actor.accountId)
  const groups = actor.memberships.map(({ organisationId }) => organisationId)
  return query.where(sql<boolean>`organisation_id = any (${groups}::uuid[])`)
}

/** How many wait for an answer of one's groups. */
export const countWaiting = async (tx: Transaction, actor: Actor): Promise<number> => {
  const { total } = await narrowed(tx.selectFrom("inquiries"), actor, "received")
    .where("state", "=", "open")
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow()
  return Number(total)
}

export const withNames = async <R extends Pick<InquiryRow, "organisationId" | "listingId">>(
  tx: Transaction,
  rows: readonly R[],
): Promise<(R & Pick<ShownRow, "group" | "listing">)[]> => {
  const groups = await findOrganisations(
    tx,
    rows.map(({ organisationId }) => organisationId),
  )
  const listings = await listingsByIds(
    tx,
    rows.flatMap(({ listingId }) => listingId ?? []),
  )
  return rows.map((row) => ({
    ...row,
    group: groups.get(row.organisationId),
    listing: listings.get(row.listingId ?? "")?.title ?? null,
  }))
}
