import type { Hat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { dayOf } from "#kernel/clock.ts"
import { Conflict } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { post, type Lang, type Letter, type Recipient } from "#kernel/messages/messages.ts"
import { hatOf, type Transaction, type Work } from "#kernel/transaction.ts"
import { contactOf, officersOf, recipientOf } from "#modules/accounts"
import { findBody, officeOf } from "#modules/places"
import { lettersToGroup, lettersToOffice, withoutAccount, type LetterData } from "../mail/registration.ts"
import { memberRecipients } from "../queries/members.ts"
import { profileOf, type OrganisationRecord } from "../queries/records.ts"
import type { Profile } from "../schema/form.ts"
import { profileTexts } from "../schema/profile.ts"
import type { RegistrationEvent, RegistrationState } from "../schema/registration.ts"

/** The second of two editors is told, with both texts. */
export const checkVersion = async (
  tx: Transaction,
  record: OrganisationRecord,
  version: number | undefined,
): Promise<Profile> => {
  const profile = await profileOf(tx, record)
  if (version === record.version) return profile
  throw new Conflict(`organisation ${record.publicId} has changed`, {
    current: profileTexts(profile),
    version: record.version,
  })
}

/** What happens to a group without moving it into another state. */
type LifeEvent =
  | "change"
  | "confirm"
  | "claim"
  | "join"
  | "leave"
  | "remove-member"
  | "change-member"
  | "hand-over"
  | "recover"
  | "take-in"
  | "merged"
  | "parted"
  | "leave-lists"

export type Step = {
  readonly event: RegistrationEvent | LifeEvent
  readonly hat: Hat
  readonly state: RegistrationState
  readonly reason?: string
  readonly note?: string
  readonly fieldReasons?: Readonly<Record<string, string>>
  readonly checked?: readonly string[]
}

type Changes = {
  readonly dueOn?: Temporal.PlainDate | null
  readonly submittedAt?: Temporal.Instant
  readonly registeredAt?: Temporal.Instant
  readonly receiptNumber?: string
  readonly publicReason?: string | null
  readonly confirmedAt?: Temporal.Instant
  readonly endedBy?: "group" | "office" | null
  readonly mergedInto?: string | null
  readonly applicantId?: string
}

/** Moves the record into its new state, and writes the line of its history. */
export const takeStep = async (
  work: Work,
  record: OrganisationRecord,
  step: Step,
  changes: Changes = {},
): Promise<OrganisationRecord> => {
  const row = { ...changes, state: step.state, version: record.version + 1, updatedAt: work.now }
  await work.tx.updateTable("organisations").set(row).where("id", "=", record.id).execute()
  await writeHistory(work, record, step)
  return { ...record, ...row }
}

export const writeHistory = async (work: Work, record: OrganisationRecord, step: Step): Promise<void> => {
  await work.tx
    .insertInto("organisationEvents")
    .values({
      id: newId(),
      organisationId: record.id,
      at: work.now,
      event: step.event,
      state: step.state,
      accountId: work.actor.accountId,
      hat: hatOf(work, step.hat),
      reason: step.reason ?? "",
      note: step.note ?? "",
      fieldReasons: JSON.stringify(step.fieldReasons ?? {}),
      checked: [...(step.checked ?? [])],
    })
    .execute()
}

/** What an audit event of a step holds: from where to where, and in which words. */
export const auditStep = (
  work: Work,
  record: OrganisationRecord,
  step: Step,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> =>
  audit(work, {
    hat: step.hat,
    subject: { kind: "organisation", id: record.id },
    payload: {
      from: record.state,
      to: step.state,
      reason: step.reason ?? "",
      note: step.note ?? "",
      ...more,
    },
  })

type Write = (data: LetterData, lang: Lang) => Letter

/** To the applicant, or to the members once there are some; to a group without an account at its address. */
export const tellGroup = async (
  work: Work,
  record: OrganisationRecord,
  event: keyof typeof lettersToGroup,
  reason = "",
): Promise<void> => {
  const data = await letterData(work, record, reason)
  const people = await peopleOf(work, record)
  const letter: Write = lettersToGroup[event]
  const to = people.length > 0 ? people : await contactAlone(work, record)
  await post(work, {
    ...postingAbout(record),
    template: `organisations.${event}.group`,
    to,
    write: (lang) =>
      people.length > 0 ? letter(data, lang) : withoutAccount(data, letter(data, lang), lang),
  })
}

/** To the officers of the competent office. */
export const tellOffice = async (
  work: Work,
  record: OrganisationRecord,
  event: keyof typeof lettersToOffice,
): Promise<void> => {
  const office = { id: record.bodyId, areaCode: record.mainAreaCode }
  await tellOfficers(work, record, event, office)
}

/** To the officers of the City, whose decision it is. */
export const tellCity = async (
  work: Work,
  record: OrganisationRecord,
  event: keyof typeof lettersToOffice,
): Promise<void> => {
  const { id } = await officeOf(work.tx, work.city.code)
  await tellOfficers(work, record, event, { id, areaCode: work.city.code })
}

const tellOfficers = async (
  work: Work,
  record: OrganisationRecord,
  event: keyof typeof lettersToOffice,
  office: { readonly id: string; readonly areaCode: string },
): Promise<void> => {
  const data = await letterData(work, record, "")
  const today = dayOf(work.now, work.city.zone)
  await post(work, {
    ...postingAbout(record),
    template: `organisations.${event}.office`,
    to: await officersOf(work.tx, office.id, office.areaCode, today, "organisations"),
    write: (lang) => lettersToOffice[event](data, lang),
  })
}

const peopleOf = async (work: Work, record: OrganisationRecord): Promise<readonly Recipient[]> => {
  const members = await memberRecipients(work.tx, record.id)
  if (members.length > 0 || !record.applicantId) return members
  const applicant = await recipientOf(work.tx, record.applicantId)
  return applicant ? [applicant] : []
}

/** A group that came in by telephone or on paper may have left an address. */
const contactAlone = async (work: Work, record: OrganisationRecord): Promise<readonly Recipient[]> => {
  const contact = await contactOf(work.tx, record.contactId)
  return contact?.address ? [{ accountId: null, address: contact.address, lang: "ja" }] : []
}

export const postingAbout = (record: OrganisationRecord) => ({
  about: { kind: "organisation", id: record.id },
  bodyId: record.bodyId,
})

const letterData = async (work: Work, record: OrganisationRecord, reason: string): Promise<LetterData> => {
  const office = await findBody(work.tx, record.bodyId)
  return {
    baseUrl: work.baseUrl,
    publicId: record.publicId,
    name: record.name,
    office: office ?? { name: "", english: "" },
    receiptNumber: record.receiptNumber ?? "",
    reason,
    dueOn: record.dueOn,
  }
}
