import { execFileSync } from "node:child_process"
import { readFileSync, readlinkSync, realpathSync, renameSync, rmSync } from "node:fs"
import { join } from "node:path"
import type { Place } from "./place.ts"

/** The process that serves this cluster now, if one does. */
export const findPostmaster = (cluster: string): number | undefined => {
  const pid = pidIn(join(cluster, "postmaster.pid"))
  return pid !== undefined && serves(pid, cluster) ? pid : undefined
}

/**
 * PostgreSQL clears its own stale lock files, but not when the process id written there has meanwhile been given to
 * another process of the same user, as happens after every restart of a container.
 */
export const clearStaleLocks = (place: Place, port: number): void => {
  for (const path of [join(place.cluster, "postmaster.pid"), join(place.sockets, `.s.PGSQL.${port}.lock`)]) {
    clearIfStale(path, place.cluster)
  }
}

const clearIfStale = (path: string, cluster: string): void => {
  const pid = pidIn(path)
  if (pid === undefined || serves(pid, cluster)) return
  // Moved first and read again: a server starting at this moment may have written its own.
  const moved = `${path}.stale-${process.pid}`
  try {
    renameSync(path, moved)
  } catch {
    return
  }
  if (pidIn(moved) === pid) rmSync(moved, { force: true })
  else renameSync(moved, path)
}

const pidIn = (path: string): number | undefined => {
  try {
    const pid = Number.parseInt(readFileSync(path, "utf8"), 10)
    // A single-user server writes its process id negative.
    return Number.isNaN(pid) ? undefined : Math.abs(pid)
  } catch {
    return undefined
  }
}

// A server's working directory is its cluster. A dead process that nobody collected has none.
const serves = (pid: number, cluster: string): boolean => {
  try {
    if (process.platform === "linux") return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
    return execFileSync("ps", ["-p", String(pid), "-o", "args="], { encoding: "utf8" }).includes(cluster)
  } catch {
    return false
  }
}
