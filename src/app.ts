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
import { sweepFormKeys, sweepSchedule } from "#kernel/jobs/sweep.ts"
import { deliverMessage } from "#kernel/messages/messages.ts"
import { sendOverSmtp } from "#kernel/messages/outgoing.ts"
import { working, type Context } from "#kernel/transaction.ts"
import type { WebEnv } from "#web/context.ts"
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

/** Opens the database (starting the embedded one where no address is given), brings it up to date, and builds the program. */
export const openProgram = async (
  config: Config,
  options: { readonly clock?: Clock } = {},
): Promise<Program> => {
  const log = createLog(config.logLevel)
  const embedded = config.databaseUrl
    ? null
    : await startEmbedded({ dataDir: config.dataDir, log: (line) => log.info(line) })
  const connection: Connection = embedded?.connection ?? { connectionString: config.databaseUrl ?? "" }
  const program = await buildProgram(config, connection, log, options.clock)
  return {
    ...program,
    close: async () => {
      await program.close()
      await embedded?.stop()
    },
  }
}

/** The program over a database that is already there. */
export const buildProgram = async (
  config: Config,
  connection: Connection,
  log: pino.Logger,
  clock?: Clock,
): Promise<Program> => {
  const ownerPool = openPool(connection, "owner", 6)
  await migrate(openDatabase(ownerPool), ownerPool, migrationsFolder())
  const pool = openPool(connection, "program", 12)
  const database = openDatabase(pool)
  await assertProgramRole(database)
  if (config.smtpUrl) sendOverSmtp(config.smtpUrl)
  const base = {
    database,
    clock: clock ?? (config.now ? clockFrom(config.now) : systemClock),
    city: findCity(config.city),
    handlers: collectHandlers(modules.flatMap((module) => module.handles ?? [])),
    baseUrl: config.baseUrl,
  }
  await syncCity(base)
  const auth = setUpAccounts({ ...base, ...config, log })
  const texts = createTexts([{ name: "web", messages: webMessages }, ...modules])
  return {
    config,
    base,
    database,
    ownerPool,
    connection,
    log,
    web: () => {
      const cache = createPageCache(database, base.clock)
      const { assetsDir, asset } = builtAssets()
      const surroundings = {
        base,
        modules,
        identify: createIdentify(auth),
        texts,
        cache,
        asset,
        demo: config.demo,
        trustProxy: config.trustProxy,
      }
      return {
        cache,
        app: createWebApp({ ...surroundings, assetsDir, log: (error) => log.error(withoutSecrets(error)) }),
      }
    },
    worker: {
      pool: ownerPool,
      context: base,
      jobs: [
        deliverMessage as never,
        sweepFormKeys as never,
        ...modules.flatMap((module) => module.jobs ?? []),
      ],
      schedules: [sweepSchedule, ...modules.flatMap((module) => module.schedules ?? [])],
      log: (level, message) => (level === "error" ? log.error(message) : log.debug(message)),
    },
    close: async () => {
      await pool.end()
      await ownerPool.end()
    },
  }
}

/** Puts the profile of the city into the tables, module by module; the second time it changes nothing. */
const syncCity = async (base: Omit<Context, "actor">): Promise<void> => {
  await working({ ...base, actor: systemActor("sync") }, "places.sync", async (work) => {
    for (const { sync } of modules) await sync?.(work)
  })
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
