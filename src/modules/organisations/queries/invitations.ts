import type { Transaction } from "#kernel/transaction.ts"
import { hashOfToken } from "../schema/link-token.ts"
import type { MemberRole } from "./members.ts"
import type { OrganisationRecord } from "./records.ts"

export type Invitation = {
  readonly id: string
  readonly organisationId: string
  readonly address: string
  readonly role: MemberRole
  readonly validTo: Temporal.PlainDate | null
  readonly word: string
  readonly invitedBy: string | null
  readonly byOffice: boolean
  readonly expiresAt: Temporal.Instant
  readonly acceptedAt: Temporal.Instant | null
  readonly declinedAt: Temporal.Instant | null
  readonly withdrawnAt: Temporal.Instant | null
}

/** Whoever has the token may know of the invitation. */
export const findInvitation = (tx: Transaction, token: string): Promise<Invitation | undefined> =>
  tx
    .selectFrom("organisationInvitations")
    .select([
      "id",
      "organisationId",
      "address",
      "role",
      "validTo",
      "word",
      "invitedBy",
      "byOffice",
      "expiresAt",
      "acceptedAt",
      "declinedAt",
      "withdrawnAt",
    ])
    .where("tokenHash", "=", hashOfToken(token))
    .$castTo<Invitation>()
    .executeTakeFirst()

export const isOpen = (
  invitation: Invitation,
  record: Pick<OrganisationRecord, "state">,
  now: Temporal.Instant,
): boolean =>
  invitation.acceptedAt === null &&
  invitation.declinedAt === null &&
  invitation.withdrawnAt === null &&
  Temporal.Instant.compare(now, invitation.expiresAt) < 0 &&
  (record.state === "registered" || record.state === "suspended")
