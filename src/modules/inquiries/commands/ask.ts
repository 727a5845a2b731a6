import { authorise, memberHat, ownHat, type Actor, type Permission } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { addBusinessDays } from "#kernel/business-days.ts"
import { dayOf } from "#kernel/clock.ts"
import { Invalid, NotFound } from "#kernel/errors.ts"
import { newId, newPublicId } from "#kernel/ids.ts"
import type { Lang } from "#kernel/messages/messages.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { memberRecipients } from "#modules/organisations"
import { addressKey, newAskerKey, newMailKey } from "../mail/addresses.ts"
import { comeWithKey, isBlocked, waitForGroup } from "../queries/records.ts"
import { refreshStanding } from "../queries/standings.ts"
import { findSubject, type Subject } from "../queries/subject.ts"
import { openCase } from "./cases.ts"
import { tellAskerReceived, tellGroup, type Party } from "./tell.ts"

export type Asking = {
  /** The public id of a group, or of a listing. */
  readonly of: { readonly organisation: string } | { readonly listing: string }
  readonly name: string
  /** Null: the account's own. */
  readonly address: string | null
  readonly lang: Lang
  readonly body: string
}

/** Asks a group. Nobody's address is shown to the other; without an account the key opens the conversation. */
export const askGroup = command("inquiries.ask", async (work, input: Asking) => {
  const subject = await lockSubject(work, input.of)
  const hat = authorise(canAsk(work.actor, input))
  const asker = askerOf(work.actor, input)
  await refuseAsker(work, subject, asker)
  const party = await writeInquiry(work, subject, { ...input, ...asker })
  await refreshStanding(work, subject.organisation.id)
  await audit(work, {
    hat,
    subject: { kind: "inquiry", id: party.id },
    payload: { organisation: subject.organisation.id, listing: subject.listing?.id ?? null },
  })
  await deliver(work, party, input.body)
  return { id: party.publicId, key: party.askerKey }
})

/** Asked again under the lock: the group may just have become one with another. */
const lockSubject = async (work: Work, of: Asking["of"]): Promise<Subject> => {
  const seen = await findSubject(work.tx, of)
  if (seen) await waitForGroup(work.tx, seen.organisation.id)
  const subject = seen && (await findSubject(work.tx, of))
  if (!subject) throw new NotFound("there is nobody to ask")
  return subject
}

type Asker = { readonly accountId: string | null; readonly address: string }

/** Everybody may; without an account an address is needed for the answer. */
const canAsk = (actor: Actor, { address }: Asking): Permission =>
  actor.accountId !== null || address !== null ? ownHat(actor) : "refused"

const askerOf = (actor: Actor, { address }: Asking): Asker => ({
  accountId: actor.accountId,
  address: (actor.accountId ? actor.address : address) ?? "",
})

const refuseAsker = async (work: Work, { organisation }: Subject, asker: Asker): Promise<void> => {
  if (memberHat(work.actor, organisation.id)) throw new Invalid({ "": "inquiries:error.own-group" })
  const blocked = await isBlocked(work.tx, organisation.id, {
    addressKey: addressKey(asker.address),
    accountId: asker.accountId,
  })
  if (blocked) throw new Invalid({ "": "inquiries:error.blocked" })
}

const writeInquiry = async (
  work: Work,
  { organisation, listing }: Subject,
  asked: Asking & Asker,
): Promise<Party> => {
  const party: Party = {
    id: newId(),
    publicId: newPublicId(),
    organisationId: organisation.id,
    listingId: listing?.id ?? null,
    askerAccountId: asked.accountId,
    askerName: asked.name,
    askerAddress: asked.address,
    askerLang: asked.lang,
    askerKey: newAskerKey(),
    mailKey: newMailKey(),
  }
  const { remindDays } = work.city.settings.inquiries
  await comeWithKey(work.tx, party.askerKey)
  await work.tx
    .insertInto("inquiries")
    .values({
      ...party,
      state: "open",
      askedAt: work.now,
      waitingSince: work.now,
      lastAt: work.now,
      remindOn: addBusinessDays(dayOf(work.now, work.city.zone), remindDays.value),
    })
    .execute()
  await work.tx
    .insertInto("inquiryMessages")
    .values({
      id: newId(),
      inquiryId: party.id,
      side: "asker",
      accountId: asked.accountId,
      name: asked.name,
      body: asked.body,
      channel: "page",
      at: work.now,
    })
    .execute()
  return party
}

/** A group without anybody who could answer: its office is told instead. */
const deliver = async (work: Work, party: Party, body: string): Promise<void> => {
  const members = await memberRecipients(work.tx, party.organisationId)
  if (members.length === 0)
    await openCase(work, party, { kind: "help", side: "program", reason: "nobody", note: "" })
  else await tellGroup(work, party, body)
  await tellAskerReceived(work, party)
}
