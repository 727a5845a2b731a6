import type { Selectable } from "kysely"
import type { DB } from "#kernel/database/tables.generated.ts"
import { NotFound } from "#kernel/errors.ts"
import { isPublicId } from "#kernel/ids.ts"
import { translationsOf } from "#kernel/texts.ts"
import type { Transaction, Work } from "#kernel/transaction.ts"
import type { Content, Kind, Scope } from "../schema/content.ts"
import { detailsOf, type StoredDetails } from "../schema/details.ts"
import type { Schedule } from "../schema/schedule.ts"
import type { ListingState } from "../schema/workflow.ts"

/** A row of the table, with its texts known for what they are. */
export type ListingRow = Omit<
  Selectable<DB["listings"]>,
  "state" | "kind" | "scope" | "schedule" | "details"
> & {
  readonly state: ListingState
  readonly kind: Kind
  readonly scope: Scope
  readonly schedule: Schedule
  readonly details: StoredDetails
}

const rowOf = (tx: Transaction, publicId: string) =>
  tx.selectFrom("listings").selectAll().where("publicId", "=", publicId).$castTo<ListingRow>()

/** Whatever its state: who may see it is for the caller to ask. */
export const getRecord = async (tx: Transaction, publicId: string): Promise<ListingRow> => {
  const row = isPublicId(publicId) ? await rowOf(tx, publicId).executeTakeFirst() : undefined
  if (!row) throw new NotFound(`there is no listing ${publicId}`)
  return row
}

/** The row, locked until the transaction ends. */
export const lockRecord = async (work: Work, publicId: string): Promise<ListingRow> => {
  const row = isPublicId(publicId) ? await rowOf(work.tx, publicId).forUpdate().executeTakeFirst() : undefined
  if (!row) throw new NotFound(`there is no listing ${publicId}`)
  return row
}

/** The codes of a listing's areas, in the order of the areas. */
export const areaCodesOf = async (tx: Transaction, id: string): Promise<string[]> => {
  const rows = await tx
    .selectFrom("listingAreas")
    .select("areaCode")
    .where("listingId", "=", id)
    .orderBy("areaCode")
    .execute()
  return rows.map(({ areaCode }) => areaCode)
}

/** What is said in a listing, as its editor would find it in the form. */
export const contentOf = async (tx: Transaction, row: ListingRow): Promise<Content> => {
  const english = (await translationsOf(tx, "listing", [row.id], "en")).get(row.id) ?? {}
  return {
    ...row,
    details: detailsOf(row.details),
    areaCodes: await areaCodesOf(tx, row.id),
    english: {
      title: english["title"] ?? "",
      what: english["what"] ?? "",
      howToJoin: english["howToJoin"] ?? "",
    },
  }
}
