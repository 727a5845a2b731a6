import { type Actor, authorise } from "#kernel/actor.ts"
import type { Page } from "#kernel/paging.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { listPeopleExcept, type Person } from "#modules/accounts"
import { canReadConsents } from "../policy.ts"
import type { Contents } from "../schema/contents.ts"

/** The version of the terms that people must have agreed to: the last in force that asked for it. */
export type AskedTerms = {
  readonly id: string
  readonly slug: string
  readonly number: number
  readonly contents: Contents
  readonly why: string
  readonly publishAt: Temporal.Instant
  readonly pageId: string
}

export const findAskedTerms = (tx: Transaction, now: Temporal.Instant): Promise<AskedTerms | undefined> =>
  tx
    .selectFrom("siteVersions")
    .innerJoin("sitePages", "sitePages.id", "siteVersions.pageId")
    .select([
      "siteVersions.id",
      "sitePages.slug",
      "siteVersions.number",
      "siteVersions.contents",
      "siteVersions.why",
      "siteVersions.publishAt",
      "siteVersions.pageId",
    ])
    .$castTo<AskedTerms>()
    .where("sitePages.kind", "=", "terms")
    .where("siteVersions.asksConsent", "=", true)
    .where("siteVersions.publishAt", "<=", now)
    .orderBy("siteVersions.publishAt", "desc")
    .orderBy("siteVersions.number", "desc")
    .limit(1)
    .executeTakeFirst()

/** Who agreed to this version of the terms, or to a later one. */
const agreedTo = (tx: Transaction, { pageId, number }: AskedTerms) =>
  tx
    .selectFrom("siteConsents")
    .innerJoin("siteVersions", "siteVersions.id", "siteConsents.versionId")
    .select("siteConsents.accountId")
    .where("siteVersions.pageId", "=", pageId)
    .where("siteVersions.number", ">=", number)

/** What this person has still to agree to, if anything. */
export const findDueTerms = async (
  tx: Transaction,
  accountId: string,
  now: Temporal.Instant,
): Promise<AskedTerms | undefined> => {
  const asked = await findAskedTerms(tx, now)
  if (!asked) return undefined
  const agreed = await agreedTo(tx, asked).where("siteConsents.accountId", "=", accountId).executeTakeFirst()
  return agreed ? undefined : asked
}

export type OwnConsent = {
  readonly slug: string
  readonly number: number
  readonly at: Temporal.Instant
}

/** Which versions this person agreed to, and when. */
export const listOwnConsents = (tx: Transaction, accountId: string): Promise<OwnConsent[]> =>
  tx
    .selectFrom("siteConsents")
    .innerJoin("siteVersions", "siteVersions.id", "siteConsents.versionId")
    .innerJoin("sitePages", "sitePages.id", "siteVersions.pageId")
    .select(["sitePages.slug", "siteVersions.number", "siteConsents.at"])
    .where("siteConsents.accountId", "=", accountId)
    .orderBy("siteConsents.at", "desc")
    .execute()

export type ConsentOverview = {
  readonly asked: AskedTerms | undefined
  readonly missing: Page<Person>
  readonly agreed: number
}

const nobody: Page<Person> = { rows: [], total: 0, page: 1, size: 50 }

/** Who has not agreed to the terms in force, for the office. */
export const getConsentOverview = async (
  tx: Transaction,
  actor: Actor,
  now: Temporal.Instant,
  page: number,
): Promise<ConsentOverview> => {
  authorise(canReadConsents(actor))
  const asked = await findAskedTerms(tx, now)
  if (!asked) return { asked, missing: nobody, agreed: 0 }
  const agreed = agreedTo(tx, asked)
  const { count } = await agreed
    .clearSelect()
    .select(({ fn }) => fn.count<number>("siteConsents.accountId").distinct().as("count"))
    .executeTakeFirstOrThrow()
  return { asked, agreed: Number(count), missing: await listPeopleExcept(tx, agreed, page) }
}
