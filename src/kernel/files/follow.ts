import { sql } from "kysely"
import type { Work } from "#kernel/transaction.ts"

// Two records of one kind become one: the files go along behind those that are there, and can go home again.

type Pair = { readonly survivor: string; readonly other: string }

/** What stands alone in its role (`single`) comes only where nothing stands. What was removed stays where it is. */
export const takeInFiles = async (
  work: Work,
  kind: string,
  { survivor, other }: Pair,
  single: readonly string[],
): Promise<void> => {
  await sql`
    with standing as (
      select role, max(position) as last from files
      where owner_kind = ${kind} and owner_id = ${survivor}::uuid and removed_at is null and state <> 'refused'
      group by role)
    update files set owner_id = ${survivor}::uuid, merged_from = array_append(merged_from, ${other}::uuid),
      position = position + coalesce((select last from standing where standing.role = files.role), 0)
    where owner_kind = ${kind} and owner_id = ${other}::uuid and removed_at is null and state <> 'refused'
      and not (role = any (${[...single]}::text[]) and role in (select role from standing))`.execute(work.tx)
}

/** What came with a merge goes home, also what was removed since. */
export const giveBackFiles = async (work: Work, kind: string, { survivor, other }: Pair): Promise<void> => {
  await sql`
    update files set owner_id = ${other}::uuid, merged_from = merged_from[:array_upper(merged_from, 1) - 1]
    where owner_kind = ${kind} and owner_id = ${survivor}::uuid
      and merged_from[array_upper(merged_from, 1)] = ${other}::uuid`.execute(work.tx)
}
