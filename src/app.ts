import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Hono } from "hono"
import type pg from "pg"
import { pino } from "pino"
import { findCity } from "#cities/cities.ts"
import { systemActor } from "#kernel/actor.ts"
import { clockFrom, systemClock, type Clock } from "#kernel/clock.ts"
import { openDatabase, openPool, type Connection, type Database } from "#kernel/database/database.ts"
import { startEmbedded } from "#kernel/database/embedded.ts"
import { assertProgramRole, migrate } from "#kernel/database/migrations.ts"
import { collectHandlers } from "#kernel/events.ts"
import { checkFileJob } from "#kernel/files/check.ts"
import { folderStore, type FileStore } from "#kernel/files/store.ts"
import { sweepFilesJob, sweepFilesSchedule } from "#kernel/files/sweep.ts"
import { sweepFormKeys, sweepSchedule } from "#kernel/jobs/sweep.ts"
import { deliverMessage } from "#kernel/messages/messages.ts"
import { overSmtp, staysInLedger, type Outgoing } from "#kernel/messages/outgoing.ts"
import { working, type Context } from "#kernel/transaction.ts"
import type { Identify, WebEnv } from "#web/context.ts"
import { mailView } from "#web/mail-view.ts"
import type { Overall } from "#web/manifest.ts"
import { waitsOf } from "#web/panels.ts"
import { createPageCache, type PageCache } from "#web/page-cache.ts"
import { createWebApp } from "#web/server.ts"
import { createTexts } from "#web/texts.ts"
import { webMessages } from "#web/web-messages.ts"
import { createIdentify, setUpAccounts } from "#modules/accounts"
import type { Config } from "./config.ts"
import { modules } from "./modules.ts"

/** Everything the program is made of, put together in one place. */
export type Program = {
  readonly config: Config
  readonly base: Omit<Context, "actor">
  readonly database: Database
  readonly ownerPool: pg.Pool
  readonly connection: Connection
  readonly log: pino.Logger
  readonly web: () => { readonly app: Hono<WebEnv>; readonly cache: PageCache }
  readonly worker: Parameters<typeof import("#kernel/jobs/worker.ts").startWorker>[0]
  readonly close: () => Promise<void>
}

/** Logs go to stderr: stdout belongs to what a command answers. */
export const createLog = (level: string): pino.Logger => pino({ level, base: null }, pino.destination(2))

/** Opens the database (starting the embedded one where no address is given), brings it up to date, builds the program. */
export const openProgram = async (config: Config): Promise<Program> => {
  const log = createLog(config.logLevel)
  const embedded = config.databaseUrl
    ? null
    : await startEmbedded({ dataDir: config.dataDir, log: (line) => log.info(line) })
  const connection: Connection = embedded?.connection ?? { connectionString: config.databaseUrl ?? "" }
  const program = buildProgram(config, connection, log)
  await prepareDatabase(program)
  return {
    ...program,
    close: async () => {
      await program.close()
      await embedded?.stop()
    },
  }
}

/** Brings the tables up to date and puts the city's profile into them; the second time it changes nothing. */
export const prepareDatabase = async ({ base, database, ownerPool }: Program): Promise<void> => {
  await migrate(openDatabase(ownerPool), ownerPool, migrationsFolder())
  await assertProgramRole(database)
  await working({ ...base, actor: systemActor("sync") }, "places.sync", async (work) => {
    for (const { sync } of modules) await sync?.(work)
  })
}

const overall: Overall = {
  waits: (tx, actor, view) => waitsOf(modules, tx, actor, view),
  viewFor: (base, lang) => mailView(base, lang, texts(lang)),
}

const texts = createTexts([{ name: "web", messages: webMessages }, ...modules])

/** What tests put in the place of the real clock, mail server and store. */
type Standing = { readonly clock?: Clock; readonly outgoing?: Outgoing; readonly files?: FileStore }

/** The program over a database that is already there; it asks nothing of it yet. */
export const buildProgram = (
  config: Config,
  connection: Connection,
  log: pino.Logger,
  { clock, outgoing, files }: Standing = {},
): Program => {
  const ownerPool = openPool(connection, "owner", 6)
  const pool = openPool(connection, "program", 12)
  const database = openDatabase(pool)
  const base = {
    database,
    clock: clock ?? (config.now ? clockFrom(config.now) : systemClock),
    city: findCity(config.city),
    handlers: collectHandlers(modules.flatMap((module) => module.handles ?? [])),
    baseUrl: config.baseUrl,
    replyAddress: config.replyAddress,
    secret: config.sessionSecret,
    outgoing: outgoing ?? (config.smtpUrl ? overSmtp(config.smtpUrl) : staysInLedger),
    files: files ?? folderStore(join(config.dataDir, "files")),
  }
  const overAll = modules.flatMap((module) => module.overall?.(overall) ?? [])
  const auth = setUpAccounts({ ...base, ...config, log })
  return {
    config,
    base,
    database,
    ownerPool,
    connection,
    log,
    web: () => buildWeb(config, base, createIdentify(auth), log),
    worker: {
      pool: ownerPool,
      context: base,
      jobs: [
        deliverMessage as never,
        sweepFormKeys as never,
        checkFileJob as never,
        sweepFilesJob as never,
        ...modules.flatMap((module) => module.jobs ?? []),
        ...overAll.map(({ job }) => job as never),
      ],
      schedules: [
        sweepSchedule,
        sweepFilesSchedule,
        ...modules.flatMap((module) => module.schedules ?? []),
        ...overAll,
      ],
      log: (level, message) => (level === "error" ? log.error(message) : log.debug(message)),
    },
    close: async () => {
      await pool.end()
      await ownerPool.end()
    },
  }
}

const buildWeb = (config: Config, base: Program["base"], identify: Identify, log: pino.Logger) => {
  const cache = createPageCache(base.database, base.clock)
  const { demo, trustProxy } = config
  const surroundings = { base, modules, identify, texts, cache, demo, trustProxy, ...builtAssets() }
  const app = createWebApp({ ...surroundings, log: (error) => log.error(withoutSecrets(error)) })
  return { app, cache }
}

/** Beside the built program, or in the sources. */
const migrationsFolder = (): string => {
  const built = join(import.meta.dirname, "migrations")
  return existsSync(built) ? built : join(import.meta.dirname, "../db/migrations")
}

const builtAssets = (): { assetsDir: string | null; asset: (name: string) => string } => {
  const map = join(import.meta.dirname, "assets.json")
  if (!existsSync(map)) return { assetsDir: null, asset: (name) => `/assets/${name}` }
  const addresses = JSON.parse(readFileSync(map, "utf8")) as Record<string, string>
  return { assetsDir: import.meta.dirname, asset: (name) => addresses[name] ?? `/assets/${name}` }
}

/** A database error carries the whole connection, password and all. */
const withoutSecrets = (error: unknown): object => {
  if (!(error instanceof Error)) return { error: String(error) }
  const { code } = error as { code?: unknown }
  return { code, message: error.message, stack: error.stack }
}
