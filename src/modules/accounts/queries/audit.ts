import type { SelectQueryBuilder } from "kysely"
import { startOfDay } from "#kernel/clock.ts"
import type { DB, Json } from "#kernel/database/tables.generated.ts"
import { type Page, window } from "#kernel/paging.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { searchPeople } from "../auth/people.ts"

export type AuditRow = {
  readonly id: string
  readonly at: Temporal.Instant
  readonly accountId: string | null
  readonly hat: string
  readonly verb: string
  readonly subjectKind: string
  readonly subjectId: string
  /** Nothing when it was erased. */
  readonly payload: Json | null
}

export type AuditFilter = {
  readonly person?: string
  readonly kind?: string
  readonly subject?: string
  readonly verb?: string
  readonly day?: Temporal.PlainDate
}

/** What the reader's hat may see: everything, or what was done under the hats of one body. */
export type AuditScope = "all" | { readonly bodyId: string }

type Events<O> = SelectQueryBuilder<DB, "auditEvents", O>

/** X16: who did what under which hat, newest first. */
export const listAudit = async (
  tx: Transaction,
  scope: AuditScope,
  filter: AuditFilter & { readonly zone: string },
  page: number,
  size = 50,
): Promise<Page<AuditRow>> => {
  const accounts = filter.person ? await searchPeople(tx, filter.person, 200) : null
  const ids = accounts?.map((person) => person.id) ?? null
  const matching = <O>(events: Events<O>) => within(narrowed(events, filter, ids), scope)
  const { limit, offset } = window(page, size)
  const rows = await matching(tx.selectFrom("auditEvents"))
    .leftJoin("auditPayloads", "auditPayloads.eventId", "auditEvents.id")
    .select(["auditEvents.id", "at", "accountId", "hat", "verb", "subjectKind", "subjectId", "payload"])
    .orderBy("at", "desc")
    .orderBy("auditEvents.id", "desc")
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await matching(tx.selectFrom("auditEvents"))
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow()
  return { rows, total: Number(total), page, size }
}

const within = <O>(events: Events<O>, scope: AuditScope): Events<O> =>
  scope === "all" ? events : events.where("hat", "like", `post:%:%:${scope.bodyId}:%`)

const narrowed = <O>(
  events: Events<O>,
  filter: AuditFilter & { readonly zone: string },
  accounts: readonly string[] | null,
): Events<O> => {
  let chosen = events
  if (accounts) chosen = chosen.where((eb) => eb("accountId", "=", eb.fn.any(eb.val([...accounts]))))
  if (filter.kind) chosen = chosen.where("subjectKind", "=", filter.kind)
  if (filter.subject) chosen = chosen.where("subjectId", "=", filter.subject)
  if (filter.verb) chosen = chosen.where("verb", "=", filter.verb)
  if (filter.day) {
    chosen = chosen
      .where("at", ">=", startOfDay(filter.day, filter.zone))
      .where("at", "<", startOfDay(filter.day.add({ days: 1 }), filter.zone))
  }
  return chosen
}

/** The verbs that occur, for the filter. */
export const listVerbs = async (tx: Transaction, scope: AuditScope): Promise<string[]> => {
  const rows = await within(tx.selectFrom("auditEvents"), scope)
    .select("verb")
    .distinct()
    .orderBy("verb")
    .execute()
  return rows.map((row) => row.verb)
}

export type SealState = {
  readonly batches: number
  readonly lastSealed: Temporal.Instant | null
  /** Events that the next run of the job will seal. */
  readonly waiting: number
}

export const sealState = async (tx: Transaction): Promise<SealState> => {
  const sealed = await tx
    .selectFrom("auditBatches")
    .select((eb) => [eb.fn.countAll<number>().as("batches"), eb.fn.max("sealedAt").as("lastSealed")])
    .executeTakeFirstOrThrow()
  const { waiting } = await tx
    .selectFrom("auditEvents")
    .leftJoin("auditSealed", "auditSealed.eventId", "auditEvents.id")
    .where("auditSealed.eventId", "is", null)
    .select((eb) => eb.fn.countAll<number>().as("waiting"))
    .executeTakeFirstOrThrow()
  return { batches: Number(sealed.batches), lastSealed: sealed.lastSealed ?? null, waiting: Number(waiting) }
}
