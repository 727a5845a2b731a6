import type { Transaction } from "#kernel/transaction.ts"
import { readFingerprint, type Fingerprint } from "./fingerprint.ts"

// A title, a day or an office that is put right in an edition changes what a row is known by. The listing that it
// belongs to is then one that the file no longer names, and that is the same in everything else.

export type Corrections = {
  /** The listing that a row corrects, once: another row cannot correct it too. */
  readonly take: (row: Fingerprint) => string | undefined
}

const parts = ["butTitle", "butDays", "butContact"] as const

type Vanished = { readonly id: string; readonly fingerprint: Fingerprint }
type Edition = { named: number; readonly vanished: Vanished[] }

/** A file that leaves out more than this is another one, and not the last one put right. */
const mostVanished = 20_000
const page = 5_000

/** Only for editions of which the file still names at least as many listings as it leaves out. */
export const findCorrections = async (
  tx: Transaction,
  profile: string,
  names: (key: string) => boolean,
): Promise<Corrections> => {
  const editions = new Map<string, Edition>()
  let vanished = 0
  for await (const { id, importKey, importHash } of importedBy(tx, profile)) {
    const fingerprint = readFingerprint(importHash)
    if (!fingerprint || importKey === null) continue
    const edition = editions.get(fingerprint.edition) ?? { named: 0, vanished: [] }
    editions.set(fingerprint.edition, edition)
    if (names(importKey)) {
      edition.named += 1
      continue
    }
    edition.vanished.push({ id, fingerprint })
    vanished += 1
    if (vanished > mostVanished) return { take: () => undefined }
  }
  const standing = [...editions.values()].filter(({ named, vanished: gone }) => named >= gone.length)
  const byPart = byParts(standing.flatMap(({ vanished: gone }) => gone))
  return { take: (row) => takeFrom(byPart, row) }
}

/** Two that are the same in everything else: nobody can tell which of them is meant. */
const byParts = (vanished: readonly Vanished[]): Map<string, string | null> => {
  const byPart = new Map<string, string | null>()
  for (const { id, fingerprint } of vanished)
    for (const key of keysOf(fingerprint)) byPart.set(key, byPart.has(key) ? null : id)
  return byPart
}

const keysOf = (fingerprint: Fingerprint): string[] =>
  parts.filter((part) => fingerprint[part] !== "").map((part) => `${part}.${fingerprint[part]}`)

const takeFrom = (byPart: Map<string, string | null>, row: Fingerprint): string | undefined => {
  const id = keysOf(row)
    .map((key) => byPart.get(key))
    .find((each) => each != null)
  if (id == null) return undefined
  for (const [key, each] of byPart) if (each === id) byPart.delete(key)
  return id
}

const importedBy = async function* (tx: Transaction, profile: string) {
  let after = "00000000-0000-0000-0000-000000000000"
  for (;;) {
    const rows = await tx
      .selectFrom("listings")
      .select(["id", "importKey", "importHash"])
      .where("importProfile", "=", profile)
      .where("id", ">", after)
      .orderBy("id")
      .limit(page)
      .execute()
    yield* rows
    if (rows.length < page) return
    after = rows.at(-1)?.id ?? after
  }
}
