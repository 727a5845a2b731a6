import { authorise, isAllowed, type Actor } from "#kernel/actor.ts"
import { isShowable, shownFilesOf, type StoredFile } from "#kernel/files/files.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { canKeepFiles, canReadAsOffice, canReadOwn } from "../policy.ts"
import { listingFileRoles, listingFiles } from "../schema/files.ts"
import { getOwnWithGroup } from "./own.ts"
import type { ListingRow } from "./records.ts"

export const findFileOwner = (tx: Transaction, id: string): Promise<ListingRow | undefined> =>
  tx.selectFrom("listings").selectAll().where("id", "=", id).$castTo<ListingRow>().executeTakeFirst()

/** Who may be given a file of a listing: everybody what is published, its group and its office the rest. */
export const fileSight = async (
  tx: Transaction,
  actor: Actor,
  file: StoredFile,
): Promise<"everybody" | "reader" | "nobody"> => {
  const row = await findFileOwner(tx, file.ownerId)
  if (!row) return "nobody"
  if (row.state === "published" && isShowable(file, listingFileRoles)) return "everybody"
  return isAllowed(canReadOwn(actor, row)) || isAllowed(canReadAsOffice(actor, row)) ? "reader" : "nobody"
}

/** The pictures of many listings: at most one each. */
export const picturesOf = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredFile>> => {
  const files = await shownFilesOf(
    tx,
    listingFiles,
    ids,
    listingFileRoles.filter(({ role }) => role === "picture"),
  )
  return new Map([...files].flatMap(([id, [picture]]) => (picture ? [[id, picture] as const] : [])))
}

export const flyersOf = async (tx: Transaction, id: string): Promise<readonly StoredFile[]> => {
  const roles = listingFileRoles.filter(({ role }) => role === "flyer")
  return (await shownFilesOf(tx, listingFiles, [id], roles)).get(id) ?? []
}

/** The listing for the page on which its files are kept, with its group. */
export const getKept = async (tx: Transaction, actor: Actor, publicId: string) => {
  const own = await getOwnWithGroup(tx, actor, publicId)
  authorise(canKeepFiles(actor, own.row))
  return own
}
