import { dayOf } from "#kernel/clock.ts"
import { post } from "#kernel/messages/messages.ts"
import type { Work } from "#kernel/transaction.ts"
import { officersOf } from "#modules/accounts"
import { findOrganisation, memberRecipients } from "#modules/organisations"
import { findBody } from "#modules/places"
import { letterToOffice, lettersToGroup, type LetterData } from "../mail.ts"
import type { ListingRow } from "../queries/records.ts"
import type { OfficeAct } from "../schema/workflow.ts"

/** X13: the people of the group are told what the office did, and why. */
export const tellMembers = async (
  work: Work,
  row: ListingRow,
  act: OfficeAct,
  reason: string,
): Promise<void> => {
  if (row.organisationId === null) return
  const data = await dataOf(work, row, row.title, reason)
  await post(work, {
    template: `listings.${act}`,
    to: await memberRecipients(work.tx, row.organisationId),
    write: (lang) => lettersToGroup[act](data, lang),
    about: { kind: "listing", id: row.id },
    bodyId: row.bodyId,
  })
}

/** X13: only where the city has set that its offices look at first publications. */
export const tellOfficeOfPublication = async (work: Work, row: ListingRow, title: string): Promise<void> => {
  if (!work.city.settings.reviewListings.value || row.organisationId === null) return
  const organisation = await findOrganisation(work.tx, row.organisationId)
  if (!organisation) return
  const data = await dataOf(work, row, title, "")
  await post(work, {
    template: "listings.publish",
    to: await officersOf(
      work.tx,
      row.bodyId,
      organisation.mainAreaCode,
      dayOf(work.now, work.city.zone),
      "listings",
    ),
    write: (lang) => letterToOffice(data, lang),
    about: { kind: "listing", id: row.id },
    bodyId: row.bodyId,
  })
}

const dataOf = async (work: Work, row: ListingRow, title: string, reason: string): Promise<LetterData> => {
  const body = await findBody(work.tx, row.bodyId)
  return {
    baseUrl: work.baseUrl,
    publicId: row.publicId,
    title,
    reason,
    office: { name: body?.name ?? "", english: body?.english ?? "" },
  }
}
