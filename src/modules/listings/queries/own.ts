import { sql } from "kysely"
import { authorise, type Actor } from "#kernel/actor.ts"
import { NotFound } from "#kernel/errors.ts"
import { window, type Page } from "#kernel/paging.ts"
import type { Transaction } from "#kernel/transaction.ts"
import {
  findOrganisation,
  findOrganisationByPublicId,
  type OrganisationSummary,
} from "#modules/organisations"
import { canReadOwn, canWriteFor } from "../policy.ts"
import { getRecord, type ListingRow } from "./records.ts"

export type OwnRow = Pick<
  ListingRow,
  "id" | "publicId" | "title" | "kind" | "state" | "nextAt" | "endsAt" | "updatedAt" | "publicReason"
> & {
  readonly anyTime: boolean
  /** The office said something about it, and the group has not answered. */
  readonly officeSpoke: boolean
}

export const ownSize = 50

/** The last word in the conversation about what is not public is the office's. */
const officeSpoke = sql<boolean>`(listings.state in ('hidden', 'removed') and coalesce((
  select t.side = 'office' from listing_talks t where t.listing_id = listings.id
  order by t.at desc, t.id desc limit 1), false))`

/** In which of these groups the office waits for an answer. */
export const groupsSpokenTo = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom("listings")
    .select("organisationId")
    .distinct()
    .where("organisationId", "in", [...ids])
    .where(officeSpoke)
    .execute()
  return new Set(rows.flatMap(({ organisationId }) => organisationId ?? []))
}

/** The groups one publishes for. */
export const listOwnOrganisations = async (tx: Transaction, actor: Actor): Promise<OrganisationSummary[]> => {
  const found = []
  for (const { organisationId } of actor.memberships) found.push(await findOrganisation(tx, organisationId))
  return found.filter((organisation) => organisation !== undefined)
}

/** A group that one publishes for, by the id in its address. */
export const getOwnOrganisation = async (
  tx: Transaction,
  actor: Actor,
  publicId: string,
): Promise<OrganisationSummary> => {
  const organisation = await findOrganisationByPublicId(tx, publicId)
  if (!organisation) throw new NotFound(`there is no organisation ${publicId}`)
  authorise(canWriteFor(actor, { id: organisation.id, isPublic: organisation.state === "registered" }))
  return organisation
}

/** Everything a group wrote, in whatever state; what the office says about it comes first, then what changed last. */
export const listOwn = async (
  tx: Transaction,
  organisationId: string,
  page: number,
): Promise<Page<OwnRow>> => {
  const own = tx.selectFrom("listings").where("organisationId", "=", organisationId)
  const { limit, offset } = window(page, ownSize)
  const { total } = await own.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow()
  const rows = await own
    .select([
      ...([
        "id",
        "publicId",
        "title",
        "kind",
        "state",
        "nextAt",
        "endsAt",
        "updatedAt",
        "publicReason",
      ] as const),
      sql<boolean>`schedule ->> 'kind' = 'any-time'`.as("anyTime"),
      officeSpoke.as("officeSpoke"),
    ])
    .orderBy("officeSpoke", "desc")
    .orderBy("updatedAt", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .offset(offset)
    .$castTo<OwnRow>()
    .execute()
  return { rows, total, page, size: ownSize }
}

/** A listing of one's own group. */
export const getOwn = async (tx: Transaction, actor: Actor, publicId: string): Promise<ListingRow> => {
  const row = await getRecord(tx, publicId)
  authorise(canReadOwn(actor, row))
  return row
}

/** The same with its group: a member of the group is who may come here. */
export const getOwnWithGroup = async (
  tx: Transaction,
  actor: Actor,
  publicId: string,
): Promise<{ readonly row: ListingRow; readonly organisation: OrganisationSummary }> => {
  const row = await getOwn(tx, actor, publicId)
  const organisation = row.organisationId ? await findOrganisation(tx, row.organisationId) : undefined
  if (!organisation) throw new NotFound(`no group stands behind ${publicId}`)
  return { row, organisation }
}
