import pg from "pg"
import { afterAll, inject } from "vitest"
import { findCity } from "#cities/cities.ts"
import { systemActor, type Actor } from "#kernel/actor.ts"
import { standingClock } from "#kernel/clock.ts"
import { openDatabase, openPool } from "#kernel/database/database.ts"
import { collectHandlers, type Handler } from "#kernel/events.ts"
import { folderStore } from "#kernel/files/store.ts"
import { staysInLedger, type Outgoing } from "#kernel/messages/outgoing.ts"
import { working, type Context } from "#kernel/transaction.ts"
import { syncPlaces } from "../../src/modules/places/commands.ts"

type ServerConnection = { host: string; port: number; user: string; database: string }

/** A database of its own, copied from another that nobody is connected to. */
export const cloneFrom = async (template: ServerConnection): Promise<ServerConnection> => {
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`
  const admin = new pg.Client({ ...template, database: "postgres" })
  await admin.connect()
  await admin.query(`create database ${name} template ${template.database} strategy file_copy`)
  await admin.end()
  return { ...template, database: name }
}

/** A migrated database of its own, empty. */
export const createDatabase = async (): Promise<{ readonly connection: ServerConnection }> => ({
  connection: await cloneFrom(inject("server")),
})

/** A database that is filled once in the whole run, to be copied: whoever comes first fills it, the others wait. */
export const templateFilledBy = async (
  name: string,
  fill: (connection: ServerConnection) => Promise<void>,
): Promise<ServerConnection> => {
  const server = inject("server")
  const connection = { ...server, database: `filled_${name}` }
  const admin = new pg.Client({ ...server, database: "postgres" })
  await admin.connect()
  try {
    await admin.query("select pg_advisory_lock(hashtext($1))", [connection.database])
    const { rowCount } = await admin.query("select from pg_database where datname = $1", [
      connection.database,
    ])
    if (rowCount) return connection
    const making = { ...server, database: `making_${name}` }
    await admin.query(`drop database if exists ${making.database} with (force)`)
    await admin.query(`create database ${making.database} template ${server.database} strategy file_copy`)
    await fill(making)
    await admin.query(`alter database ${making.database} rename to ${connection.database}`)
    return connection
  } finally {
    await admin.end()
  }
}

/** The same with open pools, which close when the test file ends. */
export const cloneDatabase = async (template: ServerConnection = inject("server")) => {
  const connection = await cloneFrom(template)
  const programPool = openPool(connection, "program", 8)
  const ownerPool = openPool(connection, "owner", 4)
  afterAll(async () => {
    await programPool.end()
    await ownerPool.end()
  })
  return { connection, database: openDatabase(programPool), owner: openDatabase(ownerPool), ownerPool }
}

/** One folder for the whole run: contents stand under their hashes, so nobody is in another's way. */
export const testStore = () => folderStore(inject("filesDir"))

type TestWorld = Awaited<ReturnType<typeof cloneDatabase>> & {
  /** The folder of the run, for a test that needs a store of its own. */
  readonly storeDir: string
  readonly clock: ReturnType<typeof standingClock>
  /** A context for an actor; `key` is a form's key. */
  readonly as: (actor: Actor, key?: string) => Context
}

/** A city with its areas and bodies, at a standing time, and nothing else. */
export const testWorld = async (
  options: {
    readonly city?: string
    readonly now?: string
    readonly handlers?: readonly Handler[]
    readonly outgoing?: Outgoing
  } = {},
): Promise<TestWorld> => {
  const databases = await cloneDatabase()
  const clock = standingClock(options.now ?? "2026-06-10T10:00:00+09:00")
  const base = {
    database: databases.database,
    clock,
    city: findCity(options.city ?? "osaka"),
    handlers: collectHandlers(options.handlers ?? []),
    baseUrl: "http://localhost:3000",
    secret: "a secret for tests, long enough to be one",
    outgoing: options.outgoing ?? staysInLedger,
    files: testStore(),
  }
  const as = (actor: Actor, key?: string): Context => ({ ...base, actor, ...(key ? { formKey: key } : {}) })
  await working(as(systemActor("test")), "places.sync", syncPlaces)
  return { ...databases, clock, as, storeDir: inject("filesDir") }
}
