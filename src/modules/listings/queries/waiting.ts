import { sql } from "kysely"
import type { Actor } from "#kernel/actor.ts"
import { isAllowed } from "#kernel/actor.ts"
import type { Transaction } from "#kernel/transaction.ts"
import type { Waiting } from "#web/manifest.ts"
import type { View } from "#web/view.ts"
import { canListAsOffice } from "../policy.ts"
import { countToLookAt } from "./office.ts"
import { covered } from "./office-list.ts"

type Row = {
  readonly what: "review" | "report" | "reply"
  readonly publicId: string
  readonly title: string
  readonly since: Temporal.Instant
  readonly count: number
  readonly dueOn: Temporal.PlainDate | null
}

/** What waits here: listings to be looked at first, what readers reported, what groups answered, and doubtful dates. */
export const listingsWaiting = async (tx: Transaction, actor: Actor, view: View): Promise<Waiting[]> => {
  if (!isAllowed(canListAsOffice(actor))) return []
  const rows = await waitingRows(tx, actor)
  return [...rows.map((row) => shown(view, row)), ...(await toLookAt(tx, actor, view))]
}

const shown = (view: View, { what, publicId, title, since, count, dueOn }: Row): Waiting => ({
  title,
  what: view.t(`listings:waits.${what}`, { count }),
  href: `/staff/listings/${publicId}`,
  since,
  dueOn,
})

/** Of each kind the oldest; more than a page of them nobody reads. */
const mostShown = 50

const waitingRows = async (tx: Transaction, actor: Actor): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select 'review' as what, public_id, title, updated_at as since, 1 as count, look_by as due_on
    from listings where ${covered(actor, "submitted")}
    union all
    select 'report', public_id, title, reported.since, reported.count, reported.due_on
    from (select listing_id, min(at) as since, count(*) as count, min(due_on) as due_on from listing_reports
      where decided_at is null group by listing_id) as reported
    join listings on listings.id = reported.listing_id where ${covered(actor)}
    union all
    select 'reply', public_id, title, said.at, 1, said.due_on
    from listings join lateral (
      select at, side, due_on from listing_talks where listing_id = listings.id order by at desc limit 1) as said
      on said.side = 'group'
    where state in ('hidden', 'removed') and ${covered(actor)}
    order by since limit ${mostShown}`.execute(tx)
  return rows
}

/** One line for all that came in by import with dates that somebody should look at. */
const toLookAt = async (tx: Transaction, actor: Actor, view: View): Promise<Waiting[]> => {
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
