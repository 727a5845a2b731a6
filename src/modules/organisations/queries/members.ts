import type { Membership } from "#kernel/actor.ts"
import type { Recipient } from "#kernel/messages/messages.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { accountNames, recipientsOf } from "#modules/accounts"

export type MemberRole = Membership["role"]

/** A membership's last day still counts, unless it was ended before. */
const standing = (tx: Transaction, today: Temporal.PlainDate) =>
  tx
    .selectFrom("memberships")
    .innerJoin("organisations", "organisations.id", "memberships.organisationId")
    .where("memberships.endedAt", "is", null)
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
  const members = await standingMembers(tx, organisationId)
  return recipientsOf(
    tx,
    members.map(({ accountId }) => accountId),
  )
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
    .where("endedAt", "is", null)
    .select(["organisationId", "accountId"])
    .execute()
}

/** Everyone who ever acted for a group, in whatever role. */
export const everyMember = async (tx: Transaction, organisationId: string): Promise<string[]> => {
  const rows = await tx
    .selectFrom("memberships")
    .select("accountId")
    .distinct()
    .where("organisationId", "=", organisationId)
    .execute()
  return rows.map(({ accountId }) => accountId)
}

export type StandingMember = {
  readonly id: string
  readonly accountId: string
  readonly role: MemberRole
  readonly validFrom: Temporal.PlainDate
  readonly validTo: Temporal.PlainDate | null
}

/** Who acts for a group: its representatives first, then in the order in which they came. */
export const standingMembers = (tx: Transaction, organisationId: string): Promise<StandingMember[]> =>
  tx
    .selectFrom("memberships")
    .select(["id", "accountId", "role", "validFrom", "validTo"])
    .where("organisationId", "=", organisationId)
    .where("endedAt", "is", null)
    .orderBy("role", "desc")
    .orderBy("validFrom")
    .orderBy("id")
    .$castTo<StandingMember>()
    .execute()

export type OpenInvitation = {
  readonly id: string
  readonly address: string
  readonly role: MemberRole
  readonly expiresAt: Temporal.Instant
  readonly byOffice: boolean
}

/** Invitations that nobody has answered yet, also those that have run out: to be sent again. */
export const openInvitations = (tx: Transaction, organisationId: string): Promise<OpenInvitation[]> =>
  tx
    .selectFrom("organisationInvitations")
    .select(["id", "address", "role", "expiresAt", "byOffice"])
    .where("organisationId", "=", organisationId)
    .where("acceptedAt", "is", null)
    .where("declinedAt", "is", null)
    .where("withdrawnAt", "is", null)
    .orderBy("createdAt", "desc")
    .$castTo<OpenInvitation>()
    .execute()

/** Members with their names, and who was invited, for those who may see both. */
export const peopleOf = async (tx: Transaction, organisationId: string) => {
  const members = await standingMembers(tx, organisationId)
  const names = await accountNames(
    tx,
    members.map(({ accountId }) => accountId),
  )
  return {
    members: members.map((member) => ({ ...member, name: names.get(member.accountId) ?? "" })),
    invitations: await openInvitations(tx, organisationId),
  }
}

export type People = Awaited<ReturnType<typeof peopleOf>>
