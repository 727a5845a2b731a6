import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Conflict, Invalid } from "#kernel/errors.ts"
import { emit } from "#kernel/events.ts"
import { command } from "#kernel/transaction.ts"
import { canChangeProfile } from "../policy.ts"
import { lockRecord } from "../queries/records.ts"
import { organisationChanged } from "../schema/events.ts"
import { outside, type Profile } from "../schema/form.ts"
import { changesBetween } from "../schema/profile.ts"
import { markConfirmed } from "./freshness.ts"
import { indexOrganisation, touchPages } from "./publicity.ts"
import { updateProfile } from "./save-profile.ts"
import { checkVersion, writeHistory } from "./steps.ts"

type Change = { readonly id: string; readonly version: number; readonly profile: Profile }

/**
 * Changes the profile of a group that was registered. What is public changes at once, the office is not asked again,
 * and the audit keeps what stood before. A hidden group may mend itself, but not move away from the office that hid it.
 */
export const changeProfile = command("organisations.change", async (work, input: Change) => {
  const earlier = await lockRecord(work, input.id)
  const hat = authorise(canChangeProfile(work.actor, earlier))
  const isPublic = earlier.state === "registered"
  if (!isPublic && earlier.state !== "suspended")
    throw new Conflict(`organisation ${input.id} is ${earlier.state}`, { say: "web:error.moved-on" })
  const before = await checkVersion(work.tx, earlier, input.version)
  if (!isPublic && input.profile.mainArea !== before.mainArea)
    throw new Invalid({ mainArea: "organisations:error.area-while-hidden" })
  if (input.profile.mainArea === outside && before.mainArea !== outside)
    throw new Invalid({ mainArea: "organisations:error.outside-registered" })
  const record = await updateProfile(work, earlier, input.profile)
  await markConfirmed(work, record)
  await writeHistory(work, record, { event: "change", hat, state: record.state })
  const changes = changesBetween(before, input.profile)
  if (isPublic) await indexOrganisation(work, record)
  await audit(work, { hat, subject: { kind: "organisation", id: record.id }, payload: changes })
  if (isPublic) await emit(work, organisationChanged, { id: record.id })
  if (isPublic) touchPages(work, record)
  return { id: record.publicId }
})
