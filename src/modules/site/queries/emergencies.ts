import { type Actor, authorise } from "#kernel/actor.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { accountNames } from "#modules/accounts"
import type { Emergency } from "#web/manifest.ts"
import { canReadSite } from "../policy.ts"
import type { Contents, Written } from "../schema/contents.ts"
import { toRuby } from "../schema/readings.ts"

type Row = Emergency & { readonly contents: Contents }

const emergencyRows = (tx: Transaction) =>
  tx.selectFrom("siteEmergencies").select(["id", "contents", "link", "startsAt", "endsAt"]).$castTo<Row>()

const readable = ({ title, body }: Written): Written => ({ title: toRuby(title), body: toRuby(body) })

/** What stands on every page now, the newest first. */
export const standingEmergencies = async (tx: Transaction, now: Temporal.Instant): Promise<Emergency[]> => {
  const rows = await emergencyRows(tx)
    .where("endedAt", "is", null)
    .where("endsAt", ">", now)
    .orderBy("startsAt", "desc")
    .execute()
  return rows.map((row) => ({
    ...row,
    contents: { ...row.contents, "ja-easy": readable(row.contents["ja-easy"]) },
  }))
}

export type PastEmergency = Row & {
  readonly why: string
  readonly raisedBy: string | null
  readonly endedAt: Temporal.Instant | null
}

/** All of them with who raised them and why, for the office. */
export const listEmergencies = async (tx: Transaction, actor: Actor) => {
  authorise(canReadSite(actor))
  const rows = await tx
    .selectFrom("siteEmergencies")
    .select(["id", "contents", "link", "startsAt", "endsAt", "why", "raisedBy", "endedAt"])
    .$castTo<PastEmergency>()
    .orderBy("startsAt", "desc")
    .limit(50)
    .execute()
  return {
    rows,
    names: await accountNames(
      tx,
      rows.map(({ raisedBy }) => raisedBy),
    ),
  }
}
