import { authorise, type Actor, type Hat, type Permission } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Invalid } from "#kernel/errors.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { move } from "#kernel/workflow.ts"
import { canApply, canDo, canWrite } from "../policy.ts"
import { lockRecord, type OrganisationRecord } from "../queries/records.ts"
import { similarForApplicant } from "../queries/similar.ts"
import type { Profile } from "../schema/form.ts"
import { changesBetween, profileTexts } from "../schema/profile.ts"
import { registration } from "../schema/registration.ts"
import { insertOrganisation, updateProfile } from "./save-profile.ts"
import { takingUp, tellOfArrival } from "./arrival.ts"
import { auditStep, checkVersion, takeStep, type Step } from "./steps.ts"

type Draft = {
  /** Public id; null for a new one. */
  readonly id: string | null
  readonly version?: number | undefined
  readonly profile: Profile
}

/** Keeps what is written so far. Nobody but its writer sees it. */
export const saveDraft = command("organisations.save-draft", async (work, input: Draft) => {
  const opened = await open(work, input, canWrite)
  const record = await writeDown(work, opened, input.profile)
  return { id: record.publicId }
})

/** Applies for a group. It gets its receipt number at the first time, and the day by which the office answers. */
export const submitRegistration = command(
  "organisations.submit",
  async (work, input: Draft & { readonly different: boolean }) => {
    const opened = await open(work, input, (actor, record) => canDo(actor, "submit", record))
    if (!input.different) await askAboutSimilar(work, opened, input.profile)
    const draft = await writeDown(work, opened, input.profile)
    const step: Step = { event: "submit", hat: opened.hat, state: move(registration, "submit", draft.state) }
    const record = await takeStep(work, draft, step, await takingUp(work, draft))
    await auditStep(work, draft, step, { receiptNumber: record.receiptNumber, different: input.different })
    await tellOfArrival(work, record, "submit")
    return { id: record.publicId }
  },
)

/** A draft or a returned registration that stands already, or nothing yet. */
type Opened = {
  readonly hat: Hat
  readonly earlier: { readonly record: OrganisationRecord; readonly profile: Profile } | null
}

const open = async (
  work: Work,
  { id, version }: Draft,
  permission: (actor: Actor, record: OrganisationRecord) => Permission,
): Promise<Opened> => {
  if (id === null) return { hat: authorise(canApply(work.actor)), earlier: null }
  const record = await lockRecord(work, id)
  const hat = authorise(permission(work.actor, record))
  // It may be written for as long as it may be submitted.
  move(registration, "submit", record.state)
  return { hat, earlier: { record, profile: await checkVersion(work.tx, record, version) } }
}

const writeDown = async (
  work: Work,
  { hat, earlier }: Opened,
  profile: Profile,
): Promise<OrganisationRecord> => {
  const record = earlier
    ? await updateProfile(work, earlier.record, profile)
    : await insertOrganisation(work, profile)
  await audit(work, {
    hat,
    verb: "organisations.save-draft",
    subject: { kind: "organisation", id: record.id },
    payload: earlier ? changesBetween(earlier.profile, profile) : { after: profileTexts(profile) },
  })
  return record
}

/** Is it there already? Who says that it is another group goes on. */
const askAboutSimilar = async (work: Work, { earlier }: Opened, profile: Profile): Promise<void> => {
  const { named, others } = await similarForApplicant(work.tx, profile, earlier?.record.id ?? null)
  if (named.length > 0 || others) throw new Invalid({ different: "organisations:error.similar" })
}
