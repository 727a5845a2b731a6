import type { Transaction } from "#kernel/transaction.ts"
import { organisationsByIds } from "./queries/public.ts"

/** X6: the groups that a figure counts, as links to their pages. What is hidden now is not among them. */
export const figureSubjects = async (tx: Transaction, kind: string, ids: readonly string[]) => {
  if (kind !== "organisation") return new Map<string, { title: string; href: string }>()
  const organisations = await organisationsByIds(tx, ids)
  return new Map(
    [...organisations].map(([id, { name, publicId }]) => [
      id,
      { title: name, href: `/organisations/${publicId}` },
    ]),
  )
}
