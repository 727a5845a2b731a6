import { createHash } from "node:crypto"
import { chmodSync, lstatSync, mkdirSync, readFileSync, realpathSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { EmbeddedDatabaseFailed } from "./errors.ts"
import type { Owner } from "./identity.ts"

/** Where everything of one embedded database lies. */
export type Place = {
  readonly folder: string
  readonly cluster: string
  readonly log: string
  /** Holds the socket and the lease. Not inside the data folder: a socket's path may not exceed about 100 bytes. */
  readonly sockets: string
}

const longestSocketFolder = 80

export const findPlace = (dataDir: string): Place => {
  // Others may pass through but not list: as root, the database runs as somebody else inside.
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const folder = realpathSync(dataDir)
  const cluster = join(folder, "postgres")
  return { folder, cluster, log: join(folder, "postgres.log"), sockets: derived(folder) }
}

/** The same place as a running server has written it down: its socket folder is another when its TMPDIR was. */
export const asRecorded = (place: Place): Place => {
  try {
    const recorded = readFileSync(join(place.cluster, "postmaster.pid"), "utf8").split("\n")[4]
    return recorded ? { ...place, sockets: recorded } : place
  } catch {
    return place
  }
}

const derived = (folder: string): string => {
  const name = `enishi-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`
  const wished = join(realpathSync(tmpdir()), name)
  return Buffer.byteLength(wished) > longestSocketFolder ? join("/tmp", name) : wished
}

/** The temp folder is everybody's: refuses a folder that somebody else has laid there. */
export const makeSocketFolder = (sockets: string, trusted: readonly Owner[]): void => {
  mkdirSync(sockets, { recursive: true, mode: 0o700 })
  const found = lstatSync(sockets)
  if (!found.isDirectory() || !trusted.some((owner) => owner.uid === found.uid)) throw foreign(sockets)
  if ((found.mode & 0o777) !== 0o700) chmodSync(sockets, 0o700)
}

const foreign = (sockets: string) =>
  new EmbeddedDatabaseFailed(
    `${sockets} は別の利用者のものです。削除するか、TMPDIR を変えてください。
${sockets} belongs to somebody else. Remove it, or set another TMPDIR.`,
  )
