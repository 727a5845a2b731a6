import { createHash } from "node:crypto"
import { sql } from "kysely"
import type { Work } from "#kernel/transaction.ts"

/**
 * Puts a content into the store and answers its hash. Its row is written first: the sweep takes nothing whose row
 * somebody holds, and whoever needs what is being swept waits and writes it again.
 */
export const keepContent = async (work: Work, bytes: Uint8Array): Promise<string> => {
  const hash = createHash("sha256").update(bytes).digest("hex")
  await work.tx
    .insertInto("fileContents")
    .values({ hash, bytes: bytes.length, storedAt: sql`now()` })
    .onConflict((row) => row.column("hash").doUpdateSet({ storedAt: sql`now()` }))
    .execute()
  await work.files.put(hash, bytes)
  return hash
}
