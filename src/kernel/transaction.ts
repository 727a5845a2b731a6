import { sql, type Transaction as KyselyTransaction } from "kysely"
import { hatName, ownHat, type Actor, type Hat } from "#kernel/actor.ts"
import type { City } from "#kernel/city.ts"
import type { Clock } from "#kernel/clock.ts"
import type { Database } from "#kernel/database/database.ts"
import type { DB } from "#kernel/database/tables.generated.ts"
import { Conflict } from "#kernel/errors.ts"
import type { Handlers } from "#kernel/events.ts"
import type { FileStore } from "#kernel/files/store.ts"
import type { Outgoing } from "#kernel/messages/outgoing.ts"
import { applyStamps } from "#kernel/stamps.ts"

export type Transaction = KyselyTransaction<DB>

/** What a command needs to know of its surroundings. */
export type Context = {
  readonly database: Database
  readonly actor: Actor
  readonly clock: Clock
  readonly city: City
  readonly handlers: Handlers
  readonly baseUrl: string
  readonly outgoing: Outgoing
  readonly files: FileStore
  /** Where answers by mail arrive, as name@domain; without it mail cannot be answered. */
  readonly replyAddress?: string | undefined
  /** Of this installation alone: codes are made from it that nobody else can make. It is kept and shown nowhere. */
  readonly secret: string
  /** The idempotency key of the form or request, when it has one. */
  readonly formKey?: string
}

/** A context inside its one transaction. `now` is the same instant for everything the command does. */
export type Work = Context & {
  readonly tx: Transaction
  readonly verb: string
  readonly now: Temporal.Instant
  /** Tags of public pages that this transaction changes; written last, in order. */
  readonly stamps: Set<string>
}

/** Whatever comes from the database as one actor: row-level security compares these ids. */
const setActor = async (tx: Transaction, actor: Actor): Promise<void> => {
  const account = actor.system ? "system" : (actor.accountId ?? "")
  const bodies = actor.wearing ? actor.wearing.bodyId : ""
  const organisations = actor.memberships.map(({ organisationId }) => organisationId).join(",")
  await sql`select set_config('app.actor', ${account}, true), set_config('app.bodies', ${bodies}, true),
    set_config('app.organisations', ${organisations}, true)`.execute(tx)
}

/** Reads in one transaction, as the actor: sensitive tables show what is theirs, and nothing to nobody. */
export const asActor = <R>(
  context: Pick<Context, "database" | "actor">,
  read: (tx: Transaction) => Promise<R>,
): Promise<R> =>
  context.database.transaction().execute(async (tx) => {
    await setActor(tx, context.actor)
    return read(tx)
  })

/** Reads of public and member data, in one snapshot. */
export const reading = <R>(
  context: Pick<Context, "database">,
  read: (tx: Transaction) => Promise<R>,
): Promise<R> =>
  context.database.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(read)

/** Runs work in one transaction without a form's key: jobs, imports, the set-up of a city. */
export const working = <R>(context: Context, verb: string, run: (work: Work) => Promise<R>): Promise<R> =>
  context.database.transaction().execute(async (tx) => {
    await setActor(tx, context.actor)
    const work: Work = { ...context, tx, verb, now: context.clock.now(), stamps: new Set() }
    const result = await run(work)
    await applyStamps(work)
    return result
  })

/**
 * A business act: one transaction, once per form key. The second post of the same key, also in parallel, waits for
 * the first and gets its answer. The answer is kept as JSON, so it holds ids and plain values only.
 */
export const command =
  <I, R>(verb: string, run: (work: Work, input: I) => Promise<R>) =>
  (context: Context, input: I): Promise<R> =>
    working(context, verb, (work) => onceByKey(work, () => run(work, input)))

const onceByKey = async <R>(work: Work, run: () => Promise<R>): Promise<R> => {
  const { formKey: key } = work
  if (!key) return run()
  const claimed = await work.tx
    .insertInto("formKeys")
    .values({ key, verb: work.verb, accountId: work.actor.accountId, createdAt: work.now })
    .onConflict((row) => row.column("key").doNothing())
    .returning("key")
    .executeTakeFirst()
  if (!claimed) return earlierAnswer<R>(work, key)
  const result = await run()
  await work.tx
    .updateTable("formKeys")
    .set({ result: JSON.stringify(result ?? null) })
    .where("key", "=", key)
    .execute()
  return result
}

/** What the actor's first post of a form with this key brought about, for a second one that finds nothing to do any more. */
export const findAnswer = async (tx: Transaction, { accountId }: Actor, key: string): Promise<unknown> => {
  const row = await tx
    .selectFrom("formKeys")
    .select("result")
    .where("key", "=", key)
    .where("accountId", "=", accountId)
    .executeTakeFirst()
  return row?.result ?? null
}

const earlierAnswer = async <R>(work: Work, key: string): Promise<R> => {
  const earlier = await work.tx
    .selectFrom("formKeys")
    .select(["verb", "accountId", "result"])
    .where("key", "=", key)
    .executeTakeFirstOrThrow()
  const same = earlier.verb === work.verb && earlier.accountId === work.actor.accountId
  if (!same) throw new Conflict("the form key belongs to another act", { say: "web:error.key" })
  return earlier.result as R
}

/** The hat's stored name, own hat when none is given. */
export const hatOf = (work: Work, hat?: Hat): string => hatName(hat ?? ownHat(work.actor))
