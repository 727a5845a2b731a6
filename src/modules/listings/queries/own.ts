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
> & { readonly anyTime: boolean }

export const ownSize = 50

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

/** Everything a group wrote, in whatever state; what changed last stands first. */
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
    ])
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
