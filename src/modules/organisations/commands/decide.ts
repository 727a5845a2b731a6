import { authorise } from "#kernel/actor.ts"
import { dayOf } from "#kernel/clock.ts"
import { emit } from "#kernel/events.ts"
import { recordFigure } from "#kernel/figures.ts"
import { newId } from "#kernel/ids.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { move } from "#kernel/workflow.ts"
import { canDo } from "../policy.ts"
import { lockRecord, type OrganisationRecord } from "../queries/records.ts"
import { organisationRegistered } from "../schema/events.ts"
import { registration, type Decision } from "../schema/registration.ts"
import { indexOrganisation, touchPages } from "./publicity.ts"
import { dueAfter } from "./arrival.ts"
import { auditStep, checkVersion, takeStep, tellCity, tellGroup, tellOffice, type Step } from "./steps.ts"

type Deciding = {
  readonly id: string
  readonly version: number
  readonly note?: string
  readonly checked?: readonly string[]
}
type Refusing = Deciding & { readonly reason: string }

/** Asks the applicant to change something, with reasons at single fields. */
export const returnRegistration = command(
  "organisations.return",
  async (work, input: Refusing & { readonly fieldReasons?: Readonly<Record<string, string>> }) => {
    const { before, step } = await decide(work, "return", input)
    const record = await takeStep(work, before, step, { dueOn: null })
    await auditStep(work, before, step, { fieldReasons: step.fieldReasons ?? {} })
    await tellGroup(work, record, "return", input.reason)
    return { id: record.publicId }
  },
)

/** civic-portal.R2: perhaps it is active nowhere in the city; the City has to look. */
export const holdRegistration = command("organisations.hold", async (work, input: Refusing) => {
  const { before, step } = await decide(work, "hold", input)
  const record = await takeStep(work, before, step, { dueOn: dueAfter(work, today(work)) })
  await auditStep(work, before, step)
  await tellGroup(work, record, "hold", input.reason)
  await tellCity(work, record, "hold")
  return { id: record.publicId }
})

/** The City finds that it may be registered: the check goes on where it was. */
export const releaseRegistration = command("organisations.release", async (work, input: Deciding) => {
  const { before, step } = await decide(work, "release", input)
  const record = await takeStep(work, before, step, { dueOn: dueAfter(work, today(work)) })
  await auditStep(work, before, step)
  await tellGroup(work, record, "release")
  await tellOffice(work, record, "release")
  return { id: record.publicId }
})

export const declineRegistration = command("organisations.decline", async (work, input: Refusing) => {
  const { before, step } = await decide(work, "decline", input)
  const record = await takeStep(work, before, step, { dueOn: null })
  await auditStep(work, before, step)
  await tellGroup(work, record, "decline", input.reason)
  return { id: record.publicId }
})

const today = (work: Work): Temporal.PlainDate => dayOf(work.now, work.city.zone)

export const refuseRegistration = command("organisations.refuse", async (work, input: Refusing) => {
  const { before, step } = await decide(work, "refuse", input)
  const record = await takeStep(work, before, step, { dueOn: null })
  await auditStep(work, before, step)
  await tellGroup(work, record, "refuse", input.reason)
  return { id: record.publicId }
})

/** The group is registered: its page is public, its applicant becomes its representative, and it is counted. */
export const approveRegistration = command("organisations.approve", async (work, input: Deciding) => {
  const { before, step } = await decide(work, "approve", input)
  const record = await takeStep(work, before, step, {
    dueOn: null,
    registeredAt: work.now,
    confirmedAt: work.now,
    publicReason: null,
  })
  await makeRepresentative(work, record)
  await indexOrganisation(work, record)
  await countRegistration(work, record)
  await auditStep(work, before, step, { checked: input.checked ?? [] })
  await emit(work, organisationRegistered, { id: record.id })
  touchPages(work, record, "figures")
  await tellGroup(work, record, "approve")
  return { id: record.publicId }
})

type Reasons = { readonly reason?: string; readonly fieldReasons?: Readonly<Record<string, string>> }

const decide = async (
  work: Work,
  event: Decision,
  input: Deciding & Reasons,
): Promise<{ before: OrganisationRecord; step: Step }> => {
  const before = await lockRecord(work, input.id)
  const hat = authorise(canDo(work.actor, event, before))
  const state = move(registration, event, before.state)
  await checkVersion(work.tx, before, input.version)
  const { reason = "", note = "", fieldReasons = {}, checked = [] } = input
  return { before, step: { event, hat, state, reason, note, fieldReasons, checked } }
}

const makeRepresentative = async (work: Work, record: OrganisationRecord): Promise<void> => {
  if (!record.applicantId) return
  await work.tx
    .insertInto("memberships")
    .values({
      id: newId(),
      organisationId: record.id,
      accountId: record.applicantId,
      role: "representative",
      validFrom: dayOf(work.now, work.city.zone),
    })
    .execute()
}

/** The counter that the profiles share with what groups publish. */
export const informationItems = "portal.information-items"

/** civic-portal.R3: the first publication counts once; a city may decide that profiles do not count. */
const countRegistration = async (work: Work, record: OrganisationRecord): Promise<void> => {
  if (!work.city.settings.countRegistrations.value) return
  await recordFigure(work, {
    metric: informationItems,
    subject: { kind: "organisation", id: record.id },
    areaCode: record.mainAreaCode,
    bodyId: record.bodyId,
    dims: { kind: "organisation" },
  })
}
