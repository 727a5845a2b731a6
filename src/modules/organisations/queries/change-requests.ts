import { authorise, type Actor } from "#kernel/actor.ts"
import { NotFound } from "#kernel/errors.ts"
import { isId } from "#kernel/ids.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { canReadAsOffice, canReadMembers } from "../policy.ts"
import type { Proposable, Proposal } from "../schema/change-request.ts"
import { findRecordById, profileOf } from "./records.ts"

export type ChangeRequest = {
  readonly id: string
  readonly organisationId: string
  readonly proposed: Proposal
  readonly over: boolean
  readonly word: string
  readonly address: string
  readonly lang: "ja" | "en" | "ja-easy"
  readonly state: "open" | "accepted" | "declined"
  readonly accepted: readonly Proposable[]
  readonly answer: string
  readonly createdAt: Temporal.Instant
  readonly decidedAt: Temporal.Instant | null
}

const requests = (tx: Transaction) =>
  tx
    .selectFrom("organisationChangeRequests")
    .select([
      "id",
      "organisationId",
      "proposed",
      "over",
      "word",
      "address",
      "lang",
      "state",
      "accepted",
      "answer",
      "createdAt",
      "decidedAt",
    ])
    .$castTo<ChangeRequest>()

export const findRequest = async (tx: Transaction, id: string): Promise<ChangeRequest> => {
  const found = isId(id) ? await requests(tx).where("id", "=", id).executeTakeFirst() : undefined
  if (!found) throw new NotFound(`there is no change request ${id}`)
  return found
}

/** For the group's own page: what readers proposed and nobody has looked at. */
export const openRequests = (
  tx: Transaction,
  organisationId: string,
): Promise<{ readonly id: string; readonly createdAt: Temporal.Instant }[]> =>
  tx
    .selectFrom("organisationChangeRequests")
    .select(["id", "createdAt"])
    .where("organisationId", "=", organisationId)
    .where("state", "=", "open")
    .orderBy("createdAt")
    .limit(50)
    .execute()

/** A proposal beside what stands now, for the group or for its office; to others it does not exist. */
export const getRequest = async (tx: Transaction, actor: Actor, id: string, side: "group" | "office") => {
  const request = await findRequest(tx, id)
  const record = await findRecordById(tx, request.organisationId)
  if (!record) throw new NotFound("the group is not there")
  const permission = side === "group" ? canReadMembers(actor, record) : canReadAsOffice(actor, record)
  authorise(permission === "refused" ? "hidden" : permission)
  return { request, record, profile: await profileOf(tx, record) }
}

export type FoundRequest = Awaited<ReturnType<typeof getRequest>>
