import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"
import type { EmbeddedConnection } from "./connection.ts"
import { AlreadyRunning } from "./errors.ts"

export type StartLock = { release(): Promise<void> }

// Any number, as long as nothing else in this database locks by it.
const key = 0x656e6973

/**
 * Lets one `npm start` at a time use a data folder; refuses the next with AlreadyRunning. Commands do not take it.
 * The lock is the database's and falls when the connection does, so a killed program leaves none behind.
 */
export const holdStartLock = async (connection: EmbeddedConnection, dataDir: string): Promise<StartLock> => {
  let released = false
  const keep = (client: pg.Client): pg.Client => client.once("end", () => void regain())
  const regain = async (): Promise<void> => {
    while (!released) {
      await sleep(500, undefined, { ref: false })
      const client = await take(connection).catch(() => undefined)
      if (client instanceof pg.Client) held = keep(client)
      if (client) return
    }
  }
  let held = keep(await takePatiently(connection, dataDir))
  return {
    release: async () => {
      released = true
      await held.end().catch(() => {})
    },
  }
}

// A program killed a moment ago may still seem to hold the lock.
const takePatiently = async (connection: EmbeddedConnection, dataDir: string): Promise<pg.Client> => {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const client = await take(connection)
    if (client) return client
    await sleep(100)
  }
  throw alreadyRunning(dataDir, await findHolder(connection))
}

const connect = async (connection: EmbeddedConnection): Promise<pg.Client> => {
  const client = new pg.Client({ ...connection, ssl: false, application_name: `enishi start ${process.pid}` })
  client.on("error", () => {})
  await client.connect()
  return client
}

const take = async (connection: EmbeddedConnection): Promise<pg.Client | undefined> => {
  const client = await connect(connection)
  const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [key])
  if (rows[0]?.taken) return client
  await client.end()
  return undefined
}

const findHolder = async (connection: EmbeddedConnection): Promise<string> => {
  const client = await connect(connection)
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = $1 and l.objsubid = 1`,
    [key],
  )
  await client.end()
  return rows[0]?.name.split(" ").at(-1) ?? "?"
}

const alreadyRunning = (dataDir: string, pid: string) =>
  new AlreadyRunning(
    `データフォルダ ${dataDir} では、えにしがもう動いています（プロセス ${pid}）。先にそちらを止めるか、DATA_DIR に別のフォルダを指定してください。
Enishi is already running on the data folder ${dataDir} (process ${pid}). Stop it first, or set DATA_DIR to another folder.`,
  )
