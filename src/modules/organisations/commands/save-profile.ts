import { dayOf } from "#kernel/clock.ts"
import { Invalid } from "#kernel/errors.ts"
import { newId, newPublicId } from "#kernel/ids.ts"
import { saveText } from "#kernel/texts.ts"
import type { Work } from "#kernel/transaction.ts"
import { saveContact } from "#modules/accounts"
import { listAreas, officeOf } from "#modules/places"
import { getRecord, type OrganisationRecord } from "../queries/records.ts"
import { outside, type Profile } from "../schema/form.ts"
import { keysOf } from "../schema/keys.ts"
import { registration } from "../schema/registration.ts"
import { isToCome } from "../schema/since.ts"

/** civic-portal.R2: a group is active somewhere in the city, and its main area decides which office checks it. */
const checkAreas = async (work: Work, profile: Profile): Promise<void> => {
  const codes = (await listAreas(work.tx)).map(({ code }) => code)
  const unknown = "organisations:error.area"
  const main = profile.mainArea
  if (main !== outside && !codes.includes(main)) throw new Invalid({ mainArea: unknown })
  if (!profile.areas.every((code) => codes.includes(code))) throw new Invalid({ areas: unknown })
}

const columnsOf = async (work: Work, profile: Profile) => {
  await checkAreas(work, profile)
  if (isToCome(profile.since, dayOf(work.now, work.city.zone)))
    throw new Invalid({ since: "organisations:error.since-to-come" })
  const { name, kana, english, kind, legalForm, corporateNumber, purpose, activities } = profile
  const { since, size, website } = profile
  const mainAreaCode = mainCodeOf(work, profile)
  const office = await officeOf(work.tx, mainAreaCode)
  return {
    ...{ name, kana, english, kind, legalForm, corporateNumber, purpose, activities, since, size, website },
    ...keysOf(profile),
    ...{ mainAreaCode, outside: profile.mainArea === outside },
    bodyId: office.id,
    districts: [...profile.districts],
    fields: [...profile.fields],
    shown: [...profile.shown],
    links: JSON.stringify(profile.links),
    recognitions: JSON.stringify(profile.recognitions),
    updatedAt: work.now,
  }
}

/** A group from outside is the City's to look at. */
const mainCodeOf = ({ city }: Work, { mainArea }: Profile): string =>
  mainArea === outside ? city.code : mainArea

/** What stands beside the row: further areas and translations. */
const saveParts = async (work: Work, id: string, profile: Profile): Promise<void> => {
  const main = profile.mainArea === outside ? [] : [profile.mainArea]
  const codes = [...new Set([...main, ...profile.areas])]
  await work.tx.deleteFrom("organisationAreas").where("organisationId", "=", id).execute()
  if (codes.length > 0)
    await work.tx
      .insertInto("organisationAreas")
      .values(codes.map((areaCode) => ({ organisationId: id, areaCode })))
      .execute()
  await saveText(work, { kind: "organisation", id }, "purpose", "en", profile.purposeEnglish)
  await saveText(work, { kind: "organisation", id }, "activities", "en", profile.activitiesEnglish)
}

const contactIn = (profile: Profile) => ({
  name: profile.contactName,
  kana: "",
  address: profile.contactMail,
  phone: profile.contactPhone,
  fax: profile.contactFax,
  postalAddress: profile.contactAddress,
})

/** A new group, as a draft of the person who writes it; what an officer enters is nobody's own. */
export const insertOrganisation = async (
  work: Work,
  profile: Profile,
  applicantId = work.actor.accountId,
): Promise<OrganisationRecord> => {
  const columns = await columnsOf(work, profile)
  const [id, publicId] = [newId(), newPublicId()]
  const contactId = await saveContact(work, { kind: "organisation", id }, contactIn(profile))
  await work.tx
    .insertInto("organisations")
    .values({
      ...columns,
      ...{ id, publicId, contactId },
      state: registration.initial,
      applicantId,
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
