import type { Hat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import type { Work } from "#kernel/transaction.ts"
import { findOrganisation } from "#modules/organisations"
import type { ListingRow } from "../queries/records.ts"
import type { ListingEvent, ListingState } from "../schema/workflow.ts"
import { hidePublicly, showPublicly, takeStep, waitForGroup } from "./publication.ts"

// A group's fate is shared by what it published: in the transaction in which the group is hidden, shown or renamed.

type Group = { readonly id: string }

const hat: Hat = { kind: "system", name: "listings" }

/** A hidden group shows nothing any more. */
export const suspendListings = async (work: Work, group: Group): Promise<void> => {
  await waitForGroup(work, group.id)
  const rows = await lockAll(work, group, "published")
  await takeAll(work, group, rows, "suspend", hidePublicly)
}

/** What vanished with its group comes back with it; what was hidden by itself stays hidden. */
export const resumeListings = async (work: Work, group: Group): Promise<void> => {
  await waitForGroup(work, group.id)
  const rows = await lockAll(work, group, "suspended")
  await takeAll(work, group, rows, "resume", showPublicly)
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
  for (const row of await lockAll(work, group, "published")) await showPublicly(work, row)
}

const lockAll = (work: Work, group: Group, state: ListingState): Promise<ListingRow[]> =>
  work.tx
    .selectFrom("listings")
    .selectAll()
    .where("organisationId", "=", group.id)
    .where("state", "=", state)
    .orderBy("id")
    .forUpdate()
    .$castTo<ListingRow>()
    .execute()

const takeAll = async (
  work: Work,
  group: Group,
  rows: readonly ListingRow[],
  event: Extract<ListingEvent, "suspend" | "resume">,
  show: (work: Work, row: ListingRow) => Promise<void>,
): Promise<void> => {
  if (rows.length === 0) return
  for (const row of rows) {
    await takeStep(work, row, { event, hat })
    await show(work, row)
  }
  await audit(work, {
    hat,
    verb: `listings.${event}`,
    subject: { kind: "organisation", id: group.id },
    payload: { listings: rows.map(({ id }) => id) },
  })
}
