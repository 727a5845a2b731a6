import { sql } from "kysely"
import type { Hat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { newId } from "#kernel/ids.ts"
import { removeDocuments } from "#kernel/search.ts"
import { hatOf, type Work } from "#kernel/transaction.ts"
import { move } from "#kernel/workflow.ts"
import { findOrganisation } from "#modules/organisations"
import { listing, type ListingEvent, type ListingState } from "../schema/workflow.ts"
import { indexListings, touchPages, waitForGroup } from "./publication.ts"

// A group's fate is shared by what it published: in the transaction in which the group is hidden, shown, renamed or
// merged. A group may have thousands of listings, so all of them go in a few statements.

type Group = { readonly id: string }
type Hidden = Group & { readonly reason?: string }
type Merged = { readonly survivor: string; readonly other: string }
type Found = { readonly id: string; readonly publicId: string }

const hat: Hat = { kind: "system", name: "listings" }

/** A hidden group shows nothing any more; whoever still comes reads why. */
export const suspendListings = async (work: Work, group: Hidden): Promise<void> => {
  await waitForGroup(work, group.id)
  const rows = await takeAll(work, group, "published", { event: "suspend", reason: group.reason ?? "" })
  await removeDocuments(work, "listing", idsOf(rows))
}

/** What vanished with its group comes back with it; what was hidden by itself stays hidden. */
export const resumeListings = async (work: Work, group: Group): Promise<void> => {
  await waitForGroup(work, group.id)
  const rows = await takeAll(work, group, "suspended", { event: "resume", reason: "" })
  await indexListings(work, idsOf(rows))
}

/** The new name is found in the index and stands on the pages; the office is the one of the main area now. */
export const followGroup = async (work: Work, group: Group): Promise<void> => {
  const organisation = await findOrganisation(work.tx, group.id)
  if (!organisation) return
  await work.tx
    .updateTable("listings")
    .set({ bodyId: organisation.bodyId })
    .where("organisationId", "=", group.id)
    .where("bodyId", "!=", organisation.bodyId)
    .execute()
  const rows = await work.tx
    .selectFrom("listings")
    .select(["id", "publicId"])
    .where("organisationId", "=", group.id)
    .where("state", "=", "published")
    .orderBy("id")
    .forUpdate()
    .execute()
  await indexListings(work, idsOf(rows))
  for (const row of rows) touchPages(work, row)
}

/** Everything of the other group is the survivor's from now on, and remembers where it came from. */
export const takeInListings = (work: Work, { survivor, other }: Merged): Promise<void> =>
  moveAll(work, { from: other, to: survivor, verb: "listings.take-in" }, async (bodyId) => {
    const { rows } = await sql<Moved>`
      update listings set organisation_id = ${survivor}, body_id = ${bodyId},
        merged_from = array_append(merged_from, ${other}::uuid)
      where organisation_id = ${other} returning id, public_id, state`.execute(work.tx)
    return rows
  })

/** A merge is taken back: what came with it goes home; what was written since stays. */
export const giveBackListings = (work: Work, { survivor, other }: Merged): Promise<void> =>
  moveAll(work, { from: survivor, to: other, verb: "listings.give-back" }, async (bodyId) => {
    const { rows } = await sql<Moved>`
      update listings set organisation_id = ${other}, body_id = ${bodyId},
        merged_from = merged_from[:array_upper(merged_from, 1) - 1]
      where organisation_id = ${survivor} and merged_from[array_upper(merged_from, 1)] = ${other}::uuid
      returning id, public_id, state`.execute(work.tx)
    return rows
  })

type Moved = Found & { readonly state: ListingState }
type Way = { readonly from: string; readonly to: string; readonly verb: string }

const moveAll = async (
  work: Work,
  { from, to, verb }: Way,
  update: (bodyId: string) => Promise<readonly Moved[]>,
): Promise<void> => {
  for (const id of [from, to].toSorted()) await waitForGroup(work, id)
  const receiver = await findOrganisation(work.tx, to)
  if (!receiver) return
  const moved = await update(receiver.bodyId)
  await indexListings(work, idsOf(moved.filter(({ state }) => state === "published")))
  for (const row of moved) touchPages(work, row)
  await tell(work, { id: to }, verb, moved)
}

const idsOf = (rows: readonly Found[]): string[] => rows.map(({ id }) => id)

type Fate = { readonly event: Extract<ListingEvent, "suspend" | "resume">; readonly reason: string }

/** Moves all listings of a group from one state on, and writes it into each one's history. */
const takeAll = async (
  work: Work,
  group: Group,
  from: ListingState,
  { event, reason }: Fate,
): Promise<readonly Found[]> => {
  const state = move(listing, event, from)
  const rows = await work.tx
    .updateTable("listings")
    .set({ state, publicReason: reason === "" ? null : reason, updatedAt: work.now })
    .where("organisationId", "=", group.id)
    .where("state", "=", from)
    .returning(["id", "publicId"])
    .execute()
  for (let at = 0; at < rows.length; at += 4_000)
    await work.tx
      .insertInto("listingEvents")
      .values(
        rows.slice(at, at + 4_000).map(({ id: listingId }) => ({
          ...{ id: newId(), listingId, at: work.now, event, state, reason },
          ...{ accountId: work.actor.accountId, hat: hatOf(work, hat) },
        })),
      )
      .execute()
  for (const row of rows) touchPages(work, row)
  await tell(work, group, `listings.${event}`, rows)
  return rows
}

const tell = async (work: Work, group: Group, verb: string, rows: readonly Found[]): Promise<void> => {
  if (rows.length === 0) return
  await audit(work, {
    hat,
    verb,
    subject: { kind: "organisation", id: group.id },
    payload: { listings: idsOf(rows) },
  })
}
