import { sql } from "kysely"
import type { Hat } from "#kernel/actor.ts"
import { dayOf } from "#kernel/clock.ts"
import { recordFigure, type FigureEvent } from "#kernel/figures.ts"
import { newId } from "#kernel/ids.ts"
import { indexDocuments, removeDocument, type SearchDocument } from "#kernel/search.ts"
import { touch } from "#kernel/stamps.ts"
import { translationsOf } from "#kernel/texts.ts"
import { hatOf, type Work } from "#kernel/transaction.ts"
import { move } from "#kernel/workflow.ts"
import { findOrganisations, notePublished } from "#modules/organisations"
import { listAreas, type Area } from "#modules/places"
import { informationItems } from "../figures.ts"
import { areaCodesOf, type ListingRow } from "../queries/records.ts"
import type { Content } from "../schema/content.ts"
import { wordsOf } from "../schema/drawn-out.ts"
import { listing, type ListingEvent, type ListingState } from "../schema/workflow.ts"

// What every way into and out of the public list does, whoever goes it: editor, office, import, the group's own fate.

export type Step = {
  readonly event: ListingEvent
  readonly hat: Hat
  readonly reason?: string
  /** The reason that is public stays: what happens does not answer it. */
  readonly keepsReason?: true
}

/** Moves a locked listing to the state after an event and writes it into its history. */
export const takeStep = async (work: Work, row: ListingRow, step: Step): Promise<ListingState> => {
  const state = move(listing, step.event, row.state)
  await work.tx
    .updateTable("listings")
    .set({
      state,
      publicReason: step.keepsReason ? row.publicReason : (step.reason ?? null),
      updatedAt: work.now,
    })
    .where("id", "=", row.id)
    .execute()
  await work.tx
    .insertInto("listingEvents")
    .values({
      id: newId(),
      listingId: row.id,
      at: work.now,
      event: step.event,
      state,
      accountId: work.actor.accountId,
      hat: hatOf(work, step.hat),
      reason: step.reason ?? "",
    })
    .execute()
  return state
}

/** Into the index and onto every page that shows it. */
export const showPublicly = async (work: Work, row: ListingRow): Promise<void> => {
  await indexListing(work, row.id)
  touchPages(work, row)
}

/** Out of the index and off every page. */
export const hidePublicly = async (work: Work, row: ListingRow): Promise<void> => {
  await removeDocument(work, "listing", row.id)
  touchPages(work, row)
}

export const touchPages = (work: Work, row: Pick<ListingRow, "publicId">): void =>
  touch(work, "listings", `listing:${row.publicId}`)

/** civic-portal.R3: only the first publication counts, on its day, where and by whom it was made. */
export const countPublication = async (work: Work, row: ListingRow): Promise<void> => {
  if (row.firstPublishedAt) return
  await work.tx.updateTable("listings").set({ firstPublishedAt: work.now }).where("id", "=", row.id).execute()
  await recordPublication(work, row, work.now)
  if (row.organisationId) await notePublished(work, row.organisationId, dayOf(work.now, work.city.zone))
}

/** Also for what was taken back as spam by mistake: it counts again, on the day of its first publication. */
export const recordPublication = async (work: Work, row: ListingRow, at: Temporal.Instant): Promise<void> => {
  const [areaCode] = await areaCodesOf(work.tx, row.id)
  await recordFigure(work, publicationOf(row, areaCode, dayOf(at, work.city.zone)))
}

/** One item of information, as the figure counts it. */
export const publicationOf = (
  row: Pick<ListingRow, "id" | "bodyId" | "kind" | "importProfile">,
  areaCode: string | undefined,
  occurredOn: Temporal.PlainDate,
): FigureEvent => ({
  metric: informationItems.name,
  subject: { kind: "listing", id: row.id },
  occurredOn,
  areaCode: areaCode ?? null,
  bodyId: row.bodyId,
  dims: { kind: row.kind, source: row.importProfile === null ? "own" : "import" },
})

const indexListing = (work: Work, id: string): Promise<void> => indexListings(work, [id])

/** As they stand now, however many, in a handful of reads. */
export const indexListings = async (work: Work, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  const rows = await work.tx
    .selectFrom("listings")
    .selectAll()
    .where(sql<boolean>`id = any (${[...ids]}::uuid[])`)
    .$castTo<ListingRow>()
    .execute()
  const english = await translationsOf(work.tx, "listing", ids, "en")
  const links = await work.tx
    .selectFrom("listingAreas")
    .select(["listingId", "areaCode"])
    .where(sql<boolean>`listing_id = any (${[...ids]}::uuid[])`)
    .execute()
  const codes = Map.groupBy(links, ({ listingId }) => listingId)
  const all = await listAreas(work.tx)
  const organisers = await findOrganisations(work.tx, [
    ...new Set(rows.flatMap(({ organisationId }) => organisationId ?? [])),
  ])
  await indexDocuments(
    work,
    rows.map((row) => {
      const own = new Set((codes.get(row.id) ?? []).map(({ areaCode }) => areaCode))
      const areas = all.filter(({ code }) => own.has(code))
      const texts = { title: "", what: "", howToJoin: "", ...english.get(row.id) }
      return documentOf({ ...row, english: texts }, areas, organisers.get(row.organisationId ?? ""))
    }),
  )
}

type Indexed = Pick<
  ListingRow,
  "id" | "title" | "titleKana" | "what" | "forWhom" | "placeName" | "placeAddress" | "credit" | "details"
> &
  Pick<Content, "english">

/** Everything that a listing is found by. */
export const documentOf = (
  listed: Indexed,
  areas: readonly Pick<Area, "name" | "kana" | "english">[],
  organiser?: { readonly name: string; readonly kana: string; readonly english: string },
): SearchDocument => ({
  kind: "listing",
  id: listed.id,
  title: listed.title,
  texts: [
    ...[listed.titleKana, listed.what, listed.forWhom, listed.placeName, listed.placeAddress],
    ...wordsOf(listed.details),
    ...areas.flatMap(({ name, kana, english }) => [name, kana, english]),
    ...[organiser?.name, organiser?.kana, organiser?.english, listed.credit],
    ...[listed.english.title, listed.english.what],
  ],
})

/**
 * Publishing for a group and hiding that group wait for each other, so that nothing of a hidden group can become
 * public in between. The lock is ours: the group's own row belongs to its module.
 */
export const waitForGroup = async (work: Work, organisationId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`listings:${organisationId}`}, 0))`.execute(
    work.tx,
  )
}
