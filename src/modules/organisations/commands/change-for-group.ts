import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Conflict, Invalid } from "#kernel/errors.ts"
import { emit } from "#kernel/events.ts"
import { command } from "#kernel/transaction.ts"
import { canChangeForGroup, isChangeable } from "../policy.ts"
import { lockRecord, type OrganisationRecord } from "../queries/records.ts"
import { organisationChanged } from "../schema/events.ts"
import { outside, type Profile } from "../schema/form.ts"
import type { Intake } from "../schema/intake.ts"
import { changesBetween } from "../schema/profile.ts"
import { markConfirmed } from "./freshness.ts"
import { intakeTexts, writeIntake } from "./intakes.ts"
import { indexOrganisation, touchPages } from "./publicity.ts"
import { updateProfile } from "./save-profile.ts"
import { checkVersion, tellGroup, writeHistory } from "./steps.ts"

type Change = {
  readonly id: string
  readonly version: number
  readonly profile: Profile
  readonly intake: Intake
}

/**
 * An officer changes what the group's people asked for by telephone, on paper or at the counter. They are told, so
 * that nobody's group is changed behind their backs; the audit keeps which way it came.
 */
export const changeForGroup = command("organisations.change-for", async (work, input: Change) => {
  const earlier = await lockRecord(work, input.id)
  const hat = authorise(canChangeForGroup(work.actor, earlier))
  if (!isChangeable(earlier))
    throw new Conflict(`organisation ${input.id} is ${earlier.state}`, { say: "web:error.moved-on" })
  const before = await checkVersion(work.tx, earlier, input.version)
  checkArea(earlier, before, input.profile)
  const record = await updateProfile(work, earlier, input.profile)
  if (record.state === "registered") await markConfirmed(work, record)
  await writeHistory(work, record, { event: "change", hat, state: record.state })
  await writeIntake(work, record, hat, "change", input.intake)
  const isPublic = record.state === "registered"
  if (isPublic) await indexOrganisation(work, record)
  const payload = { ...changesBetween(before, input.profile), ...intakeTexts(input.intake) }
  await audit(work, { hat, subject: { kind: "organisation", id: record.id }, payload })
  if (isPublic) await emit(work, organisationChanged, { id: record.id })
  if (isPublic) touchPages(work, record)
  await tellGroup(work, record, "change")
  return { id: record.publicId }
})

/** civic-portal.R2: outside the city, it is for the City to look at before it is registered, not after. */
const checkArea = (earlier: OrganisationRecord, before: Profile, after: Profile): void => {
  if (after.mainArea === before.mainArea) return
  if (after.mainArea === outside && earlier.state !== "incomplete" && earlier.state !== "returned")
    throw new Invalid({ mainArea: "organisations:error.outside-registered" })
  if (earlier.state === "suspended") throw new Invalid({ mainArea: "organisations:error.area-while-hidden" })
}
