import { type Actor, authorise, isAllowed } from "#kernel/actor.ts"
import { NotFound } from "#kernel/errors.ts"
import { type Page, window } from "#kernel/paging.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { accountNames } from "#modules/accounts"
import { canReadOpinions } from "../policy.ts"
import type { Opinion, OpinionState } from "../schema/opinions.ts"

export const opinionRows = (tx: Transaction) =>
  tx
    .selectFrom("siteOpinions")
    .select([
      ...(["id", "publicId", "text", "page", "lang", "mayPublish", "at", "dueOn", "state"] as const),
      ...(["answer", "change", "publicText", "answeredAt", "publishedAt", "version"] as const),
    ])
    .$castTo<Opinion>()

const counted = async (
  query: ReturnType<typeof opinionRows>,
  order: "publishedAt" | "at",
  page: number,
  size: number,
): Promise<Page<Opinion>> => {
  const { total } = await query
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow()
  const { limit, offset } = window(page, size)
  const rows = await query.orderBy(order, "desc").orderBy("id", "desc").limit(limit).offset(offset).execute()
  return { rows, total: Number(total), page, size }
}

/** What people told us and allowed to be shown, with the answers; the newest first. */
export const listPublishedOpinions = (tx: Transaction, page: number): Promise<Page<Opinion>> =>
  counted(opinionRows(tx).where("publishedAt", "is not", null), "publishedAt", page, 20)

export const openStates: readonly OpinionState[] = ["received", "considering"]

/** For the office: those in a state, or all. Run as the actor: others read nothing. */
export const listOpinions = (
  tx: Transaction,
  actor: Actor,
  state: OpinionState | "open" | "all",
  page: number,
): Promise<Page<Opinion>> => {
  authorise(canReadOpinions(actor))
  const all = opinionRows(tx)
  if (state === "all") return counted(all, "at", page, 50)
  const wanted = state === "open" ? openStates : [state]
  return counted(all.where("state", "in", [...wanted]), "at", page, 50)
}

/** What waits for an answer. */
export const listWaitingOpinions = async (tx: Transaction, actor: Actor): Promise<Opinion[]> =>
  isAllowed(canReadOpinions(actor))
    ? opinionRows(tx)
        .where("state", "in", [...openStates])
        .orderBy("dueOn")
        .limit(100)
        .execute()
    : []

export type OpinionRecord = {
  readonly opinion: Opinion
  /** Who wrote, where they said so: by name or by address. */
  readonly writer: { readonly name: string; readonly address: string } | null
}

export const getOpinion = async (tx: Transaction, actor: Actor, publicId: string): Promise<OpinionRecord> => {
  authorise(canReadOpinions(actor))
  const opinion = await opinionRows(tx).where("publicId", "=", publicId).executeTakeFirst()
  if (!opinion) throw new NotFound(`there is no opinion ${publicId}`)
  const wrote = await tx
    .selectFrom("siteOpinionWriters")
    .select(["accountId", "address"])
    .where("opinionId", "=", opinion.id)
    .executeTakeFirst()
  const names = await accountNames(tx, [wrote?.accountId ?? null])
  const writer = wrote ? { name: names.get(wrote.accountId ?? "") ?? "", address: wrote.address } : null
  return { opinion, writer }
}
