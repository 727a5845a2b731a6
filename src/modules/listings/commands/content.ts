import { Invalid } from "#kernel/errors.ts"
import { newId, newPublicId } from "#kernel/ids.ts"
import { saveText } from "#kernel/texts.ts"
import type { Work } from "#kernel/transaction.ts"
import type { ListingRow } from "../queries/records.ts"
import { translatedFields, type Content, type Origin } from "../schema/content.ts"
import { storedDetails } from "../schema/details.ts"
import { drawnOut } from "../schema/drawn-out.ts"
import { listing } from "../schema/workflow.ts"
import { setOwnEnd } from "./own-end.ts"
import { writeOccurrences } from "./occurrences.ts"

export type Owner = { readonly organisationId: string | null; readonly bodyId: string }

/** Writes down a new listing as a draft. */
export const insertListing = async (
  work: Work,
  owner: Owner,
  content: Content,
  origin?: Origin,
): Promise<{ id: string; publicId: string }> => {
  const key = { id: newId(), publicId: newPublicId() }
  await work.tx
    .insertInto("listings")
    .values({
      ...key,
      ...owner,
      ...columnsOf(content),
      ...(origin ? originOf(origin) : {}),
      state: listing.initial,
      createdAt: work.now,
      updatedAt: work.now,
    })
    .execute()
  await writeParts(work, key.id, content)
  return key
}

/** Writes new content into a locked listing; its version goes up by one. */
export const rewriteListing = async (
  work: Work,
  row: Pick<ListingRow, "id" | "version">,
  content: Content,
  origin?: Origin,
): Promise<void> => {
  await work.tx
    .updateTable("listings")
    .set({
      ...columnsOf(content),
      ...(origin ? originOf(origin) : {}),
      version: row.version + 1,
      updatedAt: work.now,
    })
    .where("id", "=", row.id)
    .execute()
  await writeParts(work, row.id, content)
}

const writeParts = async (work: Work, id: string, content: Content): Promise<void> => {
  await writeAreas(work, id, content)
  await writeOccurrences(work, id, content.schedule)
  await setOwnEnd(work, id, content)
  for (const field of translatedFields)
    await saveText(work, { kind: "listing", id }, field, "en", content.english[field])
}

const writeAreas = async (work: Work, id: string, { scope, areaCodes }: Content): Promise<void> => {
  const codes = scope === "areas" ? areaCodes : []
  const known = new Set(work.city.areas.map(({ code }) => code))
  if (!codes.every((code) => known.has(code))) throw new Invalid({ areas: "web:error.choice" })
  await work.tx.deleteFrom("listingAreas").where("listingId", "=", id).execute()
  if (codes.length === 0) return
  await work.tx
    .insertInto("listingAreas")
    .values(codes.map((areaCode) => ({ listingId: id, areaCode })))
    .execute()
}

/** The columns that hold what is said. */
export const columnsOf = (content: Content) => ({
  kind: content.kind,
  title: content.title,
  titleKana: content.titleKana,
  what: content.what,
  forWhom: content.forWhom,
  howToJoin: content.howToJoin,
  placeName: content.placeName,
  placeAddress: content.placeAddress,
  online: content.online,
  fee: content.fee,
  capacity: content.capacity,
  contact: content.contact,
  link: content.link,
  applyBy: content.applyBy,
  scope: content.scope,
  fields: [...content.fields],
  schedule: JSON.stringify(content.schedule),
  details: JSON.stringify(storedDetails(content.details)),
  ...drawnOut(content),
})

/** The columns that hold where it came from. */
export const originOf = (origin: Origin) => ({
  importProfile: origin.profile,
  importKey: origin.key,
  importHash: origin.hash,
  scheduleText: origin.scheduleText,
  applyText: origin.applyText,
  lookAt: [...origin.lookAt],
  sourceUrl: origin.sourceUrl,
  credit: origin.credit,
  licence: origin.licence,
  latitude: origin.position?.latitude ?? null,
  longitude: origin.position?.longitude ?? null,
})
