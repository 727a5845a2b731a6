import { spawn } from "node:child_process"
import { closeSync, openSync, readFileSync, statSync } from "node:fs"
import type { Binaries } from "./binaries.ts"
import { plainEnvironment } from "./cluster.ts"
import type { Identity } from "./identity.ts"
import { openLease } from "./lease.ts"
import type { Place } from "./place.ts"
import { port } from "./probe.ts"

export type Server = {
  readonly starter: string
  readonly lease: number
  readonly ended: () => boolean
  /** What this server has written to the log. */
  readonly said: () => string
}

// Waits for the end of the lease and then stops the server (INT is its fast and clean way), or for the server's own
// end. Only the watcher keeps the lease open for reading: whoever finds no reader knows that the server is going.
const guard = `
trap "" TERM INT HUP
exec 3<&0 </dev/null
"$@" 3<&- &
server=$!
(while read -r _ <&3; do :; done; exec 3<&-; kill -INT $server) &
watcher=$!
exec 3<&-
wait $server
status=$?
kill -KILL $watcher 2>/dev/null
exit $status
`

const settings = (place: Place, starter: string, fast: boolean): string[] => {
  const wished = {
    listen_addresses: "",
    port,
    unix_socket_directories: `"${place.sockets}"`,
    unix_socket_permissions: "0700",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    // Parallel work needs /dev/shm, of which containers often give too little.
    max_parallel_workers: 0,
    "enishi.starter": starter,
    ...(fast && { fsync: "off", full_page_writes: "off", synchronous_commit: "off", max_connections: 400 }),
  }
  return Object.entries(wished).flatMap(([name, value]) => ["-c", `${name}=${value}`])
}

/** Starts the server under a guard of its own session, so that Ctrl-C reaches the program first and the server last. */
export const launch = (place: Place, binaries: Binaries, identity: Identity, fast: boolean): Server => {
  const starter = crypto.randomUUID()
  const log = openLog(place.log)
  const from = statSync(place.log).size
  const { reader, writer } = openLease(place.sockets)
  const command = [...identity.prefix, binaries.postgres, "-D", place.cluster]
  const child = spawn(
    "/bin/sh",
    ["-c", guard, "enishi-guard", ...command, ...settings(place, starter, fast)],
    {
      cwd: "/",
      detached: true,
      env: plainEnvironment,
      stdio: [reader, log, log],
      ...identity.as,
    },
  )
  closeSync(reader)
  closeSync(log)
  let failure = ""
  child.on("error", (error) => (failure = String(error)))
  child.unref()
  return {
    starter,
    lease: writer,
    ended: () => failure !== "" || child.exitCode !== null || child.signalCode !== null,
    said: () => failure + readFileSync(place.log).subarray(from).toString("utf8"),
  }
}

const longestLog = 5_000_000

const openLog = (path: string): number => {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  return openSync(path, size > longestLog ? "w" : "a", 0o600)
}
