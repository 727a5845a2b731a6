import type { Work } from "#kernel/transaction.ts"
import { takesPlace, type Content } from "../schema/content.ts"

/**
 * civic-portal.U2, civic-portal.R6: what has no days of its own ends with its deadline: a scheme the moment one can
 * apply no more, news on the day that was set. Without one, a scheme stays; news grow old after the city's days.
 */
export const setOwnEnd = async (
  work: Work,
  id: string,
  { kind, applyBy }: Pick<Content, "kind" | "applyBy">,
): Promise<void> => {
  if (takesPlace(kind)) return
  const hours = work.city.settings.newsDays.value * 24
  const endsAt = applyBy ?? (kind === "news" ? work.now.add({ hours }) : null)
  await work.tx.updateTable("listings").set({ endsAt }).where("id", "=", id).execute()
}
