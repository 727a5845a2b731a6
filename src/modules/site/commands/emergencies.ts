import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { Conflict, Invalid, NotFound } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { touch } from "#kernel/stamps.ts"
import { command, hatOf } from "#kernel/transaction.ts"
import { canRaiseEmergency } from "../policy.ts"
import { emergencyContents, type EmergencyInput } from "../schema/emergencies.ts"

/** Puts a text on every page until its time is over; only what was looked at once more is put there. */
export const raiseEmergency = command("site.raise-emergency", async (work, input: EmergencyInput) => {
  const hat = authorise(canRaiseEmergency(work.actor, work.city))
  if (input.confirmed !== "yes") throw new Invalid({ confirmed: "web:error.required" })
  const id = newId()
  const endsAt = work.now.add({ hours: Number(input.hours) })
  const contents = emergencyContents(input)
  await work.tx
    .insertInto("siteEmergencies")
    .values({
      ...{ id, link: input.link, startsAt: work.now, endsAt, why: input.why },
      contents: JSON.stringify(contents),
      raisedBy: work.actor.accountId,
      hat: hatOf(work, hat),
    })
    .execute()
  const payload = { ...contents, why: input.why, until: endsAt.toString() }
  await audit(work, { hat, subject: { kind: "emergency", id }, payload })
  touch(work, "everything")
  return { id }
})

/** Takes it off all pages before its time. */
export const endEmergency = command("site.end-emergency", async (work, { id }: { readonly id: string }) => {
  const standing = await work.tx
    .selectFrom("siteEmergencies")
    .select(["id", "endsAt", "endedAt"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst()
  const hat = authorise(canRaiseEmergency(work.actor, work.city))
  if (!standing) throw new NotFound(`there is no emergency ${id}`)
  if (standing.endedAt || Temporal.Instant.compare(standing.endsAt, work.now) <= 0)
    throw new Conflict(`emergency ${id} is over`, { say: "web:error.moved-on" })
  await work.tx
    .updateTable("siteEmergencies")
    .set({ endedAt: work.now, endedBy: work.actor.accountId })
    .where("id", "=", id)
    .execute()
  await audit(work, { hat, subject: { kind: "emergency", id }, payload: {} })
  touch(work, "everything")
  return { id }
})
