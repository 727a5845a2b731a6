import { sql } from "kysely"
import { Conflict, NotFound } from "#kernel/errors.ts"
import { isPublicId, newId, newPublicId } from "#kernel/ids.ts"
import { enqueue } from "#kernel/jobs/jobs.ts"
import type { Transaction, Work } from "#kernel/transaction.ts"
import { checkFileJob } from "./check.ts"
import { keepContent } from "./contents.ts"

// What people send in: quarantined → usable or refused. Nobody is given a file before it is checked.

/** What a file hangs on: a kind that a manifest declares under `fileOwners`, and the id of the record. */
export type FileOwner = { readonly kind: string; readonly id: string }

/** A file as it arrived: its name is the sender's word, and its type is not asked. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array; readonly tooLarge: boolean }

/** What a place for files takes. */
export type FileRole = {
  readonly role: string
  readonly accepts: "picture" | "document" | "either"
  /** As many as one owner may have. A new one takes the place of the only one. */
  readonly most: number
  /** The picture says by itself what it is, or it is public only with an alternative text or marked as decoration. */
  readonly needsAlt?: boolean
}

export type StoredFile = {
  readonly id: string
  readonly publicId: string
  readonly ownerKind: string
  readonly ownerId: string
  readonly role: string
  readonly name: string
  readonly title: string
  readonly alt: string
  readonly decorative: boolean
  readonly state: "quarantined" | "usable" | "refused"
  /** Why it was refused: the end of a message key, `web:file.refused.…`. */
  readonly refusal: string | null
  readonly type: string | null
  readonly bytes: number
  readonly width: number | null
  readonly height: number | null
  readonly version: number
  readonly uploadedAt: Temporal.Instant
  readonly removedAt: Temporal.Instant | null
}

const columns = [
  ...([
    "id",
    "publicId",
    "ownerKind",
    "ownerId",
    "role",
    "name",
    "title",
    "alt",
    "decorative",
    "state",
  ] as const),
  ...(["refusal", "type", "bytes", "width", "height", "version", "uploadedAt", "removedAt"] as const),
] as const

const files = (tx: Transaction) => tx.selectFrom("files").select(columns).$castTo<StoredFile>()

/** By the id in addresses, also when it is removed or not checked yet. */
export const findFile = async (tx: Transaction, publicId: string): Promise<StoredFile | undefined> =>
  isPublicId(publicId) ? files(tx).where("publicId", "=", publicId).executeTakeFirst() : undefined

/** Everything that hangs on one record, role by role in its order; removed ones only when asked for. */
export const listFiles = (
  tx: Transaction,
  owner: FileOwner,
  which: { readonly removed?: boolean } = {},
): Promise<StoredFile[]> =>
  files(tx)
    .where("ownerKind", "=", owner.kind)
    .where("ownerId", "=", owner.id)
    .where("removedAt", which.removed ? "is not" : "is", null)
    .orderBy("role")
    .orderBy("position")
    .orderBy("id")
    .execute()

/** The same of many records at once, only what may be shown: checked, and pictures with their words. */
export const shownFilesOf = async (
  tx: Transaction,
  kind: string,
  ids: readonly string[],
  roles: readonly FileRole[],
): Promise<ReadonlyMap<string, readonly StoredFile[]>> => {
  if (ids.length === 0) return new Map()
  const rows = await files(tx)
    .where("ownerKind", "=", kind)
    .where("ownerId", "in", [...ids])
    .where(
      "role",
      "in",
      roles.map(({ role }) => role),
    )
    .where("removedAt", "is", null)
    .where("state", "=", "usable")
    .orderBy("role")
    .orderBy("position")
    .orderBy("id")
    .execute()
  return Map.groupBy(
    rows.filter((row) => isShowable(row, roles)),
    ({ ownerId }) => ownerId,
  )
}

/** May the public see it, as far as the file itself says? */
export const isShowable = (
  file: Pick<StoredFile, "role" | "state" | "alt" | "decorative" | "removedAt">,
  roles: readonly FileRole[],
): boolean => {
  const place = roles.find(({ role }) => role === file.role)
  if (!place || file.state !== "usable" || file.removedAt !== null) return false
  return place.needsAlt !== true || file.alt !== "" || file.decorative
}

/** The file of this owner, locked until the transaction ends. */
export const lockFile = async (work: Work, owner: FileOwner, publicId: string): Promise<StoredFile> => {
  const file = isPublicId(publicId)
    ? await files(work.tx)
        .where("publicId", "=", publicId)
        .where("ownerKind", "=", owner.kind)
        .where("ownerId", "=", owner.id)
        .forUpdate()
        .executeTakeFirst()
    : undefined
  if (!file) throw new NotFound(`${owner.kind} has no file ${publicId}`)
  return file
}

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

/** The content of one size. */
export type FileContent = { readonly hash: string; readonly type: string; readonly bytes: number }

/** The size asked for, or the largest. */
export const findSize = (tx: Transaction, fileId: string, size: string): Promise<FileContent | undefined> =>
  tx
    .selectFrom("fileSizes")
    .select(["hash", "type", "bytes"])
    .where("fileId", "=", fileId)
    .where("size", "=", size)
    .executeTakeFirst()
