// Writes what is generated from the migrations: the table types and db/schema.sql. With --verify it only compares.
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { openDatabase, openPool } from "../src/kernel/database/database.ts"
import { startEmbedded } from "../src/kernel/database/embedded.ts"
import { migrate } from "../src/kernel/database/migrations.ts"
import { dumpSchema } from "../src/kernel/database/schema-dump.ts"

const verify = process.argv.includes("--verify")
const root = join(import.meta.dirname, "..")
const typesFile = join(root, "src/kernel/database/tables.generated.ts")
const schemaFile = join(root, "db/schema.sql")

const dataDir = mkdtempSync(join(tmpdir(), "enishi-generate-"))
const server = await startEmbedded({ dataDir, fast: true })
try {
  const pool = openPool(server.connection, "owner", 2)
  await migrate(openDatabase(pool), pool, join(root, "db/migrations"))
  await pool.end()
  const { host, port, user, database } = server.connection
  const url = `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
  compareOrWrite(schemaFile, await dumped(url))
  compareOrWrite(typesFile, tableTypes(url))
} finally {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

async function dumped(connectionString) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const text = await dumpSchema(client)
  await client.end()
  return text
}

function tableTypes(url) {
  const out = join(dataDir, "tables.ts")
  const mapping = {
    timestamptz: "Temporal.Instant",
    date: "Temporal.PlainDate",
    int8: "number",
    jsonb: "Json",
  }
  const run = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/kysely-codegen/dist/cli/bin.js"),
      "--dialect",
      "postgres",
      "--url",
      url,
      "--camel-case",
      "--out-file",
      out,
      "--include-pattern",
      "public.*",
      "--exclude-pattern",
      "public.(kysely_*|migration_checksums)",
      "--date-parser",
      "string",
      "--type-mapping",
      JSON.stringify({ timestamptz: mapping.timestamptz, date: mapping.date, int8: mapping.int8 }),
    ],
    { encoding: "utf8" },
  )
  if (run.status !== 0) throw new Error(`kysely-codegen failed:\n${run.stdout}${run.stderr}`)
  return readFileSync(out, "utf8")
}

function compareOrWrite(file, text) {
  const before = readOrEmpty(file)
  if (before === text) return
  if (verify) {
    console.error(`${file} is stale: run npm run generate`)
    process.exitCode = 1
    return
  }
  writeFileSync(file, text)
  console.error(`written: ${file}`)
}

function readOrEmpty(file) {
  try {
    return readFileSync(file, "utf8")
  } catch {
    return ""
  }
}
