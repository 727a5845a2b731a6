import type { Work } from "#kernel/transaction.ts"

// Public pages are kept until a tag they depend on is stamped anew: see web/page-cache.ts.

/** Marks everything that public pages show under these tags as changed by this transaction. */
export const touch = (work: Work, ...tags: readonly string[]): void => {
  for (const tag of tags) work.stamps.add(tag)
}

/**
 * Writes the stamps as the last statement of a transaction, in one order everywhere:
 * the rows are locked for the time of the commit only, and no two transactions can wait for each other.
 */
export const applyStamps = async (work: Work): Promise<void> => {
  if (work.stamps.size === 0) return
  await work.tx
    .insertInto("pageStamps")
    .values([...work.stamps].sort().map((tag) => ({ tag, version: 1 })))
    .onConflict((row) =>
      row.column("tag").doUpdateSet((eb) => ({ version: eb("pageStamps.version", "+", 1) })),
    )
    .execute()
}
