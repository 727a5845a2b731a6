import { sql } from "kysely"
import type { City } from "#kernel/city.ts"
import type { Transaction, Work } from "#kernel/transaction.ts"
import { touch } from "#kernel/stamps.ts"

/** How fast a group answers, over its latest answers, and what waits there. */
export type Standing = {
  readonly answered: number
  readonly medianMinutes: number | null
  /** What people are told; null: nothing. */
  readonly usualDays: number | null
  readonly waiting: number
  readonly waitingSince: Temporal.Instant | null
}

export const none: Standing = {
  answered: 0,
  medianMinutes: null,
  usualDays: null,
  waiting: 0,
  waitingSince: null,
}

export const findStanding = async (tx: Transaction, organisationId: string): Promise<Standing> =>
  (await tx
    .selectFrom("inquiryStandings")
    .select(["answered", "medianMinutes", "usualDays", "waiting", "waitingSince"])
    .where("organisationId", "=", organisationId)
    .executeTakeFirst()) ?? none

/** Told only from so many answers on, and only while it is something to be glad of: never to rank anybody. */
const longestTold = 14

/** In how many days an answer usually comes; 0 is the same day. Null: nothing is said. */
export const usualDaysOf = (
  standing: Pick<Standing, "answered" | "medianMinutes">,
  { settings }: Pick<City, "settings">,
): number | null => {
  const { answered, medianMinutes } = standing
  if (medianMinutes === null || answered < settings.inquiries.speedFrom.value) return null
  const days = medianMinutes <= 12 * 60 ? 0 : Math.max(1, Math.round(medianMinutes / (24 * 60)))
  return days <= longestTold ? days : null
}

/** Counts anew after something changed; pages that tell the usual time are drawn anew when it is another. */
export const refreshStanding = async (work: Work, organisationId: string): Promise<void> => {
  const before = await findStanding(work.tx, organisationId)
  const { rows } = await sql<Omit<Standing, "usualDays">>`
    select * from inquiry_standing(${organisationId}::uuid, ${work.city.settings.inquiries.speedOver.value}::int)`.execute(
    work.tx,
  )
  const counted = rows[0] ?? none
  const after: Standing = { ...counted, usualDays: usualDaysOf(counted, work.city) }
  await work.tx
    .insertInto("inquiryStandings")
    .values({ organisationId, ...after })
    .onConflict((row) => row.column("organisationId").doUpdateSet({ ...after }))
    .execute()
  if (before.usualDays !== after.usualDays) touch(work, "inquiries")
}
