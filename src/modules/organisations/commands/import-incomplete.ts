import { authorise } from "#kernel/actor.ts"
import { dayOf } from "#kernel/clock.ts"
import { command } from "#kernel/transaction.ts"
import { move } from "#kernel/workflow.ts"
import { canTakeIn } from "../policy.ts"
import { findImported } from "../queries/intakes.ts"
import { similarForOffice } from "../queries/similar.ts"
import { emptyProfile, type Profile } from "../schema/form.ts"
import { registration } from "../schema/registration.ts"
import { receiptNumberOf } from "./arrival.ts"
import { writeIntake } from "./intakes.ts"
import { insertOrganisation } from "./save-profile.ts"
import { auditStep, takeStep, type Step } from "./steps.ts"

type Imported = {
  /** Source and row, by which the same row read again is known. */
  readonly reference: string
  /** What the source says; the rest is missing. */
  readonly profile: Partial<Profile> & Pick<Profile, "name">
}

/**
 * A group from somebody's list stands as `incomplete`: the office sees it, the public does not, and nothing was
 * checked. It is completed by the office, or by whoever takes it over. Whether it may be one that is there already is
 * told, not decided.
 */
export const importIncomplete = command("organisations.import", async (work, input: Imported) => {
  const hat = authorise(canTakeIn(work.actor, null))
  const known = await findImported(work.tx, input.reference)
  if (known) return { id: known, created: false, similar: 0 }
  const profile: Profile = { ...emptyProfile, mainArea: work.city.code, ...input.profile }
  const similar = await similarForOffice(work.tx, work.actor, profile, null)
  const draft = await insertOrganisation(work, profile, null)
  const step: Step = { event: "note", hat, state: move(registration, "note", draft.state) }
  const record = await takeStep(work, draft, step, {
    submittedAt: work.now,
    receiptNumber: await receiptNumberOf(work, draft),
  })
  const receivedOn = dayOf(work.now, work.city.zone)
  await writeIntake(work, record, hat, "registration", {
    ...{ channel: "import", fromWhom: "", receivedOn, reference: input.reference },
  })
  await auditStep(work, draft, step, { reference: input.reference })
  return { id: record.publicId, created: true, similar: similar.named.length }
})
