import { authorise, type Hat, type Permission, postHat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Conflict, Invalid, NotFound } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { type Body, listBodies } from "#modules/places"
import { checkRows, type RowWords } from "../imports/check-rows.ts"
import type { PostLine } from "../imports/post-rows.ts"
import { canManagePosts } from "../policy.ts"
import { postRows } from "../queries/posts.ts"
import { getImport } from "../queries/post-imports.ts"
import { administrators, endingAlone, keepAnAdministrator, removeHeld, today } from "./ending.ts"
import { givePost } from "./giving.ts"

const administratorHat = (work: Work): Permission =>
  postHat(work.actor, "accounts", "administrator", null) ?? "refused"

/** Keeps the rows of a file, so that they are looked at before anything is given. */
export const keepPostFile = command(
  "accounts.keep-post-file",
  async (work, { source, lines }: { readonly source: string; readonly lines: readonly PostLine[] }) => {
    const hat = authorise(administratorHat(work))
    const { accountId, wearing } = work.actor
    if (!accountId || !wearing) throw new NotFound("nobody brings a file without a post")
    const id = newId()
    await work.tx
      .insertInto("postImports")
      .values({
        id,
        accountId,
        bodyId: wearing.bodyId,
        source,
        rows: JSON.stringify(lines),
        createdAt: work.now,
      })
      .execute()
    await audit(work, { hat, subject: { kind: "post-import", id }, payload: { source, rows: lines.length } })
    return { id }
  },
)

type Applying = { readonly id: string; readonly lines: readonly number[]; readonly words: RowWords }

/** Gives the chosen rows, all or none: a row that is refused meanwhile stops them, and the page says which. */
export const applyPostFile = command(
  "accounts.apply-post-file",
  async (work, { id, lines, words }: Applying) => {
    const hat = authorise(administratorHat(work))
    const found = await getImport(work.tx, work.actor, id, "lock")
    if (found.appliedAt) throw new Conflict("the file was applied", { say: "web:error.moved-on" })
    if (lines.length === 0) throw new Invalid({ rows: "accounts:error.no-rows" })
    const wanted = found.rows.filter((row) => lines.includes(row.line))
    const checked = await checkRows(work.tx, work.actor, wanted, words)
    if (checked.some((row) => row.input === null)) throw new Invalid({ rows: "accounts:error.rows-refused" })
    const bodies = new Map((await listBodies(work.tx)).map((body) => [body.id, body]))
    for (const { input } of checked)
      if (input) await giveRow(work, bodies, { ...input, importId: id, field: "rows" })
    await work.tx.updateTable("postImports").set({ appliedAt: work.now }).where("id", "=", id).execute()
    await audit(work, { hat, subject: { kind: "post-import", id }, payload: { given: checked.length } })
    return { count: checked.length }
  },
)

const giveRow = (
  work: Work,
  bodies: ReadonlyMap<string, Body>,
  input: Parameters<typeof givePost>[3],
): Promise<unknown> => {
  const body = bodies.get(input.bodyId)
  if (!body) throw new NotFound("the row names a body that is gone")
  const hat: Hat = authorise(canManagePosts(work.actor, body))
  return givePost(work, hat, body, input)
}

/** Takes back everything that a file gave, as long as none of it has begun. */
export const undoPostFile = command(
  "accounts.undo-post-file",
  async (work, { id }: { readonly id: string }) => {
    await endingAlone(work)
    const hat = authorise(administratorHat(work))
    const found = await getImport(work.tx, work.actor, id, "lock")
    if (!found.appliedAt || found.undoneAt)
      throw new Conflict("nothing to undo", { say: "web:error.moved-on" })
    const given = await postRows(work.tx).where("importId", "=", id).orderBy("id").forUpdate().execute()
    const begun = given.some((held) => Temporal.PlainDate.compare(held.validFrom, today(work)) <= 0)
    if (begun) throw new Invalid({ undo: "accounts:error.begun" })
    const before = await administrators(work)
    for (const held of given)
      await removeHeld(work, authorise(canManagePosts(work.actor, { id: held.bodyId })), held)
    await keepAnAdministrator(work, before, "undo")
    await work.tx.updateTable("postImports").set({ undoneAt: work.now }).where("id", "=", id).execute()
    await audit(work, { hat, subject: { kind: "post-import", id }, payload: { takenBack: given.length } })
    return { count: given.length }
  },
)
