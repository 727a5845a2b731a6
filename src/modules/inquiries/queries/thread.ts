import { authorise, type Actor } from "#kernel/actor.ts"
import { NotFound } from "#kernel/errors.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { findListing, type ListingSummary } from "#modules/listings"
import { findOrganisation, type OrganisationSummary } from "#modules/organisations"
import { addressKey } from "../mail/addresses.ts"
import { canRead } from "../policy.ts"
import type { Side } from "../schema.ts"
import {
  casesOf,
  getRecord,
  isBlocked,
  messagesOf,
  type InquiryCase,
  type InquiryMessage,
  type InquiryRecord,
} from "./records.ts"

/** A conversation as one of its sides reads it. Keys and addresses stay behind. */
export type Thread = {
  readonly record: Omit<InquiryRecord, "askerKey" | "mailKey" | "askerAddress">
  readonly group: OrganisationSummary
  readonly listing: ListingSummary | null
  readonly messages: readonly InquiryMessage[]
  readonly cases: readonly InquiryCase[]
  readonly blocked: boolean
}

export const getThread = async (
  tx: Transaction,
  actor: Actor,
  side: Side,
  wanted: { readonly id: string; readonly key?: string | undefined },
): Promise<Thread> => {
  const found = await getRecord(tx, wanted)
  authorise(canRead(actor, side, found))
  const { askerKey: _key, mailKey: _mailKey, askerAddress, ...record } = found
  const group = await findOrganisation(tx, record.organisationId)
  if (!group) throw new NotFound(`the group of inquiry ${wanted.id} is not there`)
  const asker = { addressKey: addressKey(askerAddress), accountId: record.askerAccountId }
  return {
    record,
    group,
    listing: record.listingId === null ? null : ((await findListing(tx, record.listingId)) ?? null),
    messages: await messagesOf(tx, record.id),
    cases: side === "asker" ? [] : await casesOf(tx, record.id),
    blocked: await isBlocked(tx, record.organisationId, asker),
  }
}

/** On the pages of a person: as one of the group's where they are, else as whoever asked. */
export const ownSide = (actor: Actor, organisationId: string): "asker" | "group" =>
  actor.memberships.some((each) => each.organisationId === organisationId) ? "group" : "asker"

export const getOwnThread = async (
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<Thread & { readonly side: "asker" | "group" }> => {
  const { organisationId } = await getRecord(tx, { id })
  const side = ownSide(actor, organisationId)
  return { ...(await getThread(tx, actor, side, { id })), side }
}
