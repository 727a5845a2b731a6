import { sql, type SelectQueryBuilder } from "kysely"
import type { DB } from "#kernel/database/tables.generated.ts"
import { NotFound } from "#kernel/errors.ts"
import { type Page, window } from "#kernel/paging.ts"
import type { Transaction } from "#kernel/transaction.ts"

// Row-level security decides what is there at all: these queries run inside asActor() and only narrow it.

export const messageStates = ["queued", "sent", "failed", "bounced"] as const
export type MessageState = (typeof messageStates)[number]

export type Message = {
  readonly id: string
  readonly address: string
  readonly lang: "ja" | "en" | "ja-easy"
  readonly subject: string
  readonly body: string
  readonly link: string | null
  readonly state: MessageState
  readonly attempts: number
  readonly lastError: string | null
  readonly createdAt: Temporal.Instant
  readonly bodyId: string | null
}

const columns = [
  "id",
  "address",
  "lang",
  "subject",
  "body",
  "link",
  "state",
  "attempts",
  "lastError",
  "createdAt",
  "bodyId",
] as const

type Of = {
  readonly accountId?: string
  readonly bodyId?: string
  readonly state?: MessageState
  /** In the subject or the address. */
  readonly words?: string
}

/** Newest first: of one account, of one body, or everything that the actor may read. */
export const listMessages = async (
  tx: Transaction,
  of: Of,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: Message[]; readonly total: number }> => {
  const rows = await narrowed(tx.selectFrom("messages"), of)
    .select(columns)
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .offset(offset)
    .$castTo<Message>()
    .execute()
  const { total } = await narrowed(tx.selectFrom("messages"), of)
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow()
  return { rows, total: Number(total) }
}

/** One page of them, as a person reads mail. */
export const readMessages = async (tx: Transaction, of: Of, page: number): Promise<Page<Message>> => {
  const size = 20
  return { ...(await listMessages(tx, of, window(page, size))), page, size }
}

const narrowed = <O>(messages: SelectQueryBuilder<DB, "messages", O>, of: Of) => {
  let chosen = messages
  if (of.accountId) chosen = chosen.where("accountId", "=", of.accountId)
  if (of.bodyId) chosen = chosen.where("bodyId", "=", of.bodyId)
  if (of.state) chosen = chosen.where("state", "=", of.state)
  if (of.words)
    chosen = chosen.where(sql<boolean>`strpos(lower(subject || ' ' || address), lower(${of.words})) > 0`)
  return chosen
}

export const getMessage = async (tx: Transaction, id: string): Promise<Message> => {
  const message = await tx
    .selectFrom("messages")
    .select(columns)
    .where("id", "=", id)
    .$castTo<Message>()
    .executeTakeFirst()
  if (!message) throw new NotFound(`there is no message ${id} for this actor`)
  return message
}
