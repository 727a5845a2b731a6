import { Disk } from "flydrive"
import { FSDriver } from "flydrive/drivers/fs"

/** Where contents stand, each under its hash: the same content twice takes its place once. */
export type FileStore = {
  readonly put: (hash: string, bytes: Uint8Array) => Promise<void>
  readonly get: (hash: string) => Promise<Uint8Array>
  /** How many bytes stand there; null when none do. */
  readonly find: (hash: string) => Promise<number | null>
  readonly remove: (hash: string) => Promise<void>
  /** Everything that stands there, with its age: also what no row knows of. */
  readonly list: () => AsyncIterable<{ readonly hash: string; readonly at: Temporal.Instant }>
}

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

const keyOf = (hash: string): string => {
  if (!isHash(hash)) throw new Error(`${hash} is no hash`)
  return `${hash.slice(0, 2)}/${hash}`
}

/** A folder of this machine. */
export const folderStore = (location: string): FileStore => {
  const disk = new Disk(new FSDriver({ location, visibility: "private" }))
  const find = async (hash: string): Promise<number | null> =>
    (await disk.exists(keyOf(hash))) ? (await disk.getMetaData(keyOf(hash))).contentLength : null

  return {
    find,
    get: (hash) => disk.getBytes(keyOf(hash)),
    remove: (hash) => disk.delete(keyOf(hash)),
    // Written beside and renamed when whole: under a hash there is never half a content.
    put: async (hash, bytes) => {
      if ((await find(hash)) === bytes.length) return
      const unfinished = `unfinished/${hash}-${process.pid}`
      await disk.put(unfinished, bytes)
      await disk.move(unfinished, keyOf(hash))
    },
    list: async function* () {
      for (const key of await keysOf(disk)) {
        const hash = key.split("/").at(-1) ?? ""
        if (isHash(hash)) yield { hash, at: (await disk.getMetaData(key)).lastModified.toTemporalInstant() }
      }
    },
  }
}

const keysOf = async (disk: Disk): Promise<string[]> => {
  const keys: string[] = []
  let paginationToken: string | undefined
  do {
    const page = await disk.listAll("", { recursive: true, ...(paginationToken ? { paginationToken } : {}) })
    for (const each of page.objects) if (each.isFile) keys.push(each.key)
    paginationToken = page.paginationToken
  } while (paginationToken)
  return keys
}
