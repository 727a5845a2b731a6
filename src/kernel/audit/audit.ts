import { createHash } from "node:crypto"
import { sql } from "kysely"
import type { Hat } from "#kernel/actor.ts"
import { newId } from "#kernel/ids.ts"
import { hatOf, type Work } from "#kernel/transaction.ts"

export type AuditEntry = {
  /** The hat that the policy answered. */
  readonly hat: Hat
  readonly subject: { readonly kind: string; readonly id: string }
  /** What changed, in plain values. It stands apart from the event, so that it can be erased. */
  readonly payload: Readonly<Record<string, unknown>>
  /** Further verb, when a command does more than its name says. */
  readonly verb?: string
}

/** Writes down who did what under which hat, in the transaction that does it. Rows are sealed by a job. */
export const audit = async (work: Work, entry: AuditEntry): Promise<void> => {
  const id = newId()
  const payload = JSON.stringify(entry.payload)
  const verb = entry.verb ?? work.verb
  const stream = verb.slice(0, verb.indexOf("."))
  await sql`
    with event as (
      insert into audit_events (id, at, stream, account_id, hat, verb, subject_kind, subject_id, payload_hash)
      values (${id}, ${work.now}, ${stream}, ${work.actor.accountId}, ${hatOf(work, entry.hat)}, ${verb},
        ${entry.subject.kind}, ${entry.subject.id}, ${hashPayload(payload)})
    )
    insert into audit_payloads (event_id, payload) values (${id}, ${payload}::jsonb)`.execute(work.tx)
}

/** JSON as the database gives it back has other spaces and another order of keys: hash a canonical form. */
export const hashPayload = (json: string): Buffer =>
  createHash("sha256")
    .update(canonical(JSON.parse(json)))
    .digest()

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (value === null || typeof value !== "object") return JSON.stringify(value)
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${pairs.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(",")}}`
}
