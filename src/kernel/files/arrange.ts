import { sql } from "kysely"
import { Conflict } from "#kernel/errors.ts"
import { newId, newPublicId } from "#kernel/ids.ts"
import { enqueue } from "#kernel/jobs/jobs.ts"
import type { Work } from "#kernel/transaction.ts"
import { checkFileJob } from "./check.ts"
import { keepContent } from "./contents.ts"
import { listFiles, type FileOwner, type FileRole, type StoredFile, type Upload } from "./files.ts"

export type Receiving = {
  readonly owner: FileOwner
  readonly role: FileRole
  readonly upload: Pick<Upload, "name" | "bytes">
  readonly title?: string
  readonly alt?: string
  readonly decorative?: boolean
}

/**
 * Takes a file in, into quarantine, and enqueues its check. The caller has locked the owner. After the transaction
 * the caller may check it at once (`checkFile`), so that the sender need not wait for the job.
 */
export const receiveFile = async (work: Work, receiving: Receiving): Promise<{ readonly id: string }> => {
  const { owner, role, upload } = receiving
  const there = (await listFiles(work.tx, owner)).filter((file) => file.role === role.role)
  const takesPlace = role.most === 1
  if (!takesPlace && there.filter(({ state }) => state !== "refused").length >= role.most)
    throw new Conflict(`no room for another ${role.role}`, { say: "web:file.error.full" })
  const hash = await keepContent(work, upload.bytes)
  const publicId = newPublicId()
  const file = {
    ...{
      id: newId(),
      publicId,
      ownerKind: owner.kind,
      ownerId: owner.id,
      role: role.role,
      accepts: role.accepts,
    },
    position: await endOf(work, owner, role.role),
    ...{ name: shortName(upload.name), bytes: upload.bytes.length, hash, takesPlace },
    title: receiving.title ?? "",
    alt: receiving.alt ?? "",
    decorative: receiving.decorative ?? false,
    uploadedBy: work.actor.accountId,
    uploadedAt: work.now,
  }
  await work.tx.insertInto("files").values(file).execute()
  await enqueue(work, checkFileJob, { id: publicId })
  return { id: publicId }
}

/** Browsers send a name, old ones a path; nobody needs more than its end. */
const shortName = (name: string): string => {
  const last =
    name
      .split(/[\\/]/)
      .at(-1)
      ?.replaceAll(/\p{Cc}/gu, "")
      .trim() ?? ""
  const [stem, ending] = [last.replace(/\.[^.]*$/, ""), /\.[^.]*$/.exec(last)?.[0] ?? ""]
  const short = [...stem].slice(0, 100).join("") + [...ending].slice(0, 10).join("")
  return short === "" ? "file" : short
}

const endOf = async (work: Work, owner: FileOwner, role: string): Promise<number> => {
  const { last } = await work.tx
    .selectFrom("files")
    .select(({ fn }) => fn.max<number | null>("position").as("last"))
    .where("ownerKind", "=", owner.kind)
    .where("ownerId", "=", owner.id)
    .where("role", "=", role)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/** Out of sight; the sweep takes it after some days, and until then it can be put back. */
export const removeFile = async (work: Work, file: Pick<StoredFile, "id">): Promise<void> => {
  await work.tx.updateTable("files").set({ removedAt: work.now }).where("id", "=", file.id).execute()
}

export const restoreFile = async (work: Work, file: StoredFile, role: FileRole): Promise<void> => {
  const owner = { kind: file.ownerKind, id: file.ownerId }
  const there = (await listFiles(work.tx, owner)).filter((each) => each.role === file.role)
  if (role.most === 1) for (const each of there) await removeFile(work, each)
  else if (there.length >= role.most)
    throw new Conflict(`no room to put ${file.publicId} back`, { say: "web:file.error.full" })
  await work.tx
    .updateTable("files")
    .set({ removedAt: null, position: await endOf(work, owner, file.role) })
    .where("id", "=", file.id)
    .execute()
}

/** What is written under or for a file; the second of two writers is told. */
export const describeFile = async (
  work: Work,
  file: StoredFile,
  words: {
    readonly version: number
    readonly title: string
    readonly alt: string
    readonly decorative: boolean
  },
): Promise<void> => {
  const { version, ...row } = words
  if (version !== file.version)
    throw new Conflict(`the words of ${file.publicId} have changed`, {
      current: { title: file.title, alt: file.alt },
      version: file.version,
    })
  await work.tx
    .updateTable("files")
    .set({ ...row, version: file.version + 1 })
    .where("id", "=", file.id)
    .execute()
}

/** One place forward or back among its like. At the end of the row nothing happens. */
export const moveFile = async (work: Work, file: StoredFile, by: -1 | 1): Promise<void> => {
  const owner = { kind: file.ownerKind, id: file.ownerId }
  const row = (await listFiles(work.tx, owner)).filter(({ role }) => role === file.role).map(({ id }) => id)
  const from = row.indexOf(file.id)
  const to = from + by
  if (from < 0 || to < 0 || to >= row.length) return
  row.splice(to, 0, ...row.splice(from, 1))
  await sql`update files set position = place.position from unnest(${row}::uuid[]) with ordinality
    as place (id, position) where files.id = place.id`.execute(work.tx)
}
