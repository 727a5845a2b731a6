import { createHash } from "node:crypto"
import { authorise, ownHat, type Hat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { dayOf } from "#kernel/clock.ts"
import { Conflict, Gone, Invalid, NotFound, TooMany } from "#kernel/errors.ts"
import { emit } from "#kernel/events.ts"
import { newId } from "#kernel/ids.ts"
import { post, type Lang } from "#kernel/messages/messages.ts"
import { command, hatOf, type Work } from "#kernel/transaction.ts"
import { findPersonByAddress } from "#modules/accounts"
import { proposalLetter, settlementLetter } from "../mail/change-request.ts"
import { canConfirm } from "../policy.ts"
import { findRequest, type ChangeRequest } from "../queries/change-requests.ts"
import { memberRecipients } from "../queries/members.ts"
import { lockRecord, lockRecordById, profileOf, type OrganisationRecord } from "../queries/records.ts"
import { publicTexts, readProposal, type Proposable, type Proposal } from "../schema/change-request.ts"
import { organisationChanged } from "../schema/events.ts"
import { changesBetween } from "../schema/profile.ts"
import { markConfirmed } from "./freshness.ts"
import { aroundOf, tellOffice } from "./people-letters.ts"
import { indexOrganisation, touchPages } from "./publicity.ts"
import { updateProfile } from "./save-profile.ts"
import { checkVersion, postingAbout, writeHistory } from "./steps.ts"

type Proposing = {
  readonly id: string
  readonly typed: Readonly<Record<string, unknown>>
  readonly over: boolean
  readonly word: string
  readonly address: string
  readonly lang: Lang
  /** Address of the client: counted for an hour; its hash is forgotten the next night. */
  readonly client: string
}

/** From one client in an hour, and open for one group: more is no help any more. */
const most = { byClient: 5, open: 30 }

/** Anybody says that something may be out of date, with or without an account. */
export const proposeChange = command("organisations.propose", async (work, input: Proposing) => {
  const record = await lockRecord(work, input.id)
  if (!record.registeredAt) throw new NotFound(`organisation ${input.id} was never public`)
  if (record.state !== "registered")
    throw new Gone(`organisation ${input.id} is gone`, record.publicReason ?? "")
  const known = publicTexts(await profileOf(work.tx, record))
  const { proposed, errors } = readProposal(input.typed, known)
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
  if (Object.keys(proposed).length === 0 && !input.over && input.word === "")
    throw new Invalid({ word: "organisations:error.nothing-proposed" })
  const clientKey = await countAttempt(work, record, input.client)
  const id = newId()
  const { over, word, address, lang } = input
  await work.tx
    .insertInto("organisationChangeRequests")
    .values({
      ...{ id, organisationId: record.id, over, word, address, lang, clientKey },
      proposed: JSON.stringify(proposed),
      before: JSON.stringify(known),
      state: "open",
      createdAt: work.now,
    })
    .execute()
  const hat = ownHat(work.actor)
  await audit(work, {
    hat,
    subject: { kind: "organisation", id: record.id },
    payload: { proposed, over, word },
  })
  await tellOfProposal(work, record, id)
  return { id: record.publicId }
})

const countAttempt = async (work: Work, record: OrganisationRecord, client: string): Promise<string> => {
  const day = dayOf(work.now, work.city.zone).toString()
  const key = createHash("sha256").update(`${day} ${client}`).digest("base64url").slice(0, 22)
  const count = (column: "clientKey" | "organisationId", value: string, since: Temporal.Instant) =>
    work.tx
      .selectFrom("organisationChangeRequests")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where(column, "=", value)
      .where("createdAt", ">", since)
      .$if(column === "organisationId", (query) => query.where("state", "=", "open"))
      .executeTakeFirstOrThrow()
  const mine = await count("clientKey", key, work.now.subtract({ hours: 1 }))
  const open = await count("organisationId", record.id, work.now.subtract({ hours: 24 * 365 }))
  if (Number(mine.count) >= most.byClient || Number(open.count) >= most.open)
    throw new TooMany("too many change requests", 3600)
  return key
}

/** To the group; where nobody is there, to the office. The office sees it among what waits in any case. */
const tellOfProposal = async (work: Work, record: OrganisationRecord, request: string): Promise<void> => {
  const to = await memberRecipients(work.tx, record.id)
  if (to.length === 0) return tellOffice(work, record, { what: "request", request })
  const around = await aroundOf(work, record)
  await post(work, {
    ...postingAbout(record),
    template: "organisations.request.members",
    to,
    write: (lang) => proposalLetter(around, request, lang),
  })
}

type Settling = {
  readonly request: string
  readonly version: number
  readonly accepted: readonly Proposable[]
  readonly answer: string
}

/** The group or its office takes over what is right, field by field, and leaves the rest. The proposer hears of it. */
export const settleRequest = command("organisations.settle-request", async (work, input: Settling) => {
  const seen = await findRequest(work.tx, input.request)
  const record = await lockRecordById(work, seen.organisationId)
  const permission = canConfirm(work.actor, record)
  const hat = authorise(permission === "refused" ? "hidden" : permission)
  const request = await findRequest(work.tx, input.request)
  if (request.state !== "open") throw new Conflict("settled before", { say: "web:error.moved-on" })
  const accepted = input.accepted.filter((field) => request.proposed[field] !== undefined)
  if (accepted.length > 0) await takeOver(work, record, hat, { ...input, accepted }, request.proposed)
  await close(work, request, hat, { ...input, accepted })
  await audit(work, {
    hat,
    subject: { kind: "organisation", id: record.id },
    payload: { accepted, answer: input.answer },
  })
  await tellProposer(work, record, request, accepted, input.answer)
  return { id: record.publicId }
})

const takeOver = async (
  work: Work,
  record: OrganisationRecord,
  hat: Hat,
  { version, accepted }: Settling,
  proposed: Proposal,
): Promise<void> => {
  if (record.state !== "registered")
    throw new Conflict(`organisation ${record.publicId} is ${record.state}`, { say: "web:error.moved-on" })
  const before = await checkVersion(work.tx, record, version)
  const taken = Object.fromEntries(accepted.map((field) => [field, proposed[field] ?? ""]))
  const profile = { ...before, ...taken }
  const changed = await updateProfile(work, record, profile)
  if (hat.kind === "member") await markConfirmed(work, changed)
  await writeHistory(work, changed, { event: "change", hat, state: changed.state })
  await indexOrganisation(work, changed)
  await audit(work, {
    hat,
    verb: "organisations.change",
    subject: { kind: "organisation", id: record.id },
    payload: changesBetween(before, profile),
  })
  await emit(work, organisationChanged, { id: record.id })
  touchPages(work, changed)
}

const close = async (
  work: Work,
  { id }: ChangeRequest,
  hat: Hat,
  { accepted, answer }: Settling,
): Promise<void> => {
  await work.tx
    .updateTable("organisationChangeRequests")
    .set({
      state: accepted.length > 0 ? "accepted" : "declined",
      accepted: [...accepted],
      answer,
      decidedAt: work.now,
      decidedBy: work.actor.accountId,
      hat: hatOf(work, hat),
    })
    .where("id", "=", id)
    .execute()
}

const tellProposer = async (
  work: Work,
  record: OrganisationRecord,
  { address, lang }: ChangeRequest,
  accepted: readonly Proposable[],
  answer: string,
): Promise<void> => {
  if (address === "") return
  const person = await findPersonByAddress(work.tx, address)
  const around = await aroundOf(work, record)
  await post(work, {
    ...postingAbout(record),
    template: "organisations.request.settled",
    to: [{ accountId: person?.id ?? null, address, lang }],
    write: (each) => settlementLetter(around, accepted.length > 0, answer, each),
  })
}
