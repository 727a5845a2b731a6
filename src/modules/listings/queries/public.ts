import { sql } from "kysely"
import { Gone, NotFound } from "#kernel/errors.ts"
import { inLanguage, translationsOf, type Translated } from "#kernel/texts.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { detailsOf, type Details } from "../schema/details.ts"
import { cardsOf, coming, type ListingCard, type Occurrence, type Reader, type Shown } from "./cards.ts"
import { inArea, notOver } from "./list.ts"
import { getRecord, type ListingRow } from "./records.ts"

/** Everything that the public page of a listing shows. */
export type ListingDetail = ListingCard & {
  readonly what: Translated
  readonly forWhom: string
  readonly howToJoin: Translated
  readonly placeAddress: string
  readonly contact: string
  readonly link: string
  readonly applyText: string
  readonly fields: readonly number[]
  /** What is still to come; where nothing is, the last ones. */
  readonly occurrences: readonly Occurrence[]
  readonly over: boolean
  readonly sourceUrl: string
  readonly licence: string
  readonly details: Details
  readonly publishedAt: Temporal.Instant | null
  readonly organisationId: string | null
  readonly noIndex: boolean
}

/** Dates shown at most, in the details of a page. */
export const mostShown = 36

/** The public page: gone with its reason when it was public once, else not found. */
export const getPublicListing = async (
  tx: Transaction,
  publicId: string,
  reader: Reader,
): Promise<ListingDetail> => {
  const row = await getRecord(tx, publicId)
  if (!row.firstPublishedAt) throw new NotFound(`listing ${publicId} was never public`)
  if (row.state !== "published") throw new Gone(`listing ${publicId} is ${row.state}`, row.publicReason ?? "")
  return withoutSecrets(await detailOf(tx, row, reader))
}

/** The address of an online meeting is for those who join, unless the group gives it to everybody. */
const withoutSecrets = (listing: ListingDetail): ListingDetail => {
  const { details } = listing
  if (details.joinAddressShown === "everybody") return listing
  return { ...listing, details: { ...details, joinAddress: "" } }
}

/** The same for those who may see it whatever its state. */
export const detailOf = async (tx: Transaction, row: ListingRow, reader: Reader): Promise<ListingDetail> => {
  const { now, lang } = reader
  const over = row.endsAt !== null && Temporal.Instant.compare(row.endsAt, now) <= 0
  const shown: Shown = over ? { which: sql<boolean>`true`, latest: true } : coming(now)
  const [card] = await cardsOf(tx, [row], reader, shown)
  if (!card) throw new Error("one row makes one card")
  const texts = (await translationsOf(tx, "listing", [row.id], lang)).get(row.id) ?? {}
  return {
    ...row,
    ...card,
    details: detailsOf(row.details),
    what: inLanguage(row.what, texts["what"], lang),
    howToJoin: inLanguage(row.howToJoin, texts["howToJoin"], lang),
    occurrences: await occurrencesOf(tx, row.id, over ? null : now),
    over,
  }
}

const occurrencesOf = async (
  tx: Transaction,
  id: string,
  after: Temporal.Instant | null,
): Promise<Occurrence[]> => {
  const found = await tx
    .selectFrom("occurrences")
    .select(["firstDay", "lastDay", "startsAt", "endsAt", "overAt", "status"])
    .select(["statusReason", "wasDay", "wasStartsAt"])
    .where("listingId", "=", id)
    .where("overAt", "is not", null)
    // What is postponed is still to come: nobody has said when.
    .$if(after !== null, (query) =>
      query.where((eb) => eb.or([eb("overAt", ">", after), eb("status", "=", "postponed")])),
    )
    .orderBy("firstDay", after ? "asc" : "desc")
    .orderBy("startsAt", after ? "asc" : "desc")
    .limit(mostShown)
    .$castTo<Occurrence>()
    .execute()
  return after ? found : found.reverse()
}

/** What comes next, soonest first: in an area, of a group, or anywhere. */
export const listComing = async (
  tx: Transaction,
  where: { readonly area?: { code: string; level: "city" | "ward" }; readonly organisationId?: string },
  reader: Reader,
  limit: number,
): Promise<ListingCard[]> => {
  const { area, organisationId } = where
  const { rows } = await sql<ListingRow>`
    select * from listings where state = 'published' and ${notOver(reader.now)}
      ${area ? sql`and ${inArea(area)}` : sql``}
      ${organisationId ? sql`and organisation_id = ${organisationId}` : sql``}
    order by next_at, id limit ${limit}`.execute(tx)
  return cardsOf(tx, rows, reader)
}

/** X6: what the figure counts and the public may see, by id. */
export const listPublicTitles = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly title: string; readonly href: string }>> => {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom("listings")
    .select(["id", "publicId", "title"])
    .where("id", "in", [...ids])
    .where("state", "=", "published")
    .execute()
  return new Map(rows.map(({ id, publicId, title }) => [id, { title, href: `/listings/${publicId}` }]))
}
