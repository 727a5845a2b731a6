import { createHash } from "node:crypto"
import { createReadStream, createWriteStream } from "node:fs"
import { join } from "node:path"
import { PassThrough } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGunzip, createGzip } from "node:zlib"
import type pg from "pg"
import { from as copyFrom, to as copyTo } from "pg-copy-streams"

// Copies whole tables out and in, as PostgreSQL's own COPY text: exact for every type, and flat in memory.

export type CopiedTable = {
  readonly table: string
  readonly columns: readonly string[]
  readonly file: string
  readonly sha256: string
}

/** The only file that a table's copy may stand in. */
export const fileOf = (table: string): string => `${table}.copy.gz`

const notOurs = "('kysely_migration', 'kysely_migration_lock', 'migration_checksums')"

/** Our tables, each after the ones it points at. A deferrable key binds no order. */
export const tablesInOrder = async (client: pg.ClientBase): Promise<string[]> => {
  const tables = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
     and relname not in ${notOurs} order by 1`,
  )
  const keys = await client.query<{ child: string; parent: string }>(
    `select c.relname as child, p.relname as parent from pg_constraint k
     join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
     where k.contype = 'f' and not k.condeferrable and k.conrelid <> k.confrelid`,
  )
  const parents = Map.groupBy(keys.rows, (key) => key.child)
  const ordered = new Set<string>()
  const visit = (table: string): void => {
    if (ordered.has(table)) return
    for (const { parent } of parents.get(table) ?? []) visit(parent)
    ordered.add(table)
  }
  for (const { name } of tables.rows) visit(name)
  return [...ordered]
}

export const copyTableOut = async (
  client: pg.ClientBase,
  table: string,
  folder: string,
): Promise<CopiedTable> => {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
     and attgenerated = '' order by attnum`,
    [table],
  )
  const columns = rows.map((row) => row.name)
  const file = fileOf(table)
  const hash = createHash("sha256")
  const watched = new PassThrough()
  watched.on("data", (chunk: Buffer) => hash.update(chunk))
  await pipeline(
    client.query(copyTo(`copy ${table} (${columns.join(", ")}) to stdout`)),
    watched,
    createGzip(),
    createWriteStream(join(folder, file)),
  )
  return { table, columns, file, sha256: hash.digest("hex") }
}

/** A file of a backup that is not what was written. */
export class DamagedCopy extends Error {}

/** Throws DamagedCopy when the file is not what was written. */
export const copyTableIn = async (
  client: pg.ClientBase,
  copied: CopiedTable,
  folder: string,
): Promise<void> => {
  const hash = createHash("sha256")
  const watched = new PassThrough()
  watched.on("data", (chunk: Buffer) => hash.update(chunk))
  const into = client.query(copyFrom(`copy ${copied.table} (${copied.columns.join(", ")}) from stdin`))
  await pipeline(createReadStream(join(folder, copied.file)), createGunzip(), watched, into).catch(
    (error: Error) => {
      throw new DamagedCopy(`${copied.file}: ${error.message}`)
    },
  )
  if (hash.digest("hex") !== copied.sha256) throw new DamagedCopy(copied.file)
}
