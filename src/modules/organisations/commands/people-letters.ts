import { dayOf } from "#kernel/clock.ts"
import { post, type Lang } from "#kernel/messages/messages.ts"
import type { Work } from "#kernel/transaction.ts"
import { accountNames, findPersonByAddress, officersOf, recipientOf, recipientsOf } from "#modules/accounts"
import { findBody } from "#modules/places"
import {
  invitationLetter,
  membersLetter,
  officeLetter,
  personLetter,
  recoveryLetter,
  type Around,
  type ToMembers,
  type ToOffice,
  type ToPerson,
} from "../mail/members.ts"
import { memberRecipients, type MemberRole } from "../queries/members.ts"
import type { OrganisationRecord } from "../queries/records.ts"
import { postingAbout } from "./steps.ts"

export const aroundOf = async (work: Work, record: OrganisationRecord): Promise<Around> => {
  const office = await findBody(work.tx, record.bodyId)
  return {
    baseUrl: work.baseUrl,
    publicId: record.publicId,
    name: record.name,
    office: { name: office?.name ?? "", english: office?.english ?? "" },
  }
}

type Asked = {
  readonly address: string
  readonly role: MemberRole
  readonly by: string
  readonly word: string
  readonly token: string
}

/** Its link opens a door: only the person sees it in the ledger, no office. */
export const postInvitation = async (work: Work, record: OrganisationRecord, asked: Asked): Promise<void> => {
  const around = await aroundOf(work, record)
  const person = await findPersonByAddress(work.tx, asked.address)
  const lang: Lang = person?.lang ?? "ja"
  const days = work.city.settings.invitationDays.value
  await post(work, {
    template: "organisations.invitation",
    to: [{ accountId: person?.id ?? null, address: asked.address, lang }],
    write: (each) => invitationLetter(around, { ...asked, days }, each),
    about: { kind: "organisation", id: record.id },
  })
}

type Happened =
  | { readonly what: "joined" | "left" | "term-over"; readonly accountId: string }
  | { readonly what: "declined"; readonly address: string }

/** To everyone who acts for the group. */
export const tellOfMember = async (
  work: Work,
  record: OrganisationRecord,
  happened: Happened,
): Promise<void> => {
  const around = await aroundOf(work, record)
  const who =
    "address" in happened
      ? happened.address
      : ((await accountNames(work.tx, [happened.accountId])).get(happened.accountId) ?? "")
  await tellMembers(work, record, { what: happened.what, who }, around)
}

export const tellMembers = async (
  work: Work,
  record: OrganisationRecord,
  told: ToMembers,
  around?: Around,
): Promise<void> => {
  const known = around ?? (await aroundOf(work, record))
  await post(work, {
    ...postingAbout(record),
    template: `organisations.${told.what}.members`,
    to: await memberRecipients(work.tx, record.id),
    write: (lang) => membersLetter(known, told, lang),
  })
}

/** To the one person whom it concerns, who may be no member any more. */
export const tellPerson = async (
  work: Work,
  record: OrganisationRecord,
  told: ToPerson & { readonly accountId: string },
): Promise<void> => {
  const around = await aroundOf(work, record)
  const person = await recipientOf(work.tx, told.accountId)
  await post(work, {
    ...postingAbout(record),
    template: `organisations.${told.what}.person`,
    to: person ? [person] : [],
    write: (lang) => personLetter(around, told, lang),
  })
}

export const tellOffice = async (work: Work, record: OrganisationRecord, told: ToOffice): Promise<void> => {
  const around = await aroundOf(work, record)
  const today = dayOf(work.now, work.city.zone)
  await post(work, {
    ...postingAbout(record),
    template: `organisations.${told.what}.office`,
    to: await officersOf(work.tx, record.bodyId, record.mainAreaCode, today, "organisations"),
    write: (lang) => officeLetter(around, told, lang),
  })
}

export const tellOfficeOfHandOver = (work: Work, record: OrganisationRecord): Promise<void> =>
  tellOffice(work, record, { what: "hand-over" })

type Recovered = {
  readonly recovery: string
  readonly reason: string
  readonly until: Temporal.PlainDate
}

/** To all who ever acted for the group: they know best whether it is right. */
export const tellEveryMember = async (
  work: Work,
  record: OrganisationRecord,
  accounts: readonly string[],
  recovered: Recovered,
): Promise<void> => {
  const around = await aroundOf(work, record)
  await post(work, {
    ...postingAbout(record),
    template: "organisations.recovery.members",
    to: await recipientsOf(work.tx, accounts),
    write: (lang) => recoveryLetter(around, recovered, lang),
  })
}
