import { authorise } from "#kernel/actor.ts"
import { emit } from "#kernel/events.ts"
import { reverseFigures } from "#kernel/figures.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { move } from "#kernel/workflow.ts"
import { canDo } from "../policy.ts"
import { lockRecord, type OrganisationRecord } from "../queries/records.ts"
import { organisationHidden, organisationShown } from "../schema/events.ts"
import { registration, type RegistrationEvent } from "../schema/registration.ts"
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
    const record = await takeStep(work, before, step, { publicReason: input.reason })
    if (input.mistaken) await uncount(work, record)
    await hide(work, before, step, { mistaken: input.mistaken })
    await tellGroup(work, record, "close", input.reason)
    return { id: record.publicId }
  },
)

/** Its people give up an application, or take their group out of the portal. */
export const withdrawOrganisation = command("organisations.withdraw", async (work, input: Named) => {
  const { before, step } = await begin(work, "withdraw", input)
  const record = await takeStep(work, before, step, { dueOn: null })
  await hide(work, before, step)
  if (record.submittedAt) {
    await tellGroup(work, record, "withdraw")
    await tellOffice(work, record, "withdraw")
  }
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
  if (wasPublic) await emit(work, organisationHidden, { id: before.id })
  if (before.registeredAt) touchPages(work, before)
}

const uncount = async (work: Work, record: OrganisationRecord): Promise<void> => {
  await reverseFigures(work, "portal.information-items", { kind: "organisation", id: record.id })
  touchPages(work, record, "figures")
}
