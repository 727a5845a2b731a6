import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { afterAll, expect, inject, onTestFinished, test } from "vitest"
import { findPostgres, withServer } from "#test/kernel/system-postgres.ts"
import { openDatabase, openPool, type Connection } from "./database.ts"
import { assertProgramRole, migrate, migrationFiles } from "./migrations.ts"
import { dumpSchema } from "./schema-dump.ts"

const folder = join(import.meta.dirname, "../../../db/migrations")
const names = migrationFiles(folder).map(({ name }) => name)

const pools: pg.Pool[] = []
afterAll(() => Promise.all(pools.map((pool) => pool.end())))

const emptyDatabase = async (): Promise<Connection> => {
  const server = inject("server")
  const database = `empty_${crypto.randomUUID().replaceAll("-", "")}`
  const admin = new pg.Client({ ...server, database: "postgres" })
  await admin.connect()
  await admin.query(`create database ${database} template template0`)
  await admin.end()
  return { ...server, database }
}
const open = (connection: Connection, as: "owner" | "program" = "owner") => {
  const pool = openPool(connection, as, 2)
  pools.push(pool)
  return pool
}
const run = (pool: pg.Pool, files = folder) => migrate(openDatabase(pool), pool, files)
const folderOf = (files: Record<string, string>) => {
  const made = mkdtempSync(join(tmpdir(), "enishi-migrations-"))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text)
  return made
}

test("of two processes that migrate at once one does it and one waits; a third finds nothing to do", async () => {
  const connection = await emptyDatabase()
  const results = await Promise.all([run(open(connection)), run(open(connection))])
  expect(results.flat()).toEqual(names)
  expect(await run(open(connection))).toEqual([])
})

test("files run in order, once, and what has another name is left alone", async () => {
  const pool = open(await emptyDatabase())
  const made = folderOf({
    "0002_second.sql": "insert into steps values ('second');",
    "0001_first.sql": "create table steps (name text); insert into steps values ('first');",
    "notes.md": "not SQL",
    "0003_draft.sql.orig": "not SQL",
  })
  expect(await run(pool, made)).toEqual(["0001_first", "0002_second"])
  const { rows } = await pool.query<{ name: string }>("select name from steps")
  expect(rows.map(({ name }) => name)).toEqual(["first", "second"])
})

test("a file that was changed after it had run is refused", async () => {
  const pool = open(await emptyDatabase())
  const made = folderOf({ "0001_first.sql": "create table one (id int);" })
  await run(pool, made)
  writeFileSync(join(made, "0001_first.sql"), "create table one (id bigint);")
  await expect(run(pool, made)).rejects.toThrow("0001_first was changed after it had run")
})

test("a file put before one that has run is refused", async () => {
  const pool = open(await emptyDatabase())
  const made = folderOf({ "0002_second.sql": "create table two (id int);" })
  await run(pool, made)
  writeFileSync(join(made, "0001_first.sql"), "create table one (id int);")
  await expect(run(pool, made)).rejects.toThrow("0002_second")
})

test("files of which one fails leave nothing behind and run when it is mended", async () => {
  const pool = open(await emptyDatabase())
  const made = folderOf({
    "0001_first.sql": "create table one (id int);",
    "0002_second.sql": "create tabel two;",
  })
  await expect(run(pool, made)).rejects.toThrow("syntax error")
  const { rows } = await pool.query<{ there: boolean }>("select to_regclass('one') is not null as there")
  expect(rows).toEqual([{ there: false }])
  writeFileSync(join(made, "0002_second.sql"), "create table two (id int);")
  expect(await run(pool, made)).toEqual(["0001_first", "0002_second"])
})

test("acceptance 6: the program's role is neither owner nor superuser, and any other is refused", async () => {
  const connection = await emptyDatabase()
  const owner = open(connection)
  await run(owner)
  await expect(assertProgramRole(openDatabase(open(connection, "program")))).resolves.toBeUndefined()
  await expect(assertProgramRole(openDatabase(owner))).rejects.toThrow("must not run as the database role")
})

test("acceptance 6: once the program's role is given more, it is refused", async () => {
  const connection = await emptyDatabase()
  await run(open(connection))
  const program = openDatabase(open(connection, "program"))
  await open(connection).query("create table mine (id int); alter table mine owner to enishi_program")
  await expect(assertProgramRole(program)).rejects.toThrow("enishi_program")
})

test("the schema is written as text, the same every time", async () => {
  const client = new pg.Client(inject("server"))
  await client.connect()
  const [first, second] = [await dumpSchema(client), await dumpSchema(client)]
  await client.end()
  expect(second).toBe(first)
  expect(first).toContain("create table figure_events")
  expect(first).toContain("create policy messages_read on messages")
})

const system = findPostgres(15)

test("migrations also run on PostgreSQL 15", async ({ skip }) => {
  if (!system) return skip("this machine has no PostgreSQL 15")
  await withServer(system, async (connection) => {
    const owner = openPool(connection, "owner", 2)
    const program = openPool(connection, "program", 2)
    try {
      expect(await run(owner)).toEqual(names)
      await assertProgramRole(openDatabase(program))
      const { rows } = await owner.query<{ version: number }>(
        "select current_setting('server_version_num')::int / 10000 as version",
      )
      expect(rows).toEqual([{ version: 15 }])
    } finally {
      await Promise.all([owner.end(), program.end()])
    }
  })
})
