import type { Actor } from "#kernel/actor.ts"
import { NotFound } from "#kernel/errors.ts"
import type { Transaction } from "#kernel/transaction.ts"
import type { PostLine } from "../imports/post-rows.ts"
import { managedBodies } from "../policy.ts"

export type PostImport = {
  readonly id: string
  readonly accountId: string
  readonly source: string
  readonly rows: readonly PostLine[]
  readonly createdAt: Temporal.Instant
  readonly appliedAt: Temporal.Instant | null
  readonly undoneAt: Temporal.Instant | null
}

const seenBy = (tx: Transaction, actor: Actor) => {
  const scope = managedBodies(actor)
  const rows = tx
    .selectFrom("postImports")
    .select(["id", "accountId", "source", "rows", "createdAt", "appliedAt", "undoneAt"])
  if (scope === "all") return rows
  return rows.where("bodyId", "=", scope === "none" ? null : scope.bodyId)
}

/** X17: files of the own body; the City's administrator sees all. */
export const getImport = async (
  tx: Transaction,
  actor: Actor,
  id: string,
  how: "read" | "lock" = "read",
): Promise<PostImport> => {
  const row = await seenBy(tx, actor)
    .where("id", "=", id)
    .$if(how === "lock", (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw new NotFound(`there is no file of posts ${id}`)
  return row as unknown as PostImport
}

export const listImports = async (tx: Transaction, actor: Actor): Promise<PostImport[]> =>
  (await seenBy(tx, actor).orderBy("createdAt", "desc").limit(10).execute()) as unknown as PostImport[]

/** May a file still be undone: was something given, and has none of it begun? */
export const canUndoOn = async (
  tx: Transaction,
  { id, appliedAt, undoneAt }: PostImport,
  today: Temporal.PlainDate,
): Promise<boolean> => {
  if (!appliedAt || undoneAt) return false
  const begun = await tx
    .selectFrom("posts")
    .select("id")
    .where("importId", "=", id)
    .where("validFrom", "<=", today)
    .executeTakeFirst()
  return begun === undefined
}
