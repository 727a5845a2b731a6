import { Invalid } from "#kernel/errors.ts"
import { newId, newPublicId } from "#kernel/ids.ts"
import { saveText } from "#kernel/texts.ts"
import type { Work } from "#kernel/transaction.ts"
import { saveContact } from "#modules/accounts"
import { listAreas, officeOf } from "#modules/places"
import { getRecord, type OrganisationRecord } from "../queries/records.ts"
import type { Profile } from "../schema/form.ts"
import { keysOf } from "../schema/keys.ts"
import { registration } from "../schema/registration.ts"

/** civic-portal.R2: a group is active somewhere in the city, and its main area decides which office checks it. */
const checkAreas = async (work: Work, profile: Profile): Promise<void> => {
  const codes = (await listAreas(work.tx)).map(({ code }) => code)
  const unknown = "organisations:error.area"
  if (!codes.includes(profile.mainArea)) throw new Invalid({ mainArea: unknown })
  if (!profile.areas.every((code) => codes.includes(code))) throw new Invalid({ areas: unknown })
}

const columnsOf = async (work: Work, profile: Profile) => {
  await checkAreas(work, profile)
  const { name, kana, english, kind, mainArea, fields, purpose, website, contactPublic } = profile
  const office = await officeOf(work.tx, mainArea)
  return {
    ...{ name, kana, english, kind, purpose, website, contactPublic },
    ...keysOf(profile),
    mainAreaCode: mainArea,
    bodyId: office.id,
    fields: [...fields],
    updatedAt: work.now,
  }
}

/** What stands beside the row: further areas and translations. */
const saveParts = async (work: Work, id: string, profile: Profile): Promise<void> => {
  const codes = [...new Set([profile.mainArea, ...profile.areas])]
  await work.tx.deleteFrom("organisationAreas").where("organisationId", "=", id).execute()
  await work.tx
    .insertInto("organisationAreas")
    .values(codes.map((areaCode) => ({ organisationId: id, areaCode })))
    .execute()
  await saveText(work, { kind: "organisation", id }, "purpose", "en", profile.purposeEnglish)
}

const contactIn = (profile: Profile) => ({
  name: profile.contactName,
  kana: "",
  address: profile.contactMail,
  phone: profile.contactPhone,
})

/** A new group, as a draft of the person who writes it. */
export const insertOrganisation = async (work: Work, profile: Profile): Promise<OrganisationRecord> => {
  const columns = await columnsOf(work, profile)
  const [id, publicId] = [newId(), newPublicId()]
  const contactId = await saveContact(work, { kind: "organisation", id }, contactIn(profile))
  await work.tx
    .insertInto("organisations")
    .values({
      ...columns,
      ...{ id, publicId, contactId },
      state: registration.initial,
      applicantId: work.actor.accountId,
      createdAt: work.now,
    })
    .execute()
  await saveParts(work, id, profile)
  return getRecord(work.tx, publicId)
}

/** The new profile of a group that stands already. The version goes up by one. */
export const updateProfile = async (
  work: Work,
  record: OrganisationRecord,
  profile: Profile,
): Promise<OrganisationRecord> => {
  const columns = await columnsOf(work, profile)
  const owner = { kind: "organisation", id: record.id } as const
  const contactId = await saveContact(work, owner, contactIn(profile), record.contactId)
  await work.tx
    .updateTable("organisations")
    .set({ ...columns, contactId, version: record.version + 1 })
    .where("id", "=", record.id)
    .execute()
  await saveParts(work, record.id, profile)
  return getRecord(work.tx, record.publicId)
}
