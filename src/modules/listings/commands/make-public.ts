import type { Hat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { emit } from "#kernel/events.ts"
import type { Work } from "#kernel/transaction.ts"
import { getRecord, type ListingRow } from "../queries/records.ts"
import { listingPublished } from "../schema/events.ts"
import type { ListingEvent } from "../schema/workflow.ts"
import { tellOfficeOfPublication } from "./letters.ts"
import { countPublication, showPublicly, takeStep } from "./publication.ts"

type Event = Extract<ListingEvent, "publish" | "approve" | "release" | "bring-back">

/** The last part of every road to the public: counted once, in the index, on the pages, told. */
export const makePublic = async (work: Work, row: ListingRow, event: Event, hat: Hat): Promise<void> => {
  await takeStep(work, row, { event, hat })
  await work.tx
    .updateTable("listings")
    .set({ publishedAt: work.now, publishAt: null })
    .where("id", "=", row.id)
    .execute()
  await countPublication(work, row)
  const { title } = await getRecord(work.tx, row.publicId)
  await audit(work, {
    hat,
    verb: `listings.${event}`,
    subject: { kind: "listing", id: row.id },
    payload: { title },
  })
  await emit(work, listingPublished, { id: row.id })
  await showPublicly(work, row)
  if (!row.firstPublishedAt && event !== "approve") await tellOfficeOfPublication(work, row, title)
}
