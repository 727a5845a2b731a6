import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Conflict } from "#kernel/errors.ts"
import { command } from "#kernel/transaction.ts"
import { canDo } from "../policy.ts"
import { lockRecord } from "../queries/records.ts"
import { makePublic } from "./make-public.ts"
import { takeStep } from "./publication.ts"
import { requireAhead, requireRegistered, subjectOf } from "./publish.ts"

type Named = { readonly id: string }

/** X13: what waits for its time or for the office is a draft again. */
export const takeBackListing = command("listings.take-back", async (work, { id }: Named) => {
  const row = await lockRecord(work, id)
  const hat = authorise(canDo(work.actor, "take-back", row))
  await takeStep(work, row, { event: "take-back", hat })
  await audit(work, { hat, subject: subjectOf(row), payload: {} })
  return { id }
})

/** Undoes a withdrawal: as it was, public or a draft. Nothing is counted again. */
export const undoWithdrawal = command("listings.undo-withdrawal", async (work, { id }: Named) => {
  const row = await lockRecord(work, id)
  const event = row.firstPublishedAt ? "bring-back" : "reopen"
  const hat = authorise(canDo(work.actor, event, row))
  if (event === "bring-back") {
    if (row.state !== "withdrawn") throw new Conflict("it is not withdrawn", { say: "web:error.moved-on" })
    await requireRegistered(work, row.organisationId)
    await requireAhead(work, row)
    await makePublic(work, row, event, hat)
    return { id }
  }
  await takeStep(work, row, { event, hat })
  await audit(work, { hat, verb: "listings.reopen", subject: subjectOf(row), payload: {} })
  return { id }
})
