import { mkdir, readFile, rename, writeFile } from "node:fs/promises"
import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import type pg from "pg"
import { z } from "zod"
import {
  DamagedCopy,
  copyTableIn,
  copyTableOut,
  fileOf,
  tablesInOrder,
  type CopiedTable,
} from "#kernel/database/copy-tables.ts"
import { copyContents, neededContents } from "#kernel/files/copy-contents.ts"
import { folderStore, type FileStore } from "#kernel/files/store.ts"
import { openProgram } from "../app.ts"
import { CommandRefused, WrongUsage, type Command } from "./command.ts"

// A backup is a folder: one file a table, all from one snapshot, the contents of files under their hashes, and a list
// with the checksums.

/** A backup may have passed through other hands, and these names become SQL of the owner. */
const sqlName = z.string().regex(/^[a-z][a-z0-9_]*$/)

const copiedTable = z
  .object({ table: sqlName, columns: z.array(sqlName), file: z.string(), sha256: z.string() })
  .refine(({ table, file }) => file === fileOf(table))

const listSchema = z.object({
  format: z.literal(1),
  city: z.string(),
  at: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(copiedTable),
  files: z.number().default(0),
  /** Contents that were not in the store when the backup was made. */
  missingFiles: z.array(z.string()).default([]),
})

const readList = async (folder: string): Promise<z.output<typeof listSchema>> => {
  try {
    return listSchema.parse(JSON.parse(await readFile(join(folder, "backup.json"), "utf8")))
  } catch {
    throw new CommandRefused(`${folder} にバックアップがありません。/ There is no backup in that folder.`)
  }
}

export const backupCommand: Command = {
  usage: "backup FOLDER                     all data from one moment, also while the program runs",
  run: async ({ config, words: [given] }) => {
    if (!given) throw new WrongUsage("Into which folder?")
    const folder = resolve(given)
    if (existsSync(folder))
      throw new CommandRefused(`${folder} is there already: a backup never overwrites another.`)
    const program = await openProgram(config)
    try {
      const at = program.base.clock.now().toString()
      // Written beside and renamed when whole: a folder of this name is always a complete backup.
      const unfinished = `${folder}.unfinished`
      await mkdir(unfinished, { recursive: true })
      const { tables, migrations, ...contents } = await inSnapshot(program.ownerPool, (client) =>
        copyAll(client, unfinished, program.base.files),
      )
      const list = { format: 1, city: config.city, at, migrations, tables, ...contents }
      await writeFile(join(unfinished, "backup.json"), `${JSON.stringify(list, null, 2)}\n`)
      await rename(unfinished, folder)
      return {
        json: {
          folder,
          tables: tables.length,
          files: contents.files,
          missingFiles: contents.missingFiles.length,
        },
        text: `Backed up ${tables.length} tables and ${contents.files} files into ${folder}${lacking(contents.missingFiles)}`,
      }
    } finally {
      await program.close()
    }
  },
}

const inSnapshot = async <R>(pool: pg.Pool, run: (client: pg.PoolClient) => Promise<R>): Promise<R> => {
  const client = await pool.connect()
  try {
    await client.query("begin isolation level repeatable read read only")
    return await run(client)
  } finally {
    await client.query("rollback")
    client.release()
  }
}

const lacking = (missing: readonly string[]): string =>
  missing.length === 0 ? "" : ` (${missing.length} files are missing: run doctor)`

const filesIn = (folder: string): FileStore => folderStore(join(folder, "files"))

type Copied = { tables: CopiedTable[]; migrations: string[]; files: number; missingFiles: string[] }

const copyAll = async (client: pg.PoolClient, folder: string, store: FileStore): Promise<Copied> => {
  const tables: CopiedTable[] = []
  for (const table of await tablesInOrder(client)) tables.push(await copyTableOut(client, table, folder))
  const needed = await neededContents(client)
  const missingFiles = await copyContents(needed, store, filesIn(folder))
  const files = needed.length - missingFiles.length
  return { tables, migrations: await migrationNames(client), files, missingFiles }
}

const migrationNames = async (client: pg.ClientBase): Promise<string[]> =>
  (await client.query<{ name: string }>("select name from kysely_migration order by name")).rows.map(
    (row) => row.name,
  )

export const restoreCommand: Command = {
  usage: "restore FOLDER [--replace]        puts a backup back; --replace gives up what is there now",
  options: { replace: { type: "boolean" } },
  run: async ({ config, words: [given], options }) => {
    if (!given) throw new WrongUsage("From which folder?")
    const folder = resolve(given)
    const list = await readList(folder)
    if (list.city !== config.city)
      throw new CommandRefused(`The backup is of ${list.city}, and CITY is ${config.city}.`)
    const program = await openProgram(config)
    const client = await program.ownerPool.connect()
    try {
      await refuseOther(client, list.migrations, options["replace"] === true)
      await client.query("begin")
      await putBack(client, list.tables, folder)
      await putFilesBack(client, list.missingFiles, folder, program.base.files)
      await client.query("commit")
      return {
        json: { folder, at: list.at, tables: list.tables.length },
        text: `Restored what stood at ${list.at}`,
      }
    } catch (error) {
      await client.query("rollback").catch(() => {})
      if (!(error instanceof DamagedCopy)) throw error
      throw new CommandRefused(`The backup is damaged, and nothing was changed: ${error.message}`)
    } finally {
      client.release()
      await program.close()
    }
  },
}

const refuseOther = async (
  client: pg.ClientBase,
  migrations: readonly string[],
  replace: boolean,
): Promise<void> => {
  const ours = await migrationNames(client)
  if (ours.join() !== migrations.join()) {
    throw new CommandRefused(
      "The backup is of another version: restore it with the version that made it, then bring that up to date.",
    )
  }
  const { rows } = await client.query("select from accounts limit 1")
  if (rows.length > 0 && !replace)
    throw new CommandRefused("There is data already. Say --replace to give it up for the backup.")
}

/** Before the commit: what the restored rows need is there when they are. */
const putFilesBack = async (
  client: pg.ClientBase,
  known: readonly string[],
  folder: string,
  store: FileStore,
): Promise<void> => {
  const missing = await copyContents(await neededContents(client), filesIn(folder), store)
  const lost = missing.filter((hash) => !known.includes(hash))
  if (lost.length > 0) throw new DamagedCopy(`${lost.length} files are not in it`)
}

const putBack = async (
  client: pg.ClientBase,
  tables: readonly CopiedTable[],
  folder: string,
): Promise<void> => {
  await client.query(`truncate ${tables.map(({ table }) => table).join(", ")}`)
  await client.query("set constraints all deferred")
  for (const copied of tables) await copyTableIn(client, copied, folder)
  // Pages kept by running programs are of another past.
  await client.query(
    `insert into page_stamps values ('everything', 1 + (random() * 1e15)::bigint)
     on conflict (tag) do update set version = excluded.version`,
  )
  await client.query(
    `select enqueue_job('messages.deliver', json_build_object('id', id), null, null, 8) from messages
     where state in ('queued', 'failed')`,
  )
  await client.query(
    `select enqueue_job('kernel.check-file', json_build_object('id', public_id), null, null, 8) from files
     where state = 'quarantined'`,
  )
}
