import { authorise } from "#kernel/actor.ts"
import { dayOf } from "#kernel/clock.ts"
import { recordFigure } from "#kernel/figures.ts"
import { newId, newPublicId } from "#kernel/ids.ts"
import { indexDocument } from "#kernel/search.ts"
import { touch } from "#kernel/stamps.ts"
import { saveText } from "#kernel/texts.ts"
import { hatOf, type Work } from "#kernel/transaction.ts"
import { move } from "#kernel/workflow.ts"
import { columnsOf, originOf, type Owner } from "../commands/content.ts"
import { moveOnNext } from "../commands/occurrences.ts"
import { documentOf, publicationOf } from "../commands/publication.ts"
import { canDo } from "../policy.ts"
import { translatedFields, type Content, type Origin } from "../schema/content.ts"
import { expand, type Planned } from "../schema/expansion.ts"
import { listing } from "../schema/workflow.ts"

// New listings of an import are public at once: what commands/ does for one in twenty statements, for all in a few.

export type NewListing = { readonly content: Content; readonly origin: Origin }

type Made = NewListing & {
  readonly id: string
  readonly publicId: string
  readonly occurrences: readonly Planned[]
}

/** Publishes new listings, and answers their public ids. Nobody can have seen them yet, so no page of theirs is old. */
export const publishMany = async (
  work: Work,
  owner: Owner,
  listings: readonly NewListing[],
): Promise<readonly string[]> => {
  if (listings.length === 0) return []
  const hat = authorise(
    canDo(work.actor, "publish", { ...owner, state: listing.initial, firstPublishedAt: null }),
  )
  const today = dayOf(work.now, work.city.zone)
  const made = listings.map(({ content, origin }) => ({
    ...{ id: newId(), publicId: newPublicId(), content, origin },
    occurrences: expand(content.schedule, today, work.city.zone).occurrences,
  }))
  await insertAll(work, owner, made)
  await insertHistory(work, made, hatOf(work, hat))
  await moveOnNext(
    work,
    made.map(({ id }) => id),
  )
  for (const each of made) await count(work, owner, each)
  touch(work, "listings")
  return made.map(({ publicId }) => publicId)
}

const insertAll = async (work: Work, owner: Owner, made: readonly Made[]): Promise<void> => {
  await work.tx
    .insertInto("listings")
    .values(
      made.map(({ id, publicId, content, origin, occurrences }) => ({
        ...{ id, publicId, ...owner, ...columnsOf(content), ...originOf(origin) },
        state: move(listing, "publish", listing.initial),
        endsAt: endOf(occurrences),
        ...{ createdAt: work.now, updatedAt: work.now, publishedAt: work.now, firstPublishedAt: work.now },
      })),
    )
    .execute()
  for (const rows of pieces(made.flatMap(occurrencesOf)))
    await work.tx.insertInto("occurrences").values(rows).execute()
  for (const rows of pieces(made.flatMap(areasOf)))
    await work.tx.insertInto("listingAreas").values(rows).execute()
  for (const { id, content } of made)
    for (const field of translatedFields)
      if (content.english[field] !== "")
        await saveText(work, { kind: "listing", id }, field, "en", content.english[field])
}

/** No end is known where there is no occurrence, or one without a day. */
const endOf = (occurrences: readonly Planned[]): Temporal.Instant | null => {
  const ends = occurrences.map(({ overAt }) => overAt)
  if (ends.includes(null)) return null
  return ends.reduce(
    (last, end) => (last && end && Temporal.Instant.compare(last, end) > 0 ? last : end),
    null,
  )
}

const occurrencesOf = ({ id, occurrences }: Made) =>
  occurrences.map((occurrence) => ({ ...occurrence, id: newId(), listingId: id }))

const areasOf = ({ id, content: { scope, areaCodes } }: Made) =>
  scope === "areas" ? areaCodes.map((areaCode) => ({ listingId: id, areaCode })) : []

/** One statement takes 65,535 values. */
const mostRows = 4_000

const pieces = function* <R>(rows: readonly R[]): Generator<R[]> {
  for (let at = 0; at < rows.length; at += mostRows) yield rows.slice(at, at + mostRows)
}

const insertHistory = async (work: Work, made: readonly Made[], hat: string): Promise<void> => {
  await work.tx
    .insertInto("listingEvents")
    .values(
      made.map(({ id }) => ({
        ...{ id: newId(), listingId: id, at: work.now, event: "publish" },
        ...{
          state: move(listing, "publish", listing.initial),
          accountId: work.actor.accountId,
          hat,
          reason: "",
        },
      })),
    )
    .execute()
}

/** civic-portal.R3, on a line of its own; and into the index. */
const count = async (work: Work, { bodyId }: Owner, { id, content, origin }: Made): Promise<void> => {
  const [areaCode] = content.scope === "areas" ? content.areaCodes.toSorted() : []
  const counted = { id, bodyId, kind: content.kind, importProfile: origin.profile }
  await recordFigure(work, publicationOf(counted, areaCode, dayOf(work.now, work.city.zone)))
  const areas = work.city.areas.filter(({ code }) => content.areaCodes.includes(code))
  await indexDocument(work, documentOf({ ...content, id, credit: origin.credit }, areas))
}
