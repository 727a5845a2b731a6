import { sql } from "kysely"
import { audit } from "#kernel/audit/audit.ts"
import { dayOf } from "#kernel/clock.ts"
import { ownHat } from "#kernel/actor.ts"
import { post, type Lang, type Letter, type Recipient } from "#kernel/messages/messages.ts"
import type { Work } from "#kernel/transaction.ts"
import { contactOf } from "#modules/accounts"
import { leftListsLetter, reminderLetter } from "../mail/freshness.ts"
import { memberRecipients, standingMembers, type StandingMember } from "../queries/members.ts"
import { lockRecordById, type OrganisationRecord } from "../queries/records.ts"
import { askedSince, staleSince } from "../schema/freshness.ts"
import { newLinkToken } from "../schema/link-token.ts"
import { endMembership, setUnattended } from "./memberships.ts"
import { tellOfficeOfHandOver, tellOfMember } from "./people-letters.ts"
import { removeFromIndex, touchPages } from "./publicity.ts"
import { postingAbout, writeHistory } from "./steps.ts"

// What the nightly jobs do, some groups at a time. Each answers how many there were.

export const batch = 100

/** A link is of use until the second reminder after it. */
const linkDays = 90

/** civic-portal.R6: asks the people of groups whose profiles nobody has confirmed for long. */
export const remindSome = async (work: Work): Promise<number> => {
  const days = work.city.settings.profileReminderDays.value
  const due = await work.tx
    .selectFrom("organisations")
    .selectAll()
    .where("state", "=", "registered")
    .where("staleAt", "is", null)
    .where("confirmedAt", "<=", askedSince(work.now, work.city))
    .where(
      sql<boolean>`(reminded_at is null or reminded_at + reminders * ${days} * interval '1 day' <= ${work.now})`,
    )
    .orderBy("confirmedAt")
    .orderBy("id")
    .limit(batch)
    .forUpdate()
    .skipLocked()
    .$castTo<OrganisationRecord>()
    .execute()
  const months = work.city.settings.profileConfirmMonths.value
  for (const record of due) {
    await work.tx
      .updateTable("organisations")
      .set({ remindedAt: record.remindedAt ?? work.now, reminders: record.reminders + 1 })
      .where("id", "=", record.id)
      .execute()
    const asked = { baseUrl: work.baseUrl, name: record.name, months }
    await askToConfirm(work, record, "remind", (token, lang) => reminderLetter({ ...asked, token }, lang))
  }
  return due.length
}

/** civic-portal.R6: what nobody confirmed though it was asked for leaves the lists; its page stays. */
export const hideSomeStale = async (work: Work): Promise<number> => {
  const stale = await work.tx
    .selectFrom("organisations")
    .selectAll()
    .where("state", "=", "registered")
    .where("staleAt", "is", null)
    .where("remindedAt", "<=", staleSince(work.now, work.city))
    .orderBy("id")
    .limit(batch)
    .forUpdate()
    .skipLocked()
    .$castTo<OrganisationRecord>()
    .execute()
  const hat = ownHat(work.actor)
  for (const record of stale) {
    await work.tx
      .updateTable("organisations")
      .set({ staleAt: work.now })
      .where("id", "=", record.id)
      .execute()
    await removeFromIndex(work, record)
    await writeHistory(work, record, { event: "leave-lists", hat, state: record.state })
    await audit(work, { hat, subject: { kind: "organisation", id: record.id }, payload: {} })
    touchPages(work, record)
    const told = { baseUrl: work.baseUrl, name: record.name }
    await askToConfirm(work, record, "left-lists", (token, lang) => leftListsLetter({ ...told, token }, lang))
  }
  return stale.length
}

/** Each person gets a link of their own, so that it is known who confirmed. The ledger shows it to nobody else. */
const askToConfirm = async (
  work: Work,
  record: OrganisationRecord,
  template: string,
  write: (token: string, lang: Lang) => Letter,
): Promise<void> => {
  for (const to of await askedPeople(work, record)) {
    const { token, hash } = newLinkToken()
    await work.tx
      .insertInto("organisationConfirmations")
      .values({
        tokenHash: hash,
        organisationId: record.id,
        accountId: to.accountId,
        createdAt: work.now,
        expiresAt: work.now.add({ hours: linkDays * 24 }),
      })
      .execute()
    await post(work, {
      about: postingAbout(record).about,
      template: `organisations.${template}`,
      to: [to],
      write: (lang) => write(token, lang),
    })
  }
}

/** A group that came in on paper has no members: it is asked at its own address. */
const askedPeople = async (work: Work, record: OrganisationRecord): Promise<readonly Recipient[]> => {
  const members = await memberRecipients(work.tx, record.id)
  if (members.length > 0) return members
  const contact = await contactOf(work.tx, record.contactId)
  return contact?.address ? [{ accountId: null, address: contact.address, lang: "ja" }] : []
}

/** Terms that ran out yesterday end. Where the last representative goes with one, the office looks for another. */
export const endSomeTerms = async (work: Work): Promise<number> => {
  const over = await work.tx
    .selectFrom("memberships")
    .select("organisationId")
    .distinct()
    .where("endedAt", "is", null)
    .where("validTo", "<", dayOf(work.now, work.city.zone))
    .orderBy("organisationId")
    .limit(batch)
    .execute()
  for (const { organisationId } of over) await endTermsOf(work, organisationId)
  return over.length
}

const endTermsOf = async (work: Work, organisationId: string): Promise<void> => {
  const record = await lockRecordById(work, organisationId)
  const members = await standingMembers(work.tx, organisationId)
  const today = dayOf(work.now, work.city.zone)
  const isOver = ({ validTo }: StandingMember) =>
    validTo !== null && Temporal.PlainDate.compare(validTo, today) < 0
  const hat = ownHat(work.actor)
  for (const member of members.filter(isOver)) {
    await tellOfMember(work, record, { what: "term-over", accountId: member.accountId })
    await endMembership(work, member)
    const payload = { account: member.accountId, role: member.role }
    await audit(work, { hat, subject: { kind: "organisation", id: record.id }, payload })
  }
  const represents = ({ role }: StandingMember) => role === "representative"
  const left = members.filter((member) => !isOver(member))
  if (!members.some(represents) || left.some(represents)) return
  await setUnattended(work, organisationId, work.now)
  await tellOfficeOfHandOver(work, record)
}

/** What counted the proposals of one client is of no use after a day. */
export const forgetClients = async (work: Work): Promise<number> => {
  await work.tx
    .updateTable("organisationChangeRequests")
    .set({ clientKey: "" })
    .where("clientKey", "!=", "")
    .where("createdAt", "<", work.now.subtract({ hours: 24 }))
    .execute()
  return 0
}
