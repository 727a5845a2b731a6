import { fileCommands } from "#kernel/files/commands.ts"
import type { FileOwner } from "#kernel/files/files.ts"
import type { Work } from "#kernel/transaction.ts"
import { canKeepFiles } from "../policy.ts"
import { findFileOwner } from "../queries/files.ts"
import { lockRecord } from "../queries/records.ts"
import { officeRoles, organisationFiles } from "../schema/files.ts"
import { touchPages } from "./publicity.ts"

/** Logo, pictures and documents of a group, and the paper it came on: taken in and changed. */
export const { add: addOrganisationFiles, change: changeOrganisationFile } = fileCommands({
  module: "organisations",
  kind: organisationFiles,
  roles: officeRoles,
  lock: lockRecord,
  mayKeep: canKeepFiles,
  changed: touchPages,
})

/** A picture is on the pages from the moment it is found usable. */
export const showCheckedFile = async (work: Work, owner: FileOwner): Promise<void> => {
  if (owner.kind !== organisationFiles) return
  const record = await findFileOwner(work.tx, owner.id)
  if (record) touchPages(work, record)
}
