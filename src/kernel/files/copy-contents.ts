import { createHash } from "node:crypto"
import type pg from "pg"
import { DamagedCopy } from "#kernel/database/copy-tables.ts"
import type { FileStore } from "./store.ts"

// The contents of files stand outside the database: a backup takes them along, and a restore puts them back.

/** Every content that some file needs, as this connection sees the tables. */
export const neededContents = async (client: pg.ClientBase | pg.Pool): Promise<string[]> => {
  const { rows } = await client.query<{ hash: string }>(
    "select hash from file_sizes union select hash from files where state = 'quarantined' order by 1",
  )
  return rows.map(({ hash }) => hash)
}

/** Those of them that the store does not have. */
export const missingContents = async (hashes: readonly string[], store: FileStore): Promise<string[]> => {
  const missing: string[] = []
  for (const hash of hashes) if ((await store.find(hash)) === null) missing.push(hash)
  return missing
}

/** Copies contents from one store into another, and answers which were not there. Throws DamagedCopy. */
export const copyContents = async (
  hashes: readonly string[],
  from: FileStore,
  to: FileStore,
): Promise<string[]> => {
  const missing = new Set(await missingContents(hashes, from))
  for (const hash of hashes) {
    if (missing.has(hash)) continue
    const bytes = await from.get(hash)
    if (createHash("sha256").update(bytes).digest("hex") !== hash) throw new DamagedCopy(`files/${hash}`)
    await to.put(hash, bytes)
  }
  return [...missing]
}
