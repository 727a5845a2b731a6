import { sql } from "kysely"
import type { Hat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import type { Work } from "#kernel/transaction.ts"
import { waitForGroup } from "../queries/records.ts"
import { refreshStanding } from "../queries/standings.ts"

type Pair = { readonly survivor: string; readonly other: string }

const hat: Hat = { kind: "system", name: "inquiries" }

/** What was asked of a group that became one with another is answered by the survivor, with its texts and blocks. */
export const takeInInquiries = (work: Work, pair: Pair): Promise<void> =>
  follow(
    work,
    pair,
    { to: pair.survivor, verb: "inquiries.take-in" },
    (survivor, other) =>
      sql<Moved>`select take_in_inquiries(${survivor}::uuid, ${other}::uuid)::int as moved`,
  )

/** A merge is taken back: what came with it goes home; what was asked since stays. */
export const giveBackInquiries = (work: Work, pair: Pair): Promise<void> =>
  follow(
    work,
    pair,
    { to: pair.other, verb: "inquiries.give-back" },
    (survivor, other) =>
      sql<Moved>`select give_back_inquiries(${survivor}::uuid, ${other}::uuid)::int as moved`,
  )

type Moved = { readonly moved: number }
type Way = { readonly to: string; readonly verb: string }

const follow = async (
  work: Work,
  { survivor, other }: Pair,
  { to, verb }: Way,
  move: (survivor: string, other: string) => ReturnType<typeof sql<Moved>>,
): Promise<void> => {
  for (const id of [survivor, other].toSorted()) await waitForGroup(work.tx, id)
  const { rows } = await move(survivor, other).execute(work.tx)
  for (const id of [survivor, other]) await refreshStanding(work, id)
  const inquiries = rows[0]?.moved ?? 0
  if (inquiries > 0)
    await audit(work, { hat, verb, subject: { kind: "organisation", id: to }, payload: { inquiries } })
}
