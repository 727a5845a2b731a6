import { authorise, ownHat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { dayOf } from "#kernel/clock.ts"
import { Conflict, Forbidden, TooMany } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { canChangeForGroup, isChangeable } from "../policy.ts"
import { findClaim, hasPeople, lockAttempts } from "../queries/claims.ts"
import { lockRecord, type OrganisationRecord } from "../queries/records.ts"
import { claimCodeOf, hashOfCode, readClaimCode } from "../schema/claim-code.ts"
import { touchPages } from "./publicity.ts"
import { auditStep, takeStep, tellOffice, writeHistory, type Step } from "./steps.ts"

/** The office hands out a code for a group that nobody represents; an earlier one ends with it. */
export const issueClaimCode = command(
  "organisations.issue-code",
  async (work, { id }: { readonly id: string }) => {
    const record = await lockRecord(work, id)
    const hat = authorise(canChangeForGroup(work.actor, record))
    if (!isChangeable(record) || (await hasPeople(work.tx, record)))
      throw new Conflict(`organisation ${id} has people`, { say: "organisations:error.has-people" })
    const codeId = newId()
    const days = work.city.settings.claimCodeDays.value
    await endOpenCodes(work, record)
    await work.tx
      .insertInto("organisationClaimCodes")
      .values({
        ...{ id: codeId, organisationId: record.id, issuedAt: work.now, issuedBy: work.actor.accountId },
        codeHash: hashOfCode(claimCodeOf(work.secret, codeId)),
        expiresAt: work.now.add({ hours: days * 24 }),
      })
      .execute()
    await audit(work, { hat, subject: { kind: "organisation", id: record.id }, payload: { days } })
    return { id: record.publicId }
  },
)

const endOpenCodes = async (work: Work, record: OrganisationRecord): Promise<void> => {
  await work.tx
    .updateTable("organisationClaimCodes")
    .set({ endedAt: work.now })
    .where("organisationId", "=", record.id)
    .where("usedAt", "is", null)
    .where("endedAt", "is", null)
    .execute()
}

/**
 * A person takes over the group whose code they hold. A wrong code is answered, not thrown: the attempt has to be
 * counted, and what is thrown leaves no trace.
 */
export const claimOrganisation = command(
  "organisations.claim",
  async (work, input: { readonly code: string }): Promise<{ readonly id: string | null }> => {
    const accountId = work.actor.accountId
    if (accountId === null) throw new Forbidden("nobody is signed in")
    await countAttempt(work, accountId)
    const claim = await findClaim(work.tx, hashOfCode(readClaimCode(input.code)), work.now)
    if (!claim) return { id: null }
    const before = await lockRecord(work, claim.publicId)
    // Whoever was quicker has it; a code of a group that has people again is none.
    if (!isChangeable(before) || (await hasPeople(work.tx, before))) return { id: null }
    const used = await work.tx
      .updateTable("organisationClaimCodes")
      .set({ usedAt: work.now, usedBy: accountId })
      .where("id", "=", claim.id)
      .where("usedAt", "is", null)
      .where("endedAt", "is", null)
      .executeTakeFirst()
    if (used.numUpdatedRows === 0n) return { id: null }
    await takeOver(work, before, accountId)
    return { id: before.publicId }
  },
)

/** Before the registration they apply for it; after it they represent it. */
const takeOver = async (work: Work, before: OrganisationRecord, accountId: string): Promise<void> => {
  const step: Step = { event: "claim", hat: ownHat(work.actor), state: before.state }
  if (before.registeredAt === null) await takeStep(work, before, step, { applicantId: accountId })
  else {
    await work.tx
      .insertInto("memberships")
      .values({
        ...{ id: newId(), organisationId: before.id, accountId, role: "representative" },
        validFrom: dayOf(work.now, work.city.zone),
      })
      .execute()
    await writeHistory(work, before, step)
    touchPages(work, before)
  }
  await auditStep(work, before, step)
  await tellOffice(work, before, "claim")
}

const countAttempt = async (work: Work, accountId: string): Promise<void> => {
  const since = work.now.subtract({ hours: 24 })
  const tried = await lockAttempts(work, accountId, since)
  if (tried >= work.city.settings.claimAttempts.value) throw new TooMany("too many codes tried", 24 * 60 * 60)
  await work.tx.insertInto("organisationClaimAttempts").values({ accountId, at: work.now }).execute()
}
