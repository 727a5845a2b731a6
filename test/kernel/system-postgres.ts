import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"
import type { Connection } from "#kernel/database/database.ts"

export type Programs = { readonly initdb: string; readonly postgres: string }

/** The PostgreSQL of this major version that the machine has, if it has one. */
export const findPostgres = (major: number): Programs | undefined =>
  [...(process.env["PATH"] ?? "").split(delimiter), ...globSync("/usr/lib/postgresql/*/bin")]
    .map((folder) => ({ initdb: join(folder, "initdb"), postgres: join(folder, "postgres") }))
    .find(({ initdb, postgres }) => existsSync(initdb) && existsSync(postgres) && majorOf(postgres) === major)

const majorOf = (postgres: string): number => {
  const { stdout } = spawnSync(postgres, ["--version"], { encoding: "utf8" })
  return Number(/\) (\d+)/.exec(stdout ?? "")?.[1])
}

/** Runs something against an empty database on a server of its own, which is gone afterwards. */
export const withServer = async (
  { initdb, postgres }: Programs,
  use: (connection: Connection) => Promise<void>,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "enishi-server-"))
  const as = unprivileged()
  if (as) chownSync(folder, as.uid, as.gid)
  const cluster = join(folder, "cluster")
  const options = { cwd: "/", stdio: "ignore", ...as } as const
  execFileSync(
    initdb,
    ["-D", cluster, "-U", "owner", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    options,
  )
  const words = ["-D", cluster, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"]
  const server = spawn(postgres, words, options)
  try {
    const connection = { host: folder, port: 5432, user: "owner", database: "postgres" }
    await answering(server, connection)
    await use(connection)
  } finally {
    await stopped(server)
    rmSync(folder, { recursive: true, force: true })
  }
}

// PostgreSQL refuses to run as root.
const unprivileged = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const ask = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }))
  return { uid: ask("-u"), gid: ask("-g") }
}

const answering = async (server: ChildProcess, connection: pg.ClientConfig): Promise<void> => {
  for (let left = 100; left > 0 && server.exitCode === null; left--) {
    const client = new pg.Client(connection)
    const connected = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end()
    if (connected) return
    await sleep(50)
  }
  throw new Error("the server did not start")
}

const stopped = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null) return
  const exit = once(server, "exit")
  server.kill("SIGINT")
  await exit
}
