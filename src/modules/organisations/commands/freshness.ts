import { authorise, type Hat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Conflict, Gone, NotFound } from "#kernel/errors.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { recipientOf } from "#modules/accounts"
import { canConfirm } from "../policy.ts"
import { standingMembers } from "../queries/members.ts"
import { lockRecord, lockRecordById, type OrganisationRecord } from "../queries/records.ts"
import { hashOfToken } from "../schema/link-token.ts"
import { indexOrganisation, touchPages } from "./publicity.ts"
import { writeHistory } from "./steps.ts"

/** Somebody who knows has looked: no reminder is due, and what had left the lists is back in them. */
export const markConfirmed = async (work: Work, record: OrganisationRecord): Promise<void> => {
  await work.tx
    .updateTable("organisations")
    .set({ confirmedAt: work.now, remindedAt: null, reminders: 0, staleAt: null })
    .where("id", "=", record.id)
    .execute()
  const back = record.staleAt !== null && record.state === "registered"
  if (back) await indexOrganisation(work, { ...record, staleAt: null })
}

/** civic-portal.R6: its people, or the office that has asked them, say that the profile is still right. */
export const confirmProfile = command(
  "organisations.confirm",
  async (work, { id }: { readonly id: string }) => {
    const record = await lockRecord(work, id)
    const hat = authorise(canConfirm(work.actor, record))
    return confirm(work, record, hat)
  },
)

/**
 * civic-portal.R6: by the button behind the link of a reminder. The link was sent to one person, or to the group's own
 * address: whoever presses does it for them. It works once, and only while the person is a member.
 */
export const confirmByLink = command(
  "organisations.confirm-by-link",
  async (work, { token }: { readonly token: string }) => {
    const link = await findLink(work, token)
    const record = await lockRecordById(work, link.organisationId)
    const { numUpdatedRows } = await work.tx
      .updateTable("organisationConfirmations")
      .set({ usedAt: work.now })
      .where("tokenHash", "=", hashOfToken(token))
      .where("usedAt", "is", null)
      .where("expiresAt", ">", work.now)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Gone("the link was used or is over", "")
    return confirm(work, record, await hatOfLink(work, record, link.accountId))
  },
)

const findLink = async (work: Work, token: string) => {
  const link = await work.tx
    .selectFrom("organisationConfirmations")
    .select(["organisationId", "accountId"])
    .where("tokenHash", "=", hashOfToken(token))
    .executeTakeFirst()
  if (!link) throw new NotFound("there is no such link")
  return link
}

const hatOfLink = async (work: Work, record: OrganisationRecord, accountId: string | null): Promise<Hat> => {
  const { id: organisationId, name: organisationName } = record
  if (accountId === null) return { kind: "anonymous" }
  const person = await recipientOf(work.tx, accountId)
  const member = (await standingMembers(work.tx, organisationId)).find((each) => each.accountId === accountId)
  if (!person || !member) throw new Gone("the person has left", "")
  return { kind: "member", membership: { organisationId, organisationName, role: member.role } }
}

const confirm = async (work: Work, record: OrganisationRecord, hat: Hat): Promise<{ id: string }> => {
  if (record.state !== "registered")
    throw new Conflict(`organisation ${record.publicId} is ${record.state}`, { say: "web:error.moved-on" })
  await markConfirmed(work, record)
  await writeHistory(work, record, { event: "confirm", hat, state: record.state })
  await audit(work, { hat, subject: { kind: "organisation", id: record.id }, payload: {} })
  touchPages(work, record)
  return { id: record.publicId }
}
