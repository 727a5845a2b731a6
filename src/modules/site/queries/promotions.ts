import { type Actor, authorise } from "#kernel/actor.ts"
import { type Page, window } from "#kernel/paging.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { canReadSite } from "../policy.ts"
import type { Promotion } from "../schema/promotions.ts"

export const listPromotions = async (
  tx: Transaction,
  actor: Actor,
  page: number,
): Promise<Page<Promotion>> => {
  authorise(canReadSite(actor))
  const size = 50
  const { limit, offset } = window(page, size)
  const { total } = await tx
    .selectFrom("sitePromotions")
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow()
  const rows = await tx
    .selectFrom("sitePromotions")
    .select(["id", "onDay", "occasion", "audience", "explainedBy", "note", "registrations"])
    .orderBy("onDay", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .offset(offset)
    .execute()
  return { rows, total: Number(total), page, size }
}
