import { authorise } from "#kernel/actor.ts"
import { Conflict } from "#kernel/errors.ts"
import { emit } from "#kernel/events.ts"
import { countAgain, reverseFigures } from "#kernel/figures.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { move } from "#kernel/workflow.ts"
import { canDo, canRevive, isRevivable } from "../policy.ts"
import { lockRecord, type OrganisationRecord } from "../queries/records.ts"
import { organisationHidden, organisationShown } from "../schema/events.ts"
import { registration, type RegistrationEvent } from "../schema/registration.ts"
import { informationItems } from "./decide.ts"
import { markConfirmed } from "./freshness.ts"
import { indexOrganisation, removeFromIndex, touchPages } from "./publicity.ts"
import { auditStep, takeStep, tellGroup, tellOffice, type Step } from "./steps.ts"

type Named = { readonly id: string; readonly reason?: string; readonly note?: string }
type Reasoned = Named & { readonly reason: string }

/** Hides a group from the public, with a reason that the public and its members read. */
export const suspendOrganisation = command("organisations.suspend", async (work, input: Reasoned) => {
  const { before, step } = await begin(work, "suspend", input)
  const record = await takeStep(work, before, step, { publicReason: input.reason })
  await hide(work, before, step)
  await tellGroup(work, record, "suspend", input.reason)
  return { id: record.publicId }
})

export const reinstateOrganisation = command("organisations.reinstate", async (work, input: Named) => {
  const { before, step } = await begin(work, "reinstate", input)
  const record = await takeStep(work, before, step, { publicReason: null })
  await indexOrganisation(work, record)
  await auditStep(work, before, step)
  await emit(work, organisationShown, { id: record.id })
  touchPages(work, record)
  await tellGroup(work, record, "reinstate")
  return { id: record.publicId }
})

/**
 * Ends a registration by the office. civic-portal.R3: what was registered by mistake, as spam or a second time, does
 * not count as information.
 */
export const closeOrganisation = command(
  "organisations.close",
  async (work, input: Reasoned & { readonly mistaken: boolean }) => {
    const { before, step } = await begin(work, "close", input)
    const record = await takeStep(work, before, step, { publicReason: input.reason, endedBy: "office" })
    if (input.mistaken) await uncount(work, record)
    await hide(work, before, step, { mistaken: input.mistaken })
    await tellGroup(work, record, "close", input.reason)
    return { id: record.publicId }
  },
)

/** What the public reads where a group gives no reason of its own. */
const ownWish = "団体からの申し出により、登録を終わりにしました。"

/** Its people give up an application, or take their group out of the portal. */
export const withdrawOrganisation = command("organisations.withdraw", async (work, input: Named) => {
  const { before, step } = await begin(work, "withdraw", input)
  const publicReason = before.registeredAt ? input.reason || ownWish : null
  const record = await takeStep(work, before, step, { dueOn: null, publicReason, endedBy: "group" })
  await hide(work, before, step)
  if (record.submittedAt) {
    await tellGroup(work, record, "withdraw")
    await tellOffice(work, record, "withdraw")
  }
  return { id: record.publicId }
})

/** An ended group is taken up again as it was, with what vanished with it; its figures had stayed. */
export const reviveOrganisation = command("organisations.revive", async (work, input: Named) => {
  const before = await lockRecord(work, input.id)
  const hat = authorise(canRevive(work.actor, before))
  const state = move(registration, "revive", before.state)
  if (!isRevivable(before))
    throw new Conflict(`organisation ${input.id} cannot be taken up`, { say: "web:error.moved-on" })
  const step: Step = { event: "revive", hat, state }
  const record = await takeStep(work, before, step, { publicReason: null, endedBy: null })
  await markConfirmed(work, record)
  await indexOrganisation(work, record)
  await countAgain(work, informationItems, { kind: "organisation", id: record.id })
  await auditStep(work, before, step)
  await emit(work, organisationShown, { id: record.id })
  touchPages(work, record)
  await tellGroup(work, record, "revive")
  return { id: record.publicId }
})

const begin = async (
  work: Work,
  event: RegistrationEvent,
  input: Named,
): Promise<{ before: OrganisationRecord; step: Step }> => {
  const before = await lockRecord(work, input.id)
  const hat = authorise(canDo(work.actor, event, before))
  const state = move(registration, event, before.state)
  return { before, step: { event, hat, state, reason: input.reason ?? "", note: input.note ?? "" } }
}

/** What was public no longer is: out of the index and the pages; other modules are told. */
const hide = async (
  work: Work,
  before: OrganisationRecord,
  step: Step,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> => {
  const wasPublic = before.state === "registered"
  if (wasPublic) await removeFromIndex(work, before)
  await auditStep(work, before, step, more)
  const reason = step.reason || (step.event === "withdraw" ? ownWish : "")
  if (wasPublic) await emit(work, organisationHidden, { id: before.id, reason })
  if (before.registeredAt) touchPages(work, before)
}

const uncount = async (work: Work, record: OrganisationRecord): Promise<void> => {
  await reverseFigures(work, informationItems, { kind: "organisation", id: record.id })
  touchPages(work, record, "figures")
}
