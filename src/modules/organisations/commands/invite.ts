import { authorise, ownHat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { dayOf } from "#kernel/clock.ts"
import { Conflict, Gone, Invalid, NotFound } from "#kernel/errors.ts"
import { isId, newId } from "#kernel/ids.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { accountNames, findPersonByAddress } from "#modules/accounts"
import { canManageMembers } from "../policy.ts"
import { findInvitation, isOpen, type Invitation } from "../queries/invitations.ts"
import { openInvitations, standingMembers, type MemberRole } from "../queries/members.ts"
import { lockRecord, lockRecordById, type OrganisationRecord } from "../queries/records.ts"
import { newLinkToken } from "../schema/link-token.ts"
import { addMember, endMembership, requireStanding } from "./memberships.ts"
import { postInvitation, tellOfMember } from "./people-letters.ts"
import { writeHistory } from "./steps.ts"

type Inviting = {
  readonly id: string
  readonly address: string
  readonly role: MemberRole
  /** The last day of the term; null: until somebody ends it. */
  readonly until: Temporal.PlainDate | null
  readonly word: string
}

/** More than any group needs at once, and too few for a mailing. */
const mostOpen = 20

/** Asks somebody by mail to act for the group. Asked again, only the new link works. */
export const inviteMember = command("organisations.invite", async (work, input: Inviting) => {
  const record = await lockRecord(work, input.id)
  const hat = authorise(canManageMembers(work.actor, record))
  requireStanding(record)
  await checkInvitation(work, record, input)
  const { id, token } = await writeInvitation(work, record, input, false)
  const { address, role } = input
  await audit(work, { hat, subject: { kind: "organisation", id: record.id }, payload: { address, role } })
  const names = await accountNames(work.tx, [work.actor.accountId])
  const by = names.get(work.actor.accountId ?? "") ?? ""
  await postInvitation(work, record, { ...input, by, token })
  return { id }
})

export const checkTerm = (work: Work, until: Temporal.PlainDate | null): void => {
  if (until && Temporal.PlainDate.compare(until, dayOf(work.now, work.city.zone)) < 0)
    throw new Invalid({ until: "organisations:error.term-past" })
}

const checkInvitation = async (
  work: Work,
  record: OrganisationRecord,
  { address, until }: Inviting,
): Promise<void> => {
  checkTerm(work, until)
  const person = await findPersonByAddress(work.tx, address)
  const members = await standingMembers(work.tx, record.id)
  if (members.some(({ accountId }) => accountId === person?.id))
    throw new Invalid({ address: "organisations:error.member-already" })
  if ((await openInvitations(work.tx, record.id)).length >= mostOpen)
    throw new Invalid({ address: "organisations:error.invitations-many" })
}

/** One open invitation for an address: an earlier one ends. */
export const writeInvitation = async (
  work: Work,
  record: OrganisationRecord,
  input: Pick<Inviting, "address" | "role" | "until" | "word">,
  byOffice: boolean,
): Promise<{ readonly id: string; readonly token: string }> => {
  await endOpenInvitations(work, record.id, input.address)
  const id = newId()
  const { token, hash } = newLinkToken()
  const { address, role, until, word } = input
  const days = work.city.settings.invitationDays.value
  await work.tx
    .insertInto("organisationInvitations")
    .values({
      ...{ id, organisationId: record.id, address, role, word, byOffice },
      validTo: until,
      tokenHash: hash,
      invitedBy: work.actor.accountId,
      createdAt: work.now,
      expiresAt: work.now.add({ hours: days * 24 }),
    })
    .execute()
  return { id, token }
}

/** Of one address, or of all. */
export const endOpenInvitations = async (
  work: Work,
  organisationId: string,
  address: string | null,
): Promise<void> => {
  await work.tx
    .updateTable("organisationInvitations")
    .set({ withdrawnAt: work.now })
    .where("organisationId", "=", organisationId)
    .where("acceptedAt", "is", null)
    .where("declinedAt", "is", null)
    .where("withdrawnAt", "is", null)
    .$if(address !== null, (query) => query.where("address", "=", address ?? ""))
    .execute()
}

/** The link that was sent works no more. */
export const withdrawInvitation = command(
  "organisations.withdraw-invitation",
  async (work, input: { readonly id: string; readonly invitation: string }) => {
    const record = await lockRecord(work, input.id)
    const hat = authorise(canManageMembers(work.actor, record))
    const open = isId(input.invitation) ? await openInvitations(work.tx, record.id) : []
    const invitation = open.find(({ id }) => id === input.invitation)
    if (!invitation) throw new NotFound(`there is no open invitation ${input.invitation}`)
    if (invitation.byOffice)
      throw new Conflict("the office invited", { say: "organisations:error.by-office" })
    await endOpenInvitations(work, record.id, invitation.address)
    const { address } = invitation
    await audit(work, { hat, subject: { kind: "organisation", id: record.id }, payload: { address } })
    return { id: record.publicId }
  },
)

/**
 * Whoever has the link and is signed in takes the place; the account's address may be another than the one that was
 * written to, and the audit keeps both.
 */
export const acceptInvitation = command(
  "organisations.accept-invitation",
  async (work, { token }: { readonly token: string }) => {
    const { invitation, record } = await lockInvitation(work, token)
    const hat = authorise(work.actor.accountId === null ? "refused" : ownHat(work.actor))
    if (await isObjectedTo(work, invitation))
      throw new Conflict("somebody objects", { say: "organisations:error.objected" })
    const membershipId = await takePlace(work, record, invitation, work.actor.accountId ?? "")
    await work.tx
      .updateTable("organisationInvitations")
      .set({ acceptedAt: work.now, acceptedBy: work.actor.accountId, membershipId })
      .where("id", "=", invitation.id)
      .execute()
    await writeHistory(work, record, { event: "join", hat, state: record.state })
    await audit(work, {
      hat,
      subject: { kind: "organisation", id: record.id },
      payload: { role: invitation.role, invited: invitation.address, address: work.actor.address },
    })
    await tellOfMember(work, record, { what: "joined", accountId: work.actor.accountId ?? "" })
    return { id: record.publicId }
  },
)

export const declineInvitation = command(
  "organisations.decline-invitation",
  async (work, { token }: { readonly token: string }) => {
    const { invitation, record } = await lockInvitation(work, token)
    await work.tx
      .updateTable("organisationInvitations")
      .set({ declinedAt: work.now })
      .where("id", "=", invitation.id)
      .execute()
    await audit(work, {
      hat: ownHat(work.actor),
      subject: { kind: "organisation", id: record.id },
      payload: { invited: invitation.address },
    })
    await tellOfMember(work, record, { what: "declined", address: invitation.address })
    return { id: record.publicId }
  },
)

/** The group first, then the invitation: in the order of every other act on its people. */
const lockInvitation = async (
  work: Work,
  token: string,
): Promise<{ readonly invitation: Invitation; readonly record: OrganisationRecord }> => {
  const seen = await findInvitation(work.tx, token)
  if (!seen) throw new NotFound("there is no such invitation")
  const record = await lockRecordById(work, seen.organisationId)
  const invitation = await findInvitation(work.tx, token)
  if (!invitation || !isOpen(invitation, record, work.now))
    throw new Gone(`invitation ${seen.id} is over`, "")
  return { invitation, record }
}

const isObjectedTo = async (work: Work, { id }: Invitation): Promise<boolean> => {
  const objection = await work.tx
    .selectFrom("organisationObjections")
    .innerJoin("organisationRecoveries", "organisationRecoveries.id", "organisationObjections.recoveryId")
    .select("organisationObjections.id")
    .where("organisationRecoveries.invitationId", "=", id)
    .where("organisationObjections.decidedAt", "is", null)
    .executeTakeFirst()
  return objection !== undefined
}

/** Who is a member already keeps the higher of the two roles. */
const takePlace = async (
  work: Work,
  record: OrganisationRecord,
  { role, validTo }: Invitation,
  accountId: string,
): Promise<string> => {
  const members = await standingMembers(work.tx, record.id)
  const present = members.find((member) => member.accountId === accountId)
  if (present && (present.role === role || present.role === "representative")) return present.id
  if (present) await endMembership(work, present)
  return addMember(work, record.id, { accountId, role, validTo })
}
