import { execFileSync } from "node:child_process"
import { closeSync, constants, existsSync, openSync } from "node:fs"
import { join } from "node:path"
import { until } from "./waiting.ts"

// A named pipe that the guard of the server reads and every process that uses the server holds open. The kernel
// closes it for whoever ends, in whatever way; when the last one is gone the guard reads its end and stops the server.

const knock = constants.O_WRONLY | constants.O_NONBLOCK

const pathOf = (sockets: string): string => join(sockets, "lease")

/** Both ends for a server about to start: `reader` is handed to the guard, `writer` is kept. */
export const openLease = (sockets: string): { reader: number; writer: number } => {
  const path = pathOf(sockets)
  makePipe(path)
  // In this order none of the three waits for the other end, and the guard gets one that does wait.
  const first = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  const writer = openSync(path, knock)
  const reader = openSync(path, constants.O_RDONLY)
  closeSync(first)
  return { reader, writer }
}

/**
 * Joins those who use a running server. "unguarded": nobody listens, so the server is stopping or its guard was
 * killed. "missing": something swept the temp folder; the server can be used but not held.
 */
export const joinLease = (sockets: string): number | "unguarded" | "missing" => {
  try {
    return openSync(pathOf(sockets), knock)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? "missing" : "unguarded"
  }
}

/** Closes a lease. True when that was the last one, so that the server is stopping. */
export const closeLease = (sockets: string, writer: number, patience: number): Promise<boolean> => {
  closeSync(writer)
  return until(() => guardHasLeft(sockets), patience)
}

const guardHasLeft = (sockets: string): boolean => {
  const writer = joinLease(sockets)
  if (typeof writer !== "number") return true
  closeSync(writer)
  return false
}

const makePipe = (path: string): void => {
  if (existsSync(path)) return
  try {
    execFileSync("mkfifo", ["-m", "600", path], { stdio: "ignore" })
  } catch (error) {
    // Another start may have been faster.
    if (!existsSync(path)) throw error
  }
}
