import { authorise, type Hat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Invalid } from "#kernel/errors.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { move } from "#kernel/workflow.ts"
import { canDo, canTakeIn } from "../policy.ts"
import { lockRecord, type OrganisationRecord } from "../queries/records.ts"
import { similarForOffice } from "../queries/similar.ts"
import { outside, type Profile } from "../schema/form.ts"
import type { Intake } from "../schema/intake.ts"
import { changesBetween, profileTexts } from "../schema/profile.ts"
import { registration } from "../schema/registration.ts"
import { dueAfter, receiptNumberOf, takingUp, tellOfArrival } from "./arrival.ts"
import { intakeTexts, writeIntake } from "./intakes.ts"
import { insertOrganisation, updateProfile } from "./save-profile.ts"
import { auditStep, checkVersion, takeStep, tellGroup, type Step } from "./steps.ts"

type Entry = {
  /** Public id; null for a new one. */
  readonly id: string | null
  readonly version?: number | undefined
  readonly profile: Profile
  readonly intake: Intake
  readonly different: boolean
}

/** An officer enters a group for its people, whole: it comes before the office like any other, without an account. */
export const receiveRegistration = command("organisations.receive", async (work, input: Entry) => {
  const { hat, record: draft } = await writeDown(work, input, "receive")
  const step: Step = { event: "receive", hat, state: move(registration, "receive", draft.state) }
  const taken = await takingUp(work, draft, input.intake.receivedOn)
  const record = await takeStep(work, draft, step, taken)
  await writeIntake(work, record, hat, "registration", input.intake)
  await auditStep(work, draft, step, { receiptNumber: record.receiptNumber, ...intakeTexts(input.intake) })
  await tellOfArrival(work, record, "receive")
  return { id: record.publicId }
})

/** What is known so far: it has its number, and waits to be completed by the office or by whoever takes it over. */
export const noteRegistration = command("organisations.note", async (work, input: Entry) => {
  const { hat, record: draft } = await writeDown(work, input, "note")
  const step: Step = { event: "note", hat, state: move(registration, "note", draft.state) }
  const record = await takeStep(work, draft, step, {
    submittedAt: draft.submittedAt ?? work.now,
    receiptNumber: await receiptNumberOf(work, draft),
    dueOn: dueAfter(work, input.intake.receivedOn),
  })
  await writeIntake(work, record, hat, "registration", input.intake)
  await auditStep(work, draft, step, { receiptNumber: record.receiptNumber, ...intakeTexts(input.intake) })
  if (!draft.submittedAt) await tellGroup(work, record, "note")
  return { id: record.publicId }
})

const writeDown = async (
  work: Work,
  input: Entry,
  event: "receive" | "note",
): Promise<{ readonly hat: Hat; readonly record: OrganisationRecord }> => {
  const { id, profile } = input
  if (id === null) return enter(work, input)
  const earlier = await lockRecord(work, id)
  const hat = authorise(canDo(work.actor, event, earlier))
  move(registration, event, earlier.state)
  const before = await checkVersion(work.tx, earlier, input.version)
  if (!input.different) await askAboutSimilar(work, profile, earlier.id)
  const record = await updateProfile(work, earlier, profile)
  await auditDraft(work, hat, record, changesBetween(before, profile))
  return { hat, record }
}

const enter = async (work: Work, { profile, different }: Entry) => {
  authorise(canTakeIn(work.actor, null))
  const hat = canTakeIn(work.actor, profile.mainArea === outside ? work.city.code : profile.mainArea)
  // X17: an officer enters what the own office checks.
  if (typeof hat === "string") throw new Invalid({ mainArea: "organisations:error.not-your-area" })
  if (!different) await askAboutSimilar(work, profile, null)
  const record = await insertOrganisation(work, profile, null)
  await auditDraft(work, hat, record, { after: profileTexts(profile) })
  return { hat, record }
}

const auditDraft = (work: Work, hat: Hat, record: OrganisationRecord, payload: object): Promise<void> =>
  audit(work, {
    hat,
    verb: "organisations.save-draft",
    subject: { kind: "organisation", id: record.id },
    payload: { ...payload },
  })

const askAboutSimilar = async (work: Work, profile: Profile, exceptId: string | null): Promise<void> => {
  const { named, others } = await similarForOffice(work.tx, work.actor, profile, exceptId)
  if (named.length > 0 || others) throw new Invalid({ different: "organisations:error.similar" })
}
