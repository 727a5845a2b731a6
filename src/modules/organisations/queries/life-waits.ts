import { isAllowed, type Actor } from "#kernel/actor.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { canListAsOffice } from "../policy.ts"
import { coveredBy } from "./stale.ts"

/** What waits for the office besides registrations, oldest first. */
export type LifeWait = {
  readonly kind: "unattended" | "objection" | "request"
  readonly id: string
  readonly publicId: string
  readonly name: string
  readonly since: Temporal.Instant
}

const most = 100

export const listLifeWaits = async (tx: Transaction, actor: Actor): Promise<LifeWait[]> => {
  if (!isAllowed(canListAsOffice(actor))) return []
  const unattended = await coveredBy(tx, actor)
    .where("unattendedSince", "is not", null)
    .select(["id", "publicId", "name", "unattendedSince as since"])
    .orderBy("unattendedSince")
    .limit(most)
    .execute()
  const objections = await coveredBy(tx, actor)
    .innerJoin("organisationRecoveries", "organisationRecoveries.organisationId", "organisations.id")
    .innerJoin("organisationObjections", "organisationObjections.recoveryId", "organisationRecoveries.id")
    .where("organisationObjections.decidedAt", "is", null)
    .select([
      "organisationObjections.id as id",
      "organisations.publicId",
      "organisations.name",
      "organisationObjections.at as since",
    ])
    .limit(most)
    .execute()
  const requests = await coveredBy(tx, actor)
    .innerJoin("organisationChangeRequests", "organisationChangeRequests.organisationId", "organisations.id")
    .where("organisationChangeRequests.state", "=", "open")
    .select([
      "organisationChangeRequests.id as id",
      "organisations.publicId",
      "organisations.name",
      "organisationChangeRequests.createdAt as since",
    ])
    .orderBy("organisationChangeRequests.createdAt")
    .limit(most)
    .execute()
  return [
    ...unattended.flatMap((row) =>
      row.since ? [{ ...row, since: row.since, kind: "unattended" as const }] : [],
    ),
    ...objections.map((row) => ({ ...row, kind: "objection" as const })),
    ...requests.map((row) => ({ ...row, kind: "request" as const })),
  ]
}

/** How many have left the lists, and since when the first of them waits. */
export const countStale = async (
  tx: Transaction,
  actor: Actor,
): Promise<{ readonly count: number; readonly since: Temporal.Instant | null }> => {
  if (!isAllowed(canListAsOffice(actor))) return { count: 0, since: null }
  const { count, since } = await coveredBy(tx, actor)
    .where("staleAt", "is not", null)
    .select(({ fn }) => [fn.countAll<number>().as("count"), fn.min("staleAt").as("since")])
    .executeTakeFirstOrThrow()
  return { count: Number(count), since: since }
}
