import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statfsSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { findPlace } from "#kernel/database/embedded/place.ts"

/** Memory instead of a disk, where there is enough of it. */
export const temporaryFolder = (): string =>
  realpathSync(mkdtempSync(join(isRoomy("/dev/shm") ? "/dev/shm" : tmpdir(), "enishi-journey-")))

const isRoomy = (folder: string): boolean => {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > 2 ** 30
}

/** Takes a data folder away, and where its database listened. */
export const removeFolder = (folder: string): void => {
  rmSync(findPlace(folder).sockets, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

/** Processes that name the folder in their command line, such as its database. */
const processesOf = (folder: string): readonly number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && commandOf(name).includes(folder))
    .map(Number)

const commandOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8")
  } catch {
    return ""
  }
}

/** Waits until nothing of the folder runs; answers what still does. */
export const noProcessOf = async (folder: string): Promise<readonly number[]> => {
  const end = performance.now() + 5000
  while (processesOf(folder).length > 0 && performance.now() < end) await sleep(50)
  return processesOf(folder)
}
