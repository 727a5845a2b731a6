import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { runMigrations as runWorkerMigrations } from "graphile-worker"
import { sql } from "kysely"
import { type Migration, Migrator } from "kysely/migration"
import type pg from "pg"
import { type Database, programRole } from "./database.ts"

type MigrationFile = { readonly name: string; readonly text: string; readonly checksum: string }

/** The plain-SQL files of db/migrations, in order. */
export const migrationFiles = (folder: string): MigrationFile[] =>
  readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z0-9_]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), "utf8")
      return { name: file.slice(0, -4), text, checksum: createHash("sha256").update(text).digest("hex") }
    })

/**
 * Brings a database up to date: the job queue's own tables, then our files, forward only. Two processes at once are
 * safe: one migrates, the other waits. An applied file that was changed since is refused.
 */
export const migrate = async (database: Database, pool: pg.Pool, folder: string): Promise<string[]> => {
  await runWorkerMigrations({ pgPool: pool, logger: silent })
  const files = migrationFiles(folder)
  await refuseChangedFiles(database, files)
  const provider = {
    getMigrations: async () => Object.fromEntries(files.map((file) => [file.name, asMigration(file)])),
  }
  const { error, results } = await new Migrator({ db: database, provider }).migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}

const asMigration = (file: MigrationFile): Migration => ({
  up: async (db) => {
    await sql.raw(file.text).execute(db)
    await sql`create table if not exists migration_checksums (name text primary key, checksum text not null)`.execute(
      db,
    )
    await sql`insert into migration_checksums values (${file.name}, ${file.checksum})`.execute(db)
  },
})

const refuseChangedFiles = async (database: Database, files: readonly MigrationFile[]): Promise<void> => {
  const exists = await sql<{
    there: boolean
  }>`select to_regclass('migration_checksums') is not null as there`.execute(database)
  if (!exists.rows[0]?.there) return
  const applied = await sql<{
    name: string
    checksum: string
  }>`select name, checksum from migration_checksums`.execute(database)
  for (const { name, checksum } of applied.rows) {
    const file = files.find((each) => each.name === name)
    if (file && file.checksum !== checksum)
      throw new Error(`the migration ${name} was changed after it had run`)
  }
}

/** Refuses to serve as a role that could pass by the row-level security or change the tables. */
export const assertProgramRole = async (database: Database): Promise<void> => {
  const { rows } = await sql<{ name: string; super: boolean; bypass: boolean; owns: boolean }>`
    select rolname as name, rolsuper as super, rolbypassrls as bypass,
      exists (select from pg_class where relowner = pg_roles.oid) as owns
    from pg_roles where rolname = current_user`.execute(database)
  const role = rows[0]
  if (role && role.name === programRole && !role.super && !role.bypass && !role.owns) return
  throw new Error(`the program must not run as the database role ${role?.name ?? "(none)"}`)
}

const silentLog = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const silent = { ...silentLog, scope: () => silent } as never
