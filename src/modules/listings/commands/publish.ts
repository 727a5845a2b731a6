import { authorise, type Hat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Conflict, Invalid, NotFound } from "#kernel/errors.ts"
import { emit } from "#kernel/events.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { move } from "#kernel/workflow.ts"
import { findOrganisation } from "#modules/organisations"
import { canDo, canWriteFor } from "../policy.ts"
import { contentOf, getRecord, lockRecord, type ListingRow } from "../queries/records.ts"
import { missing, type Content } from "../schema/content.ts"
import { publicChanges } from "../schema/changes.ts"
import { listingCorrected } from "../schema/events.ts"
import type { Way } from "../schema/review.ts"
import { asTexts, changesBetween, typedOf } from "../schema/typed.ts"
import { listing } from "../schema/workflow.ts"
import { recordChanges } from "./changes.ts"
import { insertListing, rewriteListing } from "./content.ts"
import { dueDay } from "./due.ts"
import { tellOffice } from "./letters.ts"
import { makePublic } from "./make-public.ts"
import { showPublicly, takeStep, waitForGroup } from "./publication.ts"
import { wayOf, writeTerms, type Terms } from "./way.ts"

type Drafting = Terms & { readonly organisationId: string; readonly content: Content }
export type Editing = Terms & { readonly id: string; readonly version: number; readonly content: Content }
type Done = { readonly id: string }
/** Which way it went: the office may have to look first, or its time is still to come. */
type Gone = Done & { readonly way: Way }

/** activity-publishing.R1: somebody who edits for a group writes down something new; nobody else sees it yet. */
export const draftListing = command("listings.draft", async (work, input: Drafting): Promise<Done> => {
  const hat = await authoriseFor(work, input.organisationId)
  const row = await insertFor(work, input)
  await writeTerms(work, row, input)
  await audit(work, { hat, subject: subjectOf(row), payload: { title: input.content.title } })
  return { id: row.publicId }
})

/** Saves a draft again. */
export const reviseDraft = command("listings.revise", async (work, input: Editing): Promise<Done> => {
  const row = await lockRecord(work, input.id)
  const hat = authorise(canDo(work.actor, "revise", row))
  move(listing, "revise", row.state)
  await checkVersion(work, row, input.version)
  await rewriteListing(work, row, input.content)
  await writeTerms(work, row, input)
  await audit(work, { hat, subject: subjectOf(row), payload: { title: input.content.title } })
  return { id: row.publicId }
})

/** Writes down something new and makes it public: at once, at its time, or after the office's look. */
export const publishNewListing = command("listings.publish", async (work, input: Drafting): Promise<Gone> => {
  await authoriseFor(work, input.organisationId)
  const row = await insertFor(work, input)
  return publish(work, row, input)
})

/** The same with a draft, or with something that had been withdrawn; with what stands in the form. */
export const publishListing = command("listings.publish", async (work, input: Editing): Promise<Gone> => {
  const row = await lockRecord(work, input.id)
  const way = await wayOf(work, row, input)
  authorise(canDo(work.actor, way, row))
  move(listing, way, row.state)
  await checkVersion(work, row, input.version)
  await rewriteListing(work, row, input.content)
  return publish(work, row, input)
})

/** Changes what is public. X16: the old values stay in the audit. It does not count again. */
export const correctListing = command("listings.correct", async (work, input: Editing): Promise<Done> => {
  const row = await lockRecord(work, input.id)
  const hat = authorise(canDo(work.actor, "correct", row))
  move(listing, "correct", row.state)
  await checkVersion(work, row, input.version)
  requireComplete(row, input.content)
  const before = await contentOf(work.tx, row)
  await rewriteListing(work, row, input.content)
  await writeTerms(work, row, input)
  await takeStep(work, row, { event: "correct", hat })
  const { zone } = work.city
  const changes = changesBetween(typedOf(before, zone), typedOf(input.content, zone))
  await recordChanges(work, row, publicChanges(before, input.content, zone))
  await audit(work, { hat, subject: subjectOf(row), payload: { changes } })
  await emit(work, listingCorrected, { id: row.id, fields: Object.keys(changes) })
  await showPublicly(work, row)
  return { id: row.publicId }
})

/** X13: what the office has hidden is put right; it stays hidden until the office has looked at it again. */
export const mendListing = command("listings.mend", async (work, input: Editing): Promise<Done> => {
  const row = await lockRecord(work, input.id)
  const hat = authorise(canDo(work.actor, "mend", row))
  move(listing, "mend", row.state)
  await checkVersion(work, row, input.version)
  requireComplete(row, input.content)
  const before = typedOf(await contentOf(work.tx, row), work.city.zone)
  await rewriteListing(work, row, input.content)
  await takeStep(work, row, { event: "mend", hat, keepsReason: true })
  const changes = changesBetween(before, typedOf(input.content, work.city.zone))
  await audit(work, { hat, subject: subjectOf(row), payload: { changes } })
  return { id: row.publicId }
})

/** The road to the public that a new listing and a written one share; the row holds the content already. */
const publish = async (work: Work, row: ListingRow, input: Terms & { content: Content }): Promise<Gone> => {
  const way = await wayOf(work, row, input)
  const hat = authorise(canDo(work.actor, way, row))
  await requireRegistered(work, row.organisationId)
  requireComplete(row, input.content)
  await requireAhead(work, row)
  await writeTerms(work, row, input)
  if (way === "publish") await makePublic(work, row, way, hat)
  else await putForward(work, { ...row, title: input.content.title }, way, hat)
  return { id: row.publicId, way }
}

/** It waits: for its time, or for the office. */
const putForward = async (
  work: Work,
  row: ListingRow,
  way: Exclude<Way, "publish">,
  hat: Hat,
): Promise<void> => {
  await takeStep(work, row, { event: way, hat })
  await audit(work, {
    hat,
    verb: `listings.${way}`,
    subject: subjectOf(row),
    payload: { title: row.title },
  })
  if (way !== "submit") return
  const lookBy = dueDay(work, "listingReviewDays")
  await work.tx.updateTable("listings").set({ lookBy }).where("id", "=", row.id).execute()
  await tellOffice(work, row, "submit")
}

const authoriseFor = async (work: Work, organisationId: string): Promise<Hat> => {
  const organisation = await findOrganisation(work.tx, organisationId)
  if (!organisation) throw new NotFound(`there is no organisation ${organisationId}`)
  const isPublic = organisation.state === "registered"
  return authorise(canWriteFor(work.actor, { id: organisationId, isPublic }))
}

const insertFor = async (work: Work, { organisationId, content }: Drafting): Promise<ListingRow> => {
  const organisation = await findOrganisation(work.tx, organisationId)
  if (!organisation) throw new NotFound(`there is no organisation ${organisationId}`)
  const { publicId } = await insertListing(work, { organisationId, bodyId: organisation.bodyId }, content)
  return getRecord(work.tx, publicId)
}

/** activity-publishing.R1: only registered groups publish. */
export const requireRegistered = async (work: Work, organisationId: string | null): Promise<void> => {
  if (organisationId === null) return
  await waitForGroup(work, organisationId)
  const organisation = await findOrganisation(work.tx, organisationId)
  if (organisation?.state !== "registered")
    throw new Conflict("the group is not registered", { say: "listings:error.not-registered" })
}

const requireComplete = (row: ListingRow, content: Content): void => {
  const fields = missing(content, row.importProfile !== null)
  if (Object.keys(fields).length > 0) throw new Invalid(fields)
}

/** What is over already is nobody's news: most often the year is wrong. Other offices' past comes in by import. */
export const requireAhead = async (work: Work, row: ListingRow): Promise<void> => {
  if (row.importProfile !== null) return
  const { endsAt, nextAt, applyBy, schedule } = await getRecord(work.tx, row.publicId)
  const field = schedule.kind === "rule" ? "schedule.rule.first" : "schedule.dates.0.first"
  if (schedule.kind !== "any-time" && nextAt === null) throw new Invalid({ [field]: "listings:error.over" })
  if (endsAt && applyBy && Temporal.Instant.compare(applyBy, endsAt) > 0)
    throw new Invalid({ "apply.day": "listings:error.apply-too-late" })
}

/** Somebody else saved in between: the second editor is told, and sees how it stands now. */
const checkVersion = async (work: Work, row: ListingRow, version: number): Promise<void> => {
  if (row.version === version) return
  const current = asTexts(typedOf(await contentOf(work.tx, row), work.city.zone))
  throw new Conflict("the listing was changed in between", { current, version: row.version })
}

export const subjectOf = ({ id }: Pick<ListingRow, "id">) => ({ kind: "listing", id })
