import { authorise, isAllowed, type Actor } from "#kernel/actor.ts"
import { isShowable, shownFilesOf, type FileRole, type StoredFile } from "#kernel/files/files.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { canKeepFiles, canReadAsOffice, canReadOwn } from "../policy.ts"
import { organisationFiles, publicRoles, scanRole } from "../schema/files.ts"
import type { RegistrationState } from "../schema/registration.ts"
import { getRecord, type OrganisationRecord } from "./records.ts"

export const findFileOwner = (tx: Transaction, id: string) =>
  tx
    .selectFrom("organisations")
    .select(["id", "publicId", "state", "mainAreaCode", "applicantId", "submittedAt", "registeredAt"])
    .$narrowType<{ readonly state: RegistrationState }>()
    .where("id", "=", id)
    .executeTakeFirst()

/** Who may be given a file of a group: everybody what is on its page, its own people and its office the rest. */
export const fileSight = async (
  tx: Transaction,
  actor: Actor,
  file: StoredFile,
): Promise<"everybody" | "reader" | "nobody"> => {
  const record = await findFileOwner(tx, file.ownerId)
  if (!record) return "nobody"
  if (record.state === "registered" && isShowable(file, publicRoles)) return "everybody"
  const office = isAllowed(canReadAsOffice(actor, record))
  const own = file.role !== scanRole.role && isAllowed(canReadOwn(actor, record))
  return office || own ? "reader" : "nobody"
}

/** What the public page of a group shows. */
export type OrganisationFiles = {
  readonly logo: StoredFile | null
  readonly pictures: readonly StoredFile[]
  readonly documents: readonly StoredFile[]
}

export const shownFiles = async (tx: Transaction, id: string): Promise<OrganisationFiles> => {
  const files = (await shownFilesOf(tx, organisationFiles, [id], publicRoles)).get(id) ?? []
  return {
    logo: files.find(({ role }) => role === "logo") ?? null,
    pictures: files.filter(({ role }) => role === "picture"),
    documents: files.filter(({ role }) => role === "document"),
  }
}

/** The record for the page on which its files are kept. Whoever may not keep them all is refused. */
export const getKept = async (
  tx: Transaction,
  actor: Actor,
  publicId: string,
  roles: readonly FileRole[],
): Promise<OrganisationRecord> => {
  const record = await getRecord(tx, publicId)
  for (const role of roles) authorise(canKeepFiles(actor, record, role))
  return record
}
