import { authorise, type Hat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Invalid } from "#kernel/errors.ts"
import { reverseFigures } from "#kernel/figures.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { canDo } from "../policy.ts"
import { informationItems } from "../figures.ts"
import { lockRecord, type ListingRow } from "../queries/records.ts"
import type { OfficeAct } from "../schema/workflow.ts"
import { tellMembers } from "./letters.ts"
import { hidePublicly, recordPublication, showPublicly, takeStep } from "./publication.ts"
import { requireRegistered, subjectOf } from "./publish.ts"

type Decision = {
  readonly id: string
  /** Read by the group and by whoever comes to the page. */
  readonly reason: string
}

/** X13: the office takes a listing off the public pages, with a reason that everybody may read. */
const hide = async (work: Work, input: Decision): Promise<{ readonly id: string }> => {
  const { row, hat } = await load(work, "hide", input)
  await takeStep(work, row, { event: "hide", hat, reason: input.reason })
  await record(work, row, hat, input)
  await hidePublicly(work, row)
  await tellMembers(work, row, "hide", input.reason)
  return { id: input.id }
}

export const hideListing = command("listings.hide", hide)

/** Many at once, for one reason; all of them or, where one may not be hidden, none. */
export const hideListings = command(
  "listings.hide",
  async (work, { ids, reason }: { readonly ids: readonly string[]; readonly reason: string }) => {
    // In one order for everybody, so that two who hide the same listings wait instead of blocking each other.
    for (const id of ids.toSorted()) await hide(work, { id, reason })
    return { hidden: ids.length }
  },
)

/** civic-portal.R3: spam or a duplicate is taken off for good, and does not count. */
export const removeListing = command("listings.remove", async (work, input: Decision) => {
  const { row, hat } = await load(work, "remove", input)
  await takeStep(work, row, { event: "remove", hat, reason: input.reason })
  await reverseFigures(work, informationItems.name, subjectOf(row))
  await record(work, row, hat, input)
  await hidePublicly(work, row)
  await tellMembers(work, row, "remove", input.reason)
  return { id: input.id }
})

/** Makes a listing public again; what had been taken back from the figures counts on its old day. */
export const reinstateListing = command(
  "listings.reinstate",
  async (work, input: { readonly id: string }) => {
    const row = await lockRecord(work, input.id)
    const hat = authorise(canDo(work.actor, "reinstate", row))
    await takeStep(work, row, { event: "reinstate", hat })
    await requireRegistered(work, row.organisationId)
    if (row.state === "removed" && row.firstPublishedAt)
      await recordPublication(work, row, row.firstPublishedAt)
    await record(work, row, hat, {})
    await showPublicly(work, row)
    await tellMembers(work, row, "reinstate", "")
    return { id: input.id }
  },
)

const load = async (
  work: Work,
  act: OfficeAct,
  { id, reason }: Decision,
): Promise<{ row: ListingRow; hat: Hat }> => {
  const row = await lockRecord(work, id)
  const hat = authorise(canDo(work.actor, act, row))
  if (reason === "") throw new Invalid({ reason: "listings:error.reason" })
  return { row, hat }
}

const record = (work: Work, row: ListingRow, hat: Hat, { reason }: { reason?: string }): Promise<void> =>
  audit(work, { hat, subject: subjectOf(row), payload: { title: row.title, ...(reason ? { reason } : {}) } })
