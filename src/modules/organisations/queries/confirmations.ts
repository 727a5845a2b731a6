import { NotFound } from "#kernel/errors.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { hashOfToken } from "../schema/link-token.ts"
import { findRecordById, type OrganisationRecord } from "./records.ts"

/** The group that the link of a reminder is about, as long as the link and the group stand. */
export const findConfirmation = async (
  tx: Transaction,
  token: string,
  now: Temporal.Instant,
): Promise<OrganisationRecord | "over"> => {
  const link = await tx
    .selectFrom("organisationConfirmations")
    .select(["organisationId", "expiresAt", "usedAt"])
    .where("tokenHash", "=", hashOfToken(token))
    .executeTakeFirst()
  const record = link && (await findRecordById(tx, link.organisationId))
  if (!record) throw new NotFound("there is no such link")
  const over = link.usedAt !== null || Temporal.Instant.compare(now, link.expiresAt) >= 0
  return over || record.state !== "registered" ? "over" : record
}
