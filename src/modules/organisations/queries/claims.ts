import { sql } from "kysely"
import type { Transaction, Work } from "#kernel/transaction.ts"
import { claimCodeOf, hashOfCode } from "../schema/claim-code.ts"
import type { OrganisationRecord } from "./records.ts"

/** Does anybody act for the group, or apply for it? */
export const hasPeople = async (tx: Transaction, record: OrganisationRecord): Promise<boolean> => {
  if (record.registeredAt === null) return record.applicantId !== null
  const member = await tx
    .selectFrom("memberships")
    .select("id")
    .where("organisationId", "=", record.id)
    .where("validTo", "is", null)
    .limit(1)
    .executeTakeFirst()
  return member !== undefined
}

/** The group that a code stands for, while it can be used. */
export const findClaim = (tx: Transaction, codeHash: string, now: Temporal.Instant) =>
  tx
    .selectFrom("organisationClaimCodes as code")
    .innerJoin("organisations", "organisations.id", "code.organisationId")
    .select(["code.id", "organisations.publicId"])
    .where("code.codeHash", "=", codeHash)
    .where("code.expiresAt", ">", now)
    .where("code.usedAt", "is", null)
    .where("code.endedAt", "is", null)
    .executeTakeFirst()

/** The code that is open for a group, to be printed; its text is empty where another installation made it. */
export const openCodeOf = async (
  tx: Transaction,
  record: OrganisationRecord,
  secret: string,
  now: Temporal.Instant,
) => {
  const row = await tx
    .selectFrom("organisationClaimCodes")
    .select(["id", "codeHash", "expiresAt"])
    .where("organisationId", "=", record.id)
    .where("expiresAt", ">", now)
    .where("usedAt", "is", null)
    .where("endedAt", "is", null)
    .executeTakeFirst()
  if (!row) return null
  const code = claimCodeOf(secret, row.id)
  return { code: hashOfCode(code) === row.codeHash ? code : "", expiresAt: row.expiresAt }
}

/** Until when the last code of a group can be used, or could be; null when none is open. */
export const codeUntil = async (
  tx: Transaction,
  record: OrganisationRecord,
): Promise<Temporal.Instant | null> => {
  const row = await tx
    .selectFrom("organisationClaimCodes")
    .select("expiresAt")
    .where("organisationId", "=", record.id)
    .where("usedAt", "is", null)
    .where("endedAt", "is", null)
    .executeTakeFirst()
  return row?.expiresAt ?? null
}

/** One after the other: how many codes this person tried, and older attempts forgotten. */
export const lockAttempts = async (
  work: Work,
  accountId: string,
  since: Temporal.Instant,
): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`claim:${accountId}`}))`.execute(work.tx)
  await work.tx
    .deleteFrom("organisationClaimAttempts")
    .where("accountId", "=", accountId)
    .where("at", "<", since)
    .execute()
  const { tried } = await work.tx
    .selectFrom("organisationClaimAttempts")
    .select(({ fn }) => fn.countAll<number>().as("tried"))
    .where("accountId", "=", accountId)
    .executeTakeFirstOrThrow()
  return Number(tried)
}
