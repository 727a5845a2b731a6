import { gzipSync } from "node:zlib"
import type { Database } from "#kernel/database/database.ts"
import type { Clock } from "#kernel/clock.ts"

// An anonymous page is kept until a stamp of what it shows changes, or until its next date-dependent moment.
// A kept page is served only after a look at its stamps that began after the request arrived: a page hidden in one
// process is hidden in all of them at once. Requests that arrive together share one look.

/** Call before the first read of a page that may be kept. Later calls add tags or bring the end nearer. */
export type KeepPage = (tags: readonly string[], until?: Temporal.Instant | null) => Promise<void>

export type FinishedPage = { readonly body: Buffer; readonly headers: Readonly<Record<string, string>> }

/** `zipped` compresses at the first asking and remembers. */
export type KeptPage = FinishedPage & { readonly zipped: () => Buffer }

type Entry = KeptPage & { readonly stamps: ReadonlyMap<string, number>; readonly until: number | null }

export type PageCache = {
  readonly find: (key: string) => Promise<KeptPage | null>
  readonly keeper: () => Keeper
}

/** Collects what one page depends on while it is made. */
export type Keeper = {
  /** Reads the stamp of what stands on every page, before anything of the page is read; answers its version. */
  readonly begin: () => Promise<number>
  /** The page must not be kept longer than this, if it is kept at all. */
  readonly notAfter: (instant: Temporal.Instant) => void
  readonly keep: KeepPage
  readonly wanted: () => boolean
  readonly store: (key: string, page: FinishedPage) => void
}

/** Of what stands on every page: emergencies. */
const everywhere = "everything"

const largestPage = 512 * 1024
const mostBytes = 96 * 1024 * 1024

export const createPageCache = (database: Database, clock: Clock): PageCache => {
  const entries = new Map<string, Entry>()
  const readStamps = sharedLook(database)
  let bytes = 0

  const drop = (key: string): void => {
    const entry = entries.get(key)
    if (entry && entries.delete(key)) bytes -= entry.body.length
  }

  const find = async (key: string): Promise<KeptPage | null> => {
    const entry = entries.get(key)
    if (!entry) return null
    if (entry.until !== null && clock.now().epochMilliseconds >= entry.until) {
      drop(key)
      return null
    }
    const stamps = await readStamps([...entry.stamps.keys()])
    for (const [tag, version] of entry.stamps) {
      if ((stamps.get(tag) ?? 0) === version) continue
      drop(key)
      return null
    }
    return entry
  }

  const store = (key: string, entry: Entry): void => {
    if (entry.body.length > largestPage) return
    drop(key)
    entries.set(key, entry)
    bytes += entry.body.length
    for (const oldest of entries.keys()) {
      if (bytes <= mostBytes) break
      drop(oldest)
    }
  }

  const keeper = (): Keeper => {
    const stamps = new Map<string, number>()
    let until: number | null = null
    let wanted = false
    const look = async (tags: readonly string[]): Promise<void> => {
      const fresh = tags.filter((tag) => !stamps.has(tag))
      if (fresh.length === 0) return
      const seen = await readStamps(fresh)
      for (const tag of fresh) stamps.set(tag, seen.get(tag) ?? 0)
    }
    const notAfter = (instant: Temporal.Instant): void => {
      until = Math.min(until ?? Infinity, instant.epochMilliseconds)
    }
    return {
      begin: async () => {
        await look([everywhere])
        return stamps.get(everywhere) ?? 0
      },
      notAfter,
      keep: async (tags, next) => {
        wanted = true
        if (next) notAfter(next)
        await look([everywhere, ...tags])
      },
      wanted: () => wanted,
      store: (key, page) => store(key, { ...page, zipped: zipOnce(page.body), stamps, until }),
    }
  }

  return { find, keeper }
}

const zipOnce = (body: Buffer): (() => Buffer) => {
  let zipped: Buffer | undefined
  return () => (zipped ??= gzipSync(body))
}

type Look = { readonly tags: Set<string>; readonly answer: Promise<ReadonlyMap<string, number>> }

/** Everyone who asks while a look is under way shares the next one. */
const sharedLook = (database: Database) => {
  let next: Look | null = null
  let current: Promise<unknown> = Promise.resolve()

  const look = async (tags: Set<string>): Promise<ReadonlyMap<string, number>> => {
    await current.catch(() => {})
    next = null
    const rows = await database
      .selectFrom("pageStamps")
      .selectAll()
      .where("tag", "in", [...tags])
      .execute()
    return new Map(rows.map((row) => [row.tag, row.version]))
  }

  return async (tags: readonly string[]): Promise<ReadonlyMap<string, number>> => {
    if (tags.length === 0) return new Map()
    if (next) {
      for (const tag of tags) next.tags.add(tag)
      return next.answer
    }
    const asked = new Set(tags)
    const answer = look(asked)
    next = { tags: asked, answer }
    current = answer
    return answer
  }
}
