import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { userInfo } from "node:os"
import { basename } from "node:path"
import { pipeline } from "node:stream/promises"
import { ownHat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { newId } from "#kernel/ids.ts"
import type { Work } from "#kernel/transaction.ts"
import type { Reader } from "./read-rows.ts"
import type { Written } from "./write-batch.ts"

// An import is a row of its own with its counts. It is audited once a batch, not once for each of a thousand rows.

/** Every row is one of the five after `rows`; `toReview` are listings, and not part of the sum. */
export type ImportCounts = {
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly merged: number
  readonly refused: number
  readonly toReview: number
}

/** Who brought which file is written down before anything of it is taken over. */
export const beginRecord = async (work: Work, path: string, { table, profile }: Reader): Promise<string> => {
  const id = newId()
  const { encoding, headings } = table
  const fileName = basename(path)
  await work.tx
    .insertInto("imports")
    .values({ id, profile: profile.name, fileName, encoding, startedAt: work.now })
    .execute()
  await auditImport(work, id, {
    ...{ profile: profile.name, file: fileName, sha256: await hashOf(path), encoding },
    repairedHeadings: headings.repairs,
    operator: operator(),
  })
  return id
}

/** The counts so far, and which listings came in or changed: those with the old and the new values. */
export const recordBatch = async (
  work: Work,
  id: string,
  counts: ImportCounts,
  { created, updated }: Written,
): Promise<void> => {
  await work.tx
    .updateTable("imports")
    .set({ counts: JSON.stringify(counts) })
    .where("id", "=", id)
    .execute()
  if (created.length + Object.keys(updated).length > 0) await auditImport(work, id, { created, updated })
}

export const endRecord = async (work: Work, id: string, counts: ImportCounts): Promise<void> => {
  await work.tx
    .updateTable("imports")
    .set({ counts: JSON.stringify(counts), finishedAt: work.now })
    .where("id", "=", id)
    .execute()
  await auditImport(work, id, { counts })
}

const auditImport = (work: Work, id: string, payload: Readonly<Record<string, unknown>>): Promise<void> =>
  audit(work, { hat: ownHat(work.actor), subject: { kind: "import", id }, payload })

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash("sha256")
  await pipeline(createReadStream(path), hash)
  return hash.digest("hex")
}

/** Whose hands were at the keyboard; in some containers nobody has a name. */
const operator = (): string => {
  try {
    return userInfo().username
  } catch {
    return ""
  }
}
