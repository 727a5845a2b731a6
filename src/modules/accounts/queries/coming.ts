import { sql } from "kysely"
import type { PostRole } from "#kernel/actor.ts"
import type { Transaction } from "#kernel/transaction.ts"

/** Something that changes by itself on a day to come. */
export type Coming = {
  readonly day: Temporal.PlainDate
  readonly what: "begins" | "ends" | "deputy-begins" | "deputy-ends"
  readonly postId: string
  /** Who begins or ends; of a deputy, who stands in. */
  readonly accountId: string
  readonly holderId: string
  readonly bodyId: string
  readonly programme: string
  readonly role: PostRole
  readonly areaCodes: readonly string[] | null
}

const most = 500

/** What was set ahead, in the order of the days: who begins, whose last day it is, who stands in. */
export const listComing = async (
  tx: Transaction,
  { bodyId, today }: { readonly bodyId?: string; readonly today: Temporal.PlainDate },
): Promise<Coming[]> => {
  const there = bodyId ? sql`p.body_id = ${bodyId}` : sql`true`
  const place = sql`p.id as post_id, p.account_id as holder_id, p.body_id, p.programme, p.role, p.area_codes`
  const deputies = sql`post_deputies d join posts p on p.id = d.post_id`
  const { rows } = await sql<Coming>`
    select p.valid_from as day, 'begins' as what, p.account_id, ${place} from posts p
      where p.valid_from > ${today} and ${there}
    union all select p.valid_to, 'ends', p.account_id, ${place} from posts p
      where p.valid_to >= ${today} and ${there}
    union all select d.valid_from, 'deputy-begins', d.account_id, ${place} from ${deputies}
      where d.valid_from > ${today} and ${there}
    union all select d.valid_to, 'deputy-ends', d.account_id, ${place} from ${deputies}
      where d.valid_to >= ${today} and ${there}
    order by day, what, body_id, account_id limit ${most}`.execute(tx)
  return rows
}

export type Deputy = {
  readonly id: string
  readonly accountId: string
  readonly validFrom: Temporal.PlainDate
  readonly validTo: Temporal.PlainDate
}

/** Who stands in for a post, now and ahead. */
export const deputiesOf = (tx: Transaction, postId: string, today: Temporal.PlainDate): Promise<Deputy[]> =>
  tx
    .selectFrom("postDeputies")
    .select(["id", "accountId", "validFrom", "validTo"])
    .where("postId", "=", postId)
    .where("validTo", ">=", today)
    .orderBy("validFrom")
    .orderBy("id")
    .execute()
