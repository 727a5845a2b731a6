import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { dayOf } from "#kernel/clock.ts"
import { Conflict, Invalid, NotFound } from "#kernel/errors.ts"
import { isId, newId } from "#kernel/ids.ts"
import { command, hatOf, type Work } from "#kernel/transaction.ts"
import { findPersonByAddress } from "#modules/accounts"
import { findBody } from "#modules/places"
import { canHelpAsOffice } from "../policy.ts"
import { everyMember, standingMembers } from "../queries/members.ts"
import { findObjection, getRecovery, mayObject, type Recovery } from "../queries/recoveries.ts"
import { lockRecord, lockRecordById, type OrganisationRecord } from "../queries/records.ts"
import { endOpenInvitations, writeInvitation } from "./invite.ts"
import { addMember, endMembership, requireStanding, setUnattended } from "./memberships.ts"
import { postInvitation, tellEveryMember, tellOffice, tellPerson } from "./people-letters.ts"
import { writeHistory } from "./steps.ts"

type Recovering = { readonly id: string; readonly address: string; readonly reason: string }

/**
 * The office names somebody for a group that lost its people. The reason is kept, and everyone who was ever a member
 * is told, with the way to object.
 */
export const recoverGroup = command("organisations.recover", async (work, input: Recovering) => {
  const record = await lockRecord(work, input.id)
  const hat = authorise(canHelpAsOffice(work.actor, record))
  requireStanding(record)
  const { address, reason } = input
  const person = await findPersonByAddress(work.tx, address)
  if (person && person.id === work.actor.accountId)
    throw new Invalid({ address: "organisations:error.oneself-named" })
  const asked = { address, role: "representative", until: null, word: "" } as const
  const { id: invitationId, token } = await writeInvitation(work, record, asked, true)
  const id = newId()
  const objectUntil = dayOf(work.now, work.city.zone).add({ days: work.city.settings.objectionDays.value })
  await work.tx
    .insertInto("organisationRecoveries")
    .values({
      ...{ id, organisationId: record.id, invitationId, reason, objectUntil, at: work.now },
      accountId: work.actor.accountId,
      hat: hatOf(work, hat),
    })
    .execute()
  await writeHistory(work, record, { event: "recover", hat, state: record.state, reason })
  await audit(work, { hat, subject: { kind: "organisation", id: record.id }, payload: { address, reason } })
  const office = await findBody(work.tx, record.bodyId)
  await postInvitation(work, record, { ...asked, by: office?.name ?? "", token })
  await tellEveryMember(work, record, await everyMember(work.tx, record.id), {
    recovery: id,
    reason,
    until: objectUntil,
  })
  return { id }
})

/** Whoever was a member says that it is wrong. Until the office has decided, nobody can accept the invitation. */
export const objectToRecovery = command(
  "organisations.object",
  async (work, input: { readonly recovery: string; readonly words: string }) => {
    const { recovery, record } = await lockRecovery(work, input.recovery)
    const hat = authorise(await mayObject(work.tx, work.actor, recovery))
    if (Temporal.PlainDate.compare(dayOf(work.now, work.city.zone), recovery.objectUntil) > 0)
      throw new Invalid({ words: "organisations:error.objection-late" })
    const accountId = work.actor.accountId ?? ""
    const made = await work.tx
      .insertInto("organisationObjections")
      .values({ id: newId(), recoveryId: recovery.id, accountId, at: work.now, words: input.words })
      .onConflict((row) => row.columns(["recoveryId", "accountId"]).doNothing())
      .returning("id")
      .executeTakeFirst()
    if (!made) throw new Invalid({ words: "organisations:error.objected-already" })
    const { words } = input
    await audit(work, { hat, subject: { kind: "organisation", id: record.id }, payload: { words } })
    await tellOffice(work, record, { what: "objection" })
    return { id: recovery.id }
  },
)

type Deciding = { readonly objection: string; readonly upheld: boolean; readonly answer: string }

/** Upheld, the person who was named goes, and the objector represents the group again. */
export const decideObjection = command("organisations.decide-objection", async (work, input: Deciding) => {
  const objection = isId(input.objection) ? await findObjection(work.tx, input.objection) : undefined
  if (!objection) throw new NotFound(`there is no objection ${input.objection}`)
  const { recovery, record } = await lockRecovery(work, objection.recoveryId)
  const hat = authorise(canHelpAsOffice(work.actor, record))
  const decided = await work.tx
    .updateTable("organisationObjections")
    .set({
      ...{ upheld: input.upheld, answer: input.answer },
      ...{ decidedAt: work.now, decidedBy: work.actor.accountId },
    })
    .where("id", "=", objection.id)
    .where("decidedAt", "is", null)
    .executeTakeFirst()
  if (decided.numUpdatedRows === 0n) throw new Conflict("decided before", { say: "web:error.moved-on" })
  if (input.upheld) await takeBack(work, record, recovery, objection.accountId)
  const { upheld, answer } = input
  await audit(work, { hat, subject: { kind: "organisation", id: record.id }, payload: { upheld, answer } })
  const what = upheld ? "upheld" : "dismissed"
  await tellPerson(work, record, { what, answer, accountId: objection.accountId })
  return { id: record.publicId }
})

const lockRecovery = async (
  work: Work,
  id: string,
): Promise<{ readonly recovery: Recovery; readonly record: OrganisationRecord }> => {
  const recovery = await getRecovery(work.tx, id)
  return { recovery, record: await lockRecordById(work, recovery.organisationId) }
}

const takeBack = async (
  work: Work,
  record: OrganisationRecord,
  { invitationId }: Recovery,
  accountId: string,
): Promise<void> => {
  const invitation = await work.tx
    .selectFrom("organisationInvitations")
    .select(["address", "membershipId"])
    .where("id", "=", invitationId)
    .executeTakeFirstOrThrow()
  await endOpenInvitations(work, record.id, invitation.address)
  const members = await standingMembers(work.tx, record.id)
  const named = members.find(({ id }) => id === invitation.membershipId)
  if (named && named.accountId !== accountId) {
    await endMembership(work, named)
    await tellPerson(work, record, { what: "removed", accountId: named.accountId, word: "" })
  }
  const own = members.find((member) => member.accountId === accountId)
  if (own?.role === "representative") return setUnattended(work, record.id, null)
  if (own) await endMembership(work, own)
  await addMember(work, record.id, { accountId, role: "representative", validTo: null })
}
