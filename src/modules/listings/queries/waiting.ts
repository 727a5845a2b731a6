import type { Actor } from "#kernel/actor.ts"
import { isAllowed } from "#kernel/actor.ts"
import type { Transaction } from "#kernel/transaction.ts"
import type { Waiting } from "#web/manifest.ts"
import type { View } from "#web/view.ts"
import { canListAsOffice } from "../policy.ts"
import { countToLookAt } from "./office.ts"

/** One line for all that came in by import with dates that somebody should look at. */
export const listingsWaiting = async (tx: Transaction, actor: Actor, view: View): Promise<Waiting[]> => {
  if (!isAllowed(canListAsOffice(actor))) return []
  const { count, since } = await countToLookAt(tx, actor, view.now)
  if (count === 0 || !since) return []
  return [
    {
      title: view.text("listings:office.look"),
      what: view.t("listings:count", { count }),
      href: "/staff/listings?look=1",
      since,
      dueOn: null,
    },
  ]
}
