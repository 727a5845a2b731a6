import { ownHat, type Actor, type Permission } from "#kernel/actor.ts"
import { NotFound } from "#kernel/errors.ts"
import { isId } from "#kernel/ids.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { accountNames } from "#modules/accounts"
import { everyMember } from "./members.ts"

export type Recovery = {
  readonly id: string
  readonly organisationId: string
  readonly invitationId: string
  readonly reason: string
  readonly at: Temporal.Instant
  readonly objectUntil: Temporal.PlainDate
}

const recoveries = (tx: Transaction) =>
  tx
    .selectFrom("organisationRecoveries")
    .select(["id", "organisationId", "invitationId", "reason", "at", "objectUntil"])

export const getRecovery = async (tx: Transaction, id: string): Promise<Recovery> => {
  const found = isId(id) ? await recoveries(tx).where("id", "=", id).executeTakeFirst() : undefined
  if (!found) throw new NotFound(`there is no recovery ${id}`)
  return found
}

/** Whoever was ever a member; to others it does not exist. */
export const mayObject = async (tx: Transaction, actor: Actor, recovery: Recovery): Promise<Permission> => {
  const members = await everyMember(tx, recovery.organisationId)
  return actor.accountId !== null && members.includes(actor.accountId) ? ownHat(actor) : "hidden"
}

export const findObjection = (tx: Transaction, id: string) =>
  tx
    .selectFrom("organisationObjections")
    .select(["id", "recoveryId", "accountId"])
    .where("id", "=", id)
    .executeTakeFirst()

/** What one person has said about a recovery, if anything. */
export const findOwnObjection = (tx: Transaction, recoveryId: string, accountId: string) =>
  tx
    .selectFrom("organisationObjections")
    .select(["words", "upheld", "answer", "decidedAt"])
    .where("recoveryId", "=", recoveryId)
    .where("accountId", "=", accountId)
    .executeTakeFirst()

/** For the office: whom it named and why, and what was said against it. */
export const recoveriesOf = async (tx: Transaction, organisationId: string) => {
  const found = await recoveries(tx)
    .where("organisationId", "=", organisationId)
    .orderBy("at", "desc")
    .execute()
  if (found.length === 0) return []
  const objections = await tx
    .selectFrom("organisationObjections")
    .select(["id", "recoveryId", "accountId", "at", "words", "upheld", "answer", "decidedAt"])
    .where(
      "recoveryId",
      "in",
      found.map(({ id }) => id),
    )
    .orderBy("at")
    .execute()
  const names = await accountNames(
    tx,
    objections.map(({ accountId }) => accountId),
  )
  return found.map((recovery) => ({
    ...recovery,
    objections: objections
      .filter(({ recoveryId }) => recoveryId === recovery.id)
      .map((objection) => ({ ...objection, name: names.get(objection.accountId) ?? "" })),
  }))
}

export type RecoveryEntry = Awaited<ReturnType<typeof recoveriesOf>>[number]
