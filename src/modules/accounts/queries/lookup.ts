import type { Actor } from "#kernel/actor.ts"
import type { Question } from "#kernel/question.ts"
import type { Transaction } from "#kernel/transaction.ts"
import type { Hit } from "#web/manifest.ts"
import type { View } from "#web/view.ts"
import { accountNames, searchPeople } from "../auth/people.ts"
import { managedBodies } from "../policy.ts"
import { postRows } from "./posts.ts"

const most = 12

/** X14: the City's administrator finds everybody by mail or name; another body's, who holds a post there. */
export const lookUpPeople = async (
  tx: Transaction,
  actor: Actor,
  view: View,
  { text, phones }: Question,
): Promise<Hit[]> => {
  const scope = managedBodies(actor)
  if (scope === "none" || phones.length > 0 || [...text].length < 2) return []
  const found = await searchPeople(tx, text, scope === "all" ? most : 200)
  const known = scope === "all" ? found : await holders(tx, scope.bodyId, found)
  return known.slice(0, most).map(({ id, name, address }) => ({
    title: name || address,
    kind: view.text("accounts:find.person"),
    detail: name ? address : "",
    href: `/staff/posts/${id}/hand-over`,
    personal: { kind: "account", id },
  }))
}

const holders = async <P extends { readonly id: string }>(
  tx: Transaction,
  bodyId: string,
  people: readonly P[],
): Promise<P[]> => {
  if (people.length === 0) return []
  const rows = await postRows(tx)
    .where("bodyId", "=", bodyId)
    .where(
      "accountId",
      "in",
      people.map((person) => person.id),
    )
    .execute()
  const ids = new Set(rows.map((row) => row.accountId))
  return people.filter((person) => ids.has(person.id))
}

/** X16: accounts by name and posts by whose they are. */
export const accountTitles = async (tx: Transaction, kind: string, ids: readonly string[]) => {
  if (kind === "account") return named(await accountNames(tx, ids))
  if (kind !== "post" || ids.length === 0) return new Map<string, { title: string; href?: string }>()
  const rows = await postRows(tx)
    .where((eb) => eb("id", "=", eb.fn.any(eb.val([...ids]))))
    .execute()
  const names = await accountNames(
    tx,
    rows.map((row) => row.accountId),
  )
  return named(new Map(rows.map((row) => [row.id, names.get(row.accountId) ?? row.id.slice(-6)])))
}

const named = (names: ReadonlyMap<string, string>): Map<string, { title: string; href?: string }> =>
  new Map([...names].map(([id, title]) => [id, { title }]))
