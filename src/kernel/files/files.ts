import { NotFound } from "#kernel/errors.ts"
import { isPublicId } from "#kernel/ids.ts"
import type { Transaction, Work } from "#kernel/transaction.ts"

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
