import type { Membership } from "#kernel/actor.ts"
import type { Recipient } from "#kernel/messages/messages.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { recipientsOf } from "#modules/accounts"

/** A membership's last day still counts. */
const standing = (tx: Transaction, today: Temporal.PlainDate) =>
  tx
    .selectFrom("memberships")
    .innerJoin("organisations", "organisations.id", "memberships.organisationId")
    .where("memberships.validFrom", "<=", today)
    .where((eb) => eb.or([eb("memberships.validTo", "is", null), eb("memberships.validTo", ">=", today)]))

/** The groups of a person on a day. */
export const membershipsOf = (
  tx: Transaction,
  accountId: string,
  today: Temporal.PlainDate,
): Promise<Membership[]> =>
  standing(tx, today)
    .where("memberships.accountId", "=", accountId)
    .select([
      "organisations.id as organisationId",
      "organisations.name as organisationName",
      "memberships.role",
    ])
    .$narrowType<{ readonly role: Membership["role"] }>()
    .orderBy("organisations.kana")
    .execute()

/** Everyone who acts for a group and has not left, as recipients of mail. */
export const memberRecipients = async (tx: Transaction, organisationId: string): Promise<Recipient[]> => {
  const members = await tx
    .selectFrom("memberships")
    .where("organisationId", "=", organisationId)
    .where("validTo", "is", null)
    .select("accountId")
    .execute()
  const accounts = members.map(({ accountId }) => accountId)
  return recipientsOf(tx, accounts)
}

/** Everyone who acts for one of these groups and has not left. */
export const membersOfMany = async (
  tx: Transaction,
  organisationIds: readonly string[],
): Promise<{ readonly organisationId: string; readonly accountId: string }[]> => {
  if (organisationIds.length === 0) return []
  return tx
    .selectFrom("memberships")
    .where("organisationId", "in", [...organisationIds])
    .where("validTo", "is", null)
    .select(["organisationId", "accountId"])
    .execute()
}
