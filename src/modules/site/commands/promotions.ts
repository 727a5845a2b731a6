import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { dayOf } from "#kernel/clock.ts"
import { Invalid, NotFound } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { command } from "#kernel/transaction.ts"
import { canRecordPromotion } from "../policy.ts"
import type { PromotionInput } from "../schema/promotions.ts"

/** Records an occasion that was, never one to come. */
export const recordPromotion = command("site.record-promotion", async (work, input: PromotionInput) => {
  const hat = authorise(canRecordPromotion(work.actor))
  if (Temporal.PlainDate.compare(input.day, dayOf(work.now, work.city.zone)) > 0)
    throw new Invalid({ day: "site:error.future" })
  const id = newId()
  const { day: onDay, occasion, audience, explainedBy, note, registrations } = input
  await work.tx
    .insertInto("sitePromotions")
    .values({
      ...{ id, onDay, occasion, audience, explainedBy, note, registrations },
      bodyId: work.actor.wearing?.bodyId ?? "",
      createdBy: work.actor.accountId,
      createdAt: work.now,
    })
    .execute()
  await audit(work, { hat, subject: { kind: "promotion", id }, payload: { occasion, audience, explainedBy } })
  return { id }
})

/** Takes out what was recorded by mistake; the audit keeps it. */
export const removePromotion = command(
  "site.remove-promotion",
  async (work, { id }: { readonly id: string }) => {
    const before = await work.tx
      .selectFrom("sitePromotions")
      .select(["occasion", "audience", "explainedBy", "onDay", "note", "registrations"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst()
    const hat = authorise(canRecordPromotion(work.actor))
    if (!before) throw new NotFound(`there is no promotion ${id}`)
    await work.tx.deleteFrom("sitePromotions").where("id", "=", id).execute()
    const payload = { ...before, onDay: before.onDay.toString() }
    await audit(work, { hat, subject: { kind: "promotion", id }, payload })
    return { id }
  },
)
