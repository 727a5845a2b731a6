import { type SelectQueryBuilder, sql } from "kysely"
import type { Post, PostRole } from "#kernel/actor.ts"
import type { DB } from "#kernel/database/tables.generated.ts"
import { NotFound } from "#kernel/errors.ts"
import type { Recipient } from "#kernel/messages/messages.ts"
import { type Page, window } from "#kernel/paging.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { findBody } from "#modules/places"
import { accountNames, recipientsOf } from "../auth/people.ts"

export type HeldPost = {
  readonly id: string
  readonly accountId: string
  readonly bodyId: string
  readonly programme: string
  readonly role: PostRole
  readonly areaCodes: readonly string[] | null
  readonly validFrom: Temporal.PlainDate
  readonly validTo: Temporal.PlainDate | null
}

const columns = [
  "id",
  "accountId",
  "bodyId",
  "programme",
  "role",
  "areaCodes",
  "validFrom",
  "validTo",
] as const

export const postRows = (tx: Transaction) => tx.selectFrom("posts").select(columns).$castTo<HeldPost>()

/** Valid on a day: from its first day to its last, both included. */
const validOn = <O>(query: SelectQueryBuilder<DB, "posts", O>, day: Temporal.PlainDate) =>
  query
    .where("validFrom", "<=", day)
    .where((eb) => eb.or([eb("validTo", "is", null), eb("validTo", ">=", day)]))

type WornRow = HeldPost & { readonly deputyId: string | null }

/** X18: the hats that an account may wear on a day: its own, then those under which it stands in for somebody. */
export const postsOf = async (
  tx: Transaction,
  accountId: string,
  today: Temporal.PlainDate,
): Promise<Post[]> => {
  const { rows } = await sql<WornRow>`
    select ${sql.join(fields)}, null::uuid as deputy_id from posts p
    where p.account_id = ${accountId} and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to >= ${today})
    union all
    select ${sql.join(fields)}, d.id from post_deputies d join posts p on p.id = d.post_id
    where d.account_id = ${accountId} and d.valid_from <= ${today} and d.valid_to >= ${today}
      and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to >= ${today})
    order by deputy_id nulls first, id`.execute(tx)
  const absent = rows.filter((row) => row.deputyId !== null).map((row) => row.accountId)
  const names = absent.length === 0 ? new Map<string, string>() : await accountNames(tx, absent)
  const posts: Post[] = []
  for (const row of rows) posts.push(await asPost(tx, row, names))
  return posts
}

const fields = columns.map((column) => sql.ref(`p.${column}`))

const asPost = async (tx: Transaction, row: WornRow, names: ReadonlyMap<string, string>): Promise<Post> => {
  const body = await findBody(tx, row.bodyId)
  if (!body) throw new Error(`the body of the post ${row.id} is not there`)
  return {
    id: row.deputyId ?? row.id,
    bodyId: body.id,
    bodyName: body.name,
    bodyKind: body.kind,
    programme: row.programme,
    role: row.role,
    areas: row.areaCodes ?? "all",
    ...(row.deputyId ? { deputyFor: { postId: row.id, name: names.get(row.accountId) ?? "" } } : {}),
  }
}

const working: readonly PostRole[] = ["officer", "approver", "manager"]

/** Who answers for an area at a body on a day, each in the own language; administrators only where nobody else does. */
export const officersOf = async (
  tx: Transaction,
  bodyId: string,
  areaCode: string | null,
  today: Temporal.PlainDate,
  programme = "*",
): Promise<Recipient[]> => {
  const rows = await validOn(postRows(tx), today).where("bodyId", "=", bodyId).execute()
  const covering = rows.filter(
    (row) =>
      (areaCode === null || row.areaCodes === null || row.areaCodes.includes(areaCode)) &&
      (programme === "*" || row.programme === "*" || row.programme === programme),
  )
  const officers = covering.filter((row) => working.includes(row.role))
  const chosen = officers.length > 0 ? officers : covering.filter((row) => row.role === "administrator")
  const deputies = await deputiesOn(
    tx,
    chosen.map((row) => row.id),
    today,
  )
  return recipientsOf(tx, [...new Set([...chosen, ...deputies].map((row) => row.accountId))])
}

/** Who stands in for these posts on a day: their mail comes to both. */
const deputiesOn = async (tx: Transaction, postIds: readonly string[], today: Temporal.PlainDate) =>
  postIds.length === 0
    ? []
    : tx
        .selectFrom("postDeputies")
        .select("accountId")
        .where("postId", "in", [...postIds])
        .where("validFrom", "<=", today)
        .where("validTo", ">=", today)
        .execute()

export type PostFilter = {
  /** Of one body only. */
  readonly bodyId?: string
  readonly when: "now" | "past"
  readonly today: Temporal.PlainDate
}

/** Who holds what, those who begin last first; `now` includes what is set ahead. */
export const listPosts = async (
  tx: Transaction,
  filter: PostFilter,
  page: number,
  size = 50,
): Promise<Page<HeldPost>> => {
  const { limit, offset } = window(page, size)
  const rows = await matching(postRows(tx), filter)
    .orderBy("validFrom", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await matching(tx.selectFrom("posts"), filter)
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow()
  return { rows, total: Number(total), page, size }
}

const matching = <O>(query: SelectQueryBuilder<DB, "posts", O>, { bodyId, when, today }: PostFilter) => {
  const ofBody = bodyId ? query.where("bodyId", "=", bodyId) : query
  if (when === "past") return ofBody.where("validTo", "<", today)
  return ofBody.where((eb) => eb.or([eb("validTo", "is", null), eb("validTo", ">=", today)]))
}

/** What a person holds now and ahead. */
export const heldByPerson = (
  tx: Transaction,
  accountId: string,
  today: Temporal.PlainDate,
): Promise<HeldPost[]> =>
  postRows(tx)
    .where("accountId", "=", accountId)
    .where((eb) => eb.or([eb("validTo", "is", null), eb("validTo", ">=", today)]))
    .orderBy("validFrom")
    .orderBy("id")
    .execute()

export const getPost = async (tx: Transaction, id: string): Promise<HeldPost> => {
  const row = await postRows(tx).where("id", "=", id).executeTakeFirst()
  if (!row) throw new NotFound(`there is no post ${id}`)
  return row
}
