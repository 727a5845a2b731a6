import { sql } from "kysely"
import { NotFound } from "#kernel/errors.ts"
import { isPublicId } from "#kernel/ids.ts"
import type { Lang } from "#kernel/messages/messages.ts"
import type { Transaction } from "#kernel/transaction.ts"
import type { InquiryState, Side } from "../schema.ts"

// Row-level security decides what is there at all: these queries run as their actor and only narrow it.

export type InquiryRecord = {
  readonly id: string
  readonly publicId: string
  readonly organisationId: string
  readonly listingId: string | null
  readonly state: InquiryState
  readonly version: number
  readonly askerAccountId: string | null
  readonly askerName: string
  readonly askerAddress: string
  readonly askerLang: Lang
  readonly askerKey: string
  readonly mailKey: string
  readonly officeBodies: readonly string[]
  readonly askedAt: Temporal.Instant
  readonly answeredAt: Temporal.Instant | null
  readonly waitingSince: Temporal.Instant | null
  readonly lastAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | null
  readonly forgottenAt: Temporal.Instant | null
  readonly byKey: boolean
}

const columns = [
  "id",
  "publicId",
  "organisationId",
  "listingId",
  "state",
  "version",
  "askerAccountId",
  "askerName",
  "askerAddress",
  "askerLang",
  "askerKey",
  "mailKey",
  "officeBodies",
  "askedAt",
  "answeredAt",
  "waitingSince",
  "lastAt",
  "closedAt",
  "forgottenAt",
] as const

/** From now on this transaction also sees the conversation that the key opens. */
export const comeWithKey = async (tx: Transaction, key: string): Promise<void> => {
  await sql`select set_config('app.inquiry_key', ${key}, true)`.execute(tx)
}

const rowOf = (tx: Transaction, publicId: string) =>
  tx
    .selectFrom("inquiries")
    .select(columns)
    .where("publicId", "=", publicId)
    .$castTo<Omit<InquiryRecord, "byKey">>()

type Wanted = { readonly id: string; readonly key?: string | undefined }

const found = async (
  tx: Transaction,
  { id, key }: Wanted,
  read: () => Promise<Omit<InquiryRecord, "byKey"> | undefined>,
): Promise<InquiryRecord> => {
  if (key) await comeWithKey(tx, key)
  const row = isPublicId(id) ? await read() : undefined
  if (!row) throw new NotFound(`there is no inquiry ${id} for this actor`)
  return { ...row, byKey: key !== undefined && key === row.askerKey }
}

export const getRecord = (tx: Transaction, wanted: Wanted): Promise<InquiryRecord> =>
  found(tx, wanted, () => rowOf(tx, wanted.id).executeTakeFirst())

/** Locked until the transaction ends. */
export const lockRecord = (tx: Transaction, wanted: Wanted): Promise<InquiryRecord> =>
  found(tx, wanted, () => rowOf(tx, wanted.id).forUpdate().executeTakeFirst())

export type InquiryMessage = {
  readonly id: string
  readonly side: Side
  readonly accountId: string | null
  readonly name: string
  readonly body: string
  readonly channel: "page" | "mail"
  readonly at: Temporal.Instant
}

/** What was said, in its order. */
export const messagesOf = (tx: Transaction, inquiryId: string): Promise<InquiryMessage[]> =>
  tx
    .selectFrom("inquiryMessages")
    .select(["id", "side", "accountId", "name", "body", "channel", "at"])
    .where("inquiryId", "=", inquiryId)
    .orderBy("at")
    .orderBy("id")
    .$castTo<InquiryMessage>()
    .execute()

export type InquiryCase = {
  readonly id: string
  readonly inquiryId: string
  readonly kind: "help" | "report"
  readonly side: "asker" | "group" | "program"
  readonly reason: string
  readonly note: string
  readonly at: Temporal.Instant
  readonly dueOn: Temporal.PlainDate
  readonly settledAt: Temporal.Instant | null
  readonly outcome: string
}

export const caseColumns = [
  "id",
  "inquiryId",
  "kind",
  "side",
  "reason",
  "note",
  "at",
  "dueOn",
  "settledAt",
  "outcome",
] as const

/** What the office was asked about a conversation, as far as the actor may know. */
export const casesOf = (tx: Transaction, inquiryId: string): Promise<InquiryCase[]> =>
  tx
    .selectFrom("inquiryCases")
    .select(caseColumns)
    .where("inquiryId", "=", inquiryId)
    .orderBy("at", "desc")
    .$castTo<InquiryCase>()
    .execute()

/** Does the group take no more messages from this address or account? */
export const isBlocked = async (
  tx: Transaction,
  organisationId: string,
  asker: { readonly addressKey: string; readonly accountId: string | null },
): Promise<boolean> => {
  const { rows } = await sql<{ blocked: boolean }>`
    select inquiry_blocked(${organisationId}::uuid, ${asker.addressKey}, ${asker.accountId}::uuid) as blocked`.execute(
    tx,
  )
  return rows[0]?.blocked ?? false
}

/** Whoever moves a group's conversations and whoever begins one wait for each other. */
export const waitForGroup = async (tx: Transaction, organisationId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`inquiries:${organisationId}`}, 0))`.execute(tx)
}
