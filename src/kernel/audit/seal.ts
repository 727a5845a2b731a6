import { createHash } from "node:crypto"
import { sql } from "kysely"
import { hashPayload } from "./audit.ts"
import type { Transaction } from "#kernel/transaction.ts"

// Events are sealed in batches, one hash chain per stream. Sealing is a job, so that no command waits for another.

type EventRow = {
  id: string
  at: string
  accountId: string | null
  hat: string
  verb: string
  subjectKind: string
  subjectId: string
  payloadHash: Buffer
}

const genesis = Buffer.alloc(32)
const largestBatch = 1000

/** The end of a stream's chain at some time; `hash` is hexadecimal. */
export type AuditHead = { readonly stream: string; readonly number: number; readonly hash: string }

/** Seals what is not sealed yet, stream by stream. Returns the new heads: log them, they anchor the chain outside. */
export const sealAudit = async (tx: Transaction, now: Temporal.Instant): Promise<AuditHead[]> => {
  await sql`select pg_advisory_xact_lock(hashtext('audit.seal'))`.execute(tx)
  const { rows: streams } = await sql<{ stream: string }>`
    select distinct stream from audit_events e
    where not exists (select from audit_sealed s where s.event_id = e.id)`.execute(tx)
  const heads: AuditHead[] = []
  for (const { stream } of streams) heads.push(await sealStream(tx, stream, now))
  return heads
}

const sealStream = async (tx: Transaction, stream: string, now: Temporal.Instant): Promise<AuditHead> => {
  const events = await unsealedEvents(tx, stream)
  const last = await tx
    .selectFrom("auditBatches")
    .select(["number", "hash"])
    .where("stream", "=", stream)
    .orderBy("number", "desc")
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const previousHash = last?.hash ?? genesis
  const hash = hashBatch(previousHash, events)
  await tx
    .insertInto("auditBatches")
    .values({ stream, number, sealedAt: now, events: events.length, previousHash, hash })
    .execute()
  await sql`
    insert into audit_sealed (event_id, stream, number, position)
    select id, ${stream}, ${number}, position
    from unnest(${events.map((event) => event.id)}::uuid[]) with ordinality as batch (id, position)`.execute(
    tx,
  )
  return { stream, number, hash: hash.toString("hex") }
}

const eventColumns = sql`e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at,
  e.account_id, e.hat, e.verb, e.subject_kind, e.subject_id, e.payload_hash`

const unsealedEvents = async (tx: Transaction, stream: string): Promise<EventRow[]> => {
  const { rows } = await sql<EventRow>`
    select ${eventColumns} from audit_events e
    where e.stream = ${stream} and not exists (select from audit_sealed s where s.event_id = e.id)
    order by e.id limit ${largestBatch}`.execute(tx)
  return rows
}

const hashBatch = (previous: Buffer, events: readonly EventRow[]): Buffer => {
  const hash = createHash("sha256").update(previous)
  for (const event of events) {
    const { payloadHash, ...plain } = event
    hash.update(
      JSON.stringify([
        plain.id,
        plain.at,
        plain.accountId,
        plain.hat,
        plain.verb,
        plain.subjectKind,
        plain.subjectId,
      ]),
    )
    hash.update(payloadHash)
  }
  return hash.digest()
}

export type AuditFault = {
  readonly stream: string
  readonly number: number
  readonly fault: "broken-chain" | "changed-events" | "missing-events" | "changed-payload"
}

/**
 * Recomputes every chain from the rows as they stand. An erased payload is no fault; a changed one is. That a chain
 * was cut off at its end, only heads that were written down outside the database can tell.
 */
export const verifyAudit = async (
  tx: Transaction,
  heads: readonly AuditHead[] = [],
): Promise<AuditFault[]> => {
  const batches = await tx
    .selectFrom("auditBatches")
    .selectAll()
    .orderBy("stream")
    .orderBy("number")
    .execute()
  const faults: AuditFault[] = []
  let previous: { stream: string; number: number; hash: Buffer } | undefined
  for (const batch of batches) {
    const before = previous?.stream === batch.stream ? previous : undefined
    const chained =
      batch.number === (before?.number ?? 0) + 1 && batch.previousHash.equals(before?.hash ?? genesis)
    if (!chained) faults.push({ stream: batch.stream, number: batch.number, fault: "broken-chain" })
    const fault = await faultOf(tx, batch)
    if (fault) faults.push({ stream: batch.stream, number: batch.number, fault })
    previous = batch
  }
  return [...faults, ...heads.filter((head) => !holds(batches, head)).map(cutOff)]
}

const holds = (
  batches: readonly { stream: string; number: number; hash: Buffer }[],
  head: AuditHead,
): boolean =>
  batches.some(
    ({ stream, number, hash }) =>
      stream === head.stream && number === head.number && hash.toString("hex") === head.hash,
  )

const cutOff = ({ stream, number }: AuditHead): AuditFault => ({ stream, number, fault: "broken-chain" })

const faultOf = async (
  tx: Transaction,
  batch: { stream: string; number: number; events: number; previousHash: Buffer; hash: Buffer },
): Promise<AuditFault["fault"] | null> => {
  const { rows } = await sql<EventRow & { payload: unknown; erased: boolean }>`
    select ${eventColumns}, p.payload, p.event_id is null as erased
    from audit_sealed s join audit_events e on e.id = s.event_id left join audit_payloads p on p.event_id = e.id
    where s.stream = ${batch.stream} and s.number = ${batch.number} order by s.position`.execute(tx)
  if (rows.length !== batch.events) return "missing-events"
  if (!hashBatch(batch.previousHash, rows).equals(batch.hash)) return "changed-events"
  const changed = rows.some(
    (row) => !row.erased && !hashPayload(JSON.stringify(row.payload)).equals(row.payloadHash),
  )
  return changed ? "changed-payload" : null
}
