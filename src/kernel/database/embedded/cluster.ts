import { execFile } from "node:child_process"
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"
import type { Binaries } from "./binaries.ts"
import { EmbeddedDatabaseFailed } from "./errors.ts"
import type { Identity } from "./identity.ts"
import type { Place } from "./place.ts"
import { owner } from "./probe.ts"

const run = promisify(execFile)

// Without --lc-ctype, pg_trgm finds no trigrams in Japanese and says nothing about it.
const flags = `--username ${owner} --auth trust --encoding UTF8
  --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C --lc-ctype=C.UTF-8`.split(/\s+/)

export const isInitialised = (cluster: string): boolean => existsSync(join(cluster, "PG_VERSION"))

/** Makes the cluster beside its place and moves it there: it is whole or absent, and of two makers one wins. */
export const initialise = async (
  place: Place,
  binaries: Binaries,
  identity: Identity,
  fast: boolean,
): Promise<void> => {
  sweep(place)
  const made = join(place.folder, `${unfinished}${process.pid}-${crypto.randomUUID()}`)
  mkdirSync(made, { mode: 0o700 })
  making.add(made)
  chownSync(made, identity.owner.uid, identity.owner.gid)
  const words = [...identity.prefix, binaries.initdb, "--pgdata", made, ...flags]
  if (fast) words.push("--no-sync")
  await run("env", words, { cwd: "/", env: plainEnvironment, ...identity.as }).catch((error: unknown) => {
    rmSync(made, { recursive: true, force: true })
    throw failed(place.cluster, error)
  })
  moveIn(made, place.cluster)
}

/** Nothing of the caller's environment reaches PostgreSQL: time zone, language and PG… would change what it does. */
export const plainEnvironment = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
}

const unfinished = "postgres.unfinished-"

const making = new Set<string>()

const moveIn = (made: string, cluster: string): void => {
  try {
    renameSync(made, cluster)
  } catch (error) {
    rmSync(made, { recursive: true, force: true })
    if (!isInitialised(cluster)) throw failed(cluster, error)
  }
}

const sweep = (place: Place): void => {
  const left = readdirSync(place.folder).filter((name) => name.startsWith(unfinished))
  for (const name of left) {
    const path = join(place.folder, name)
    const pid = Number.parseInt(name.slice(unfinished.length), 10)
    const inWork = pid === process.pid ? making.has(path) : isAlive(pid)
    if (!inWork) rmSync(path, { recursive: true, force: true })
  }
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}

const failed = (cluster: string, cause: unknown) => {
  const detail = (cause as { stderr?: string }).stderr || String(cause)
  return new EmbeddedDatabaseFailed(
    `${cluster} にデータベースを用意できませんでした。/ The database could not be made in ${cluster}.\n${detail}`,
    { cause },
  )
}
