import { dayOf } from "#kernel/clock.ts"
import { post, type Recipient } from "#kernel/messages/messages.ts"
import type { Work } from "#kernel/transaction.ts"
import { officersOf } from "#modules/accounts"
import { findOrganisation, memberRecipients } from "#modules/organisations"
import { findBody } from "#modules/places"
import type { LetterData, Writer } from "../mail/letter.ts"
import { groupLetters, officeLetters, reporterLetter } from "../mail/life.ts"
import { letterToOffice, lettersToGroup } from "../mail/office-acts.ts"
import type { ListingRow } from "../queries/records.ts"
import type { OfficeAct } from "../schema/workflow.ts"

type Told = { readonly what: string; readonly writer: Writer; readonly reason: string }

/** X13: the people of the group are told what the office did, and why. */
export const tellMembers = (work: Work, row: ListingRow, what: OfficeAct, reason: string): Promise<void> =>
  toMembers(work, row, { what, writer: lettersToGroup[what], reason })

/** The people of the group are told what happened on the way of their listing. */
export const tellGroup = (
  work: Work,
  row: ListingRow,
  what: keyof typeof groupLetters,
  reason = "",
): Promise<void> => toMembers(work, row, { what, writer: groupLetters[what], reason })

/** The officers who are competent for the group's main area are told. */
export const tellOffice = (
  work: Work,
  row: ListingRow,
  what: keyof typeof officeLetters,
  reason = "",
): Promise<void> => toOfficers(work, row, { what, writer: officeLetters[what], reason })

/** X13: only where the city has set that its offices look at first publications. */
export const tellOfficeOfPublication = async (work: Work, row: ListingRow, title: string): Promise<void> => {
  if (!work.city.settings.reviewListings.value || row.organisationId === null) return
  await toOfficers(work, { ...row, title }, { what: "publish", writer: letterToOffice, reason: "" })
}

/** What was decided, to a reader who left an address. */
export const tellReporter = (work: Work, row: ListingRow, to: Recipient, reason: string): Promise<void> =>
  send(work, row, { what: "decide-reports", writer: reporterLetter, reason }, [to])

const toMembers = async (work: Work, row: ListingRow, told: Told): Promise<void> => {
  if (row.organisationId === null) return
  await send(work, row, told, await memberRecipients(work.tx, row.organisationId))
}

/** Where no group stands behind it, all officers of the body. */
const toOfficers = async (work: Work, row: ListingRow, told: Told): Promise<void> => {
  const organisation = row.organisationId ? await findOrganisation(work.tx, row.organisationId) : undefined
  const today = dayOf(work.now, work.city.zone)
  const area = organisation?.mainAreaCode ?? null
  await send(work, row, told, await officersOf(work.tx, row.bodyId, area, today, "listings"))
}

const send = async (
  work: Work,
  row: ListingRow,
  { what, writer, reason }: Told,
  to: readonly Recipient[],
): Promise<void> => {
  const data = await dataOf(work, row, reason)
  await post(work, {
    template: `listings.${what}`,
    to,
    write: (lang) => writer(data, lang),
    about: { kind: "listing", id: row.id },
    bodyId: row.bodyId,
  })
}

const dataOf = async (work: Work, row: ListingRow, reason: string): Promise<LetterData> => {
  const body = await findBody(work.tx, row.bodyId)
  return {
    baseUrl: work.baseUrl,
    publicId: row.publicId,
    title: row.title,
    reason,
    office: { name: body?.name ?? "", english: body?.english ?? "" },
  }
}
