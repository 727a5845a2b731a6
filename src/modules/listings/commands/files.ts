import { fileCommands } from "#kernel/files/commands.ts"
import type { FileOwner } from "#kernel/files/files.ts"
import type { Work } from "#kernel/transaction.ts"
import { canKeepFiles } from "../policy.ts"
import { findFileOwner } from "../queries/files.ts"
import { lockRecord } from "../queries/records.ts"
import { listingFileRoles, listingFiles } from "../schema/files.ts"
import { touchPages } from "./publication.ts"

/** Picture and flyer of a listing. */
export const { add: addListingFiles, change: changeListingFile } = fileCommands({
  module: "listings",
  kind: listingFiles,
  roles: listingFileRoles,
  lock: lockRecord,
  mayKeep: canKeepFiles,
  changed: touchPages,
})

/** A picture is on the pages from the moment it is found usable. */
export const showCheckedFile = async (work: Work, owner: FileOwner): Promise<void> => {
  if (owner.kind !== listingFiles) return
  const row = await findFileOwner(work.tx, owner.id)
  if (row) touchPages(work, row)
}
