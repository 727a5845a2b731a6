import { NotFound } from "#kernel/errors.ts"
import { isPublicId } from "#kernel/ids.ts"
import { translationsOf } from "#kernel/texts.ts"
import type { Transaction, Work } from "#kernel/transaction.ts"
import { contactOf } from "#modules/accounts"
import { outside, type ContactItem, type Profile } from "../schema/form.ts"
import type { Link, Recognition } from "../schema/rows.ts"
import type { RegistrationState } from "../schema/registration.ts"

/** What the database keeps as texts and lists, as it was written. */
type Narrow = { readonly state: RegistrationState } & Pick<Profile, "kind" | "legalForm" | "size">

const records = (tx: Transaction) => tx.selectFrom("organisations").selectAll().$narrowType<Narrow>()

/** The whole row of a group, in whatever state: for commands and for those whose business it is. */
export type OrganisationRecord = Awaited<ReturnType<typeof lockRecord>>

export const getRecord = async (tx: Transaction, publicId: string): Promise<OrganisationRecord> => {
  const asked = isPublicId(publicId) ? publicId : ""
  const record = await records(tx).where("publicId", "=", asked).executeTakeFirst()
  if (!record) throw new NotFound(`there is no organisation ${publicId}`)
  return record
}

/** Loads and locks: the first step of every command. */
export const lockRecord = async (work: Work, publicId: string) => {
  const asked = isPublicId(publicId) ? publicId : ""
  const record = await records(work.tx).where("publicId", "=", asked).forUpdate().executeTakeFirst()
  if (!record) throw new NotFound(`there is no organisation ${publicId}`)
  return record
}

/** The same by the id inside, for what hangs on a group. */
export const lockRecordById = async (work: Work, id: string): Promise<OrganisationRecord> => {
  const record = await records(work.tx).where("id", "=", id).forUpdate().executeTakeFirst()
  if (!record) throw new NotFound(`there is no organisation ${id}`)
  return record
}

export const findRecordById = (tx: Transaction, id: string): Promise<OrganisationRecord | undefined> =>
  records(tx).where("id", "=", id).executeTakeFirst()

/** Every area of a group, its main area among them. */
export const areasOf = async (tx: Transaction, id: string): Promise<string[]> => {
  const rows = await tx
    .selectFrom("organisationAreas")
    .select("areaCode")
    .where("organisationId", "=", id)
    .orderBy("areaCode")
    .execute()
  return rows.map((row) => row.areaCode)
}

/** What a group says of itself, as on its form. */
export const profileOf = async (tx: Transaction, record: OrganisationRecord): Promise<Profile> => {
  const contact = await contactOf(tx, record.contactId)
  const english = await translationsOf(tx, "organisation", [record.id], "en")
  const areas = await areasOf(tx, record.id)
  const inEnglish = english.get(record.id) ?? {}
  return {
    ...own(record),
    mainArea: record.outside ? outside : record.mainAreaCode,
    areas: areas.filter((code) => code !== record.mainAreaCode),
    purposeEnglish: inEnglish["purpose"] ?? "",
    activitiesEnglish: inEnglish["activities"] ?? "",
    contactName: contact?.name ?? "",
    contactPhone: contact?.phone ?? "",
    contactMail: contact?.address ?? "",
    contactFax: contact?.fax ?? "",
    contactAddress: contact?.postalAddress ?? "",
  }
}

/** What of the profile stands in the row itself. */
const own = (record: OrganisationRecord) => {
  const { name, kana, english, kind, legalForm, corporateNumber, districts, fields, purpose } = record
  const { activities, since, size, website, shown, links, recognitions } = record
  return {
    ...{ name, kana, english, kind, legalForm, corporateNumber, districts, fields, purpose },
    ...{ activities, since, size, website },
    shown: shown as readonly ContactItem[],
    links: links as unknown as readonly Link[],
    recognitions: recognitions as unknown as readonly Recognition[],
  }
}

/** What happened to a registration, newest first. */
export const historyOf = (tx: Transaction, id: string) =>
  tx
    .selectFrom("organisationEvents")
    .select(["at", "event", "state", "accountId", "hat", "reason", "fieldReasons", "note", "checked"])
    .$narrowType<{ readonly fieldReasons: Readonly<Record<string, string>> }>()
    .where("organisationId", "=", id)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .execute()

export type HistoryEntry = Awaited<ReturnType<typeof historyOf>>[number]
