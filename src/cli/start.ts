import type { Server } from "node:http"
import type { AddressInfo } from "node:net"
import { holdStartLock } from "#kernel/database/embedded.ts"
import { startWorker } from "#kernel/jobs/worker.ts"
import { createHttpServer } from "#web/server.ts"
import { openProgram, type Program } from "../app.ts"
import type { Config } from "../config.ts"
import { seedDemo } from "./seed.ts"
import { CommandRefused, type Command } from "./command.ts"

/** Drained by then, or ended anyway: a job that ignores its signal would hold the program up. */
const lastMoment = 9_000

export const startCommand: Command = {
  usage: "start                             the whole program: pages and background work",
  run: async ({ config }) => serve(config, { web: true, worker: true }),
}

export const webCommand: Command = {
  usage: "web                               pages only",
  run: async ({ config }) => serve(config, { web: true, worker: false }),
}

export const workerCommand: Command = {
  usage: "worker                            background work only",
  run: async ({ config }) => serve(config, { web: false, worker: true }),
}

const serve = async (config: Config, parts: { web: boolean; worker: boolean }): Promise<undefined> => {
  const program = await openProgram(config)
  const lock = config.databaseUrl ? null : await lockOrClose(program)
  if (!config.databaseUrl) await program.ownerPool.query(unlockWorkers)
  if (config.demo) await seedDemo(program)
  const runner = parts.worker ? await startWorker(program.worker) : null
  const server = parts.web ? await listen(program) : null
  stopOnSignal(async () => {
    await stopServer(server)
    await runner?.stop()
    await lock?.release()
    await program.close()
  })
  if (server) process.stdout.write(`Enishi is ready: ${config.baseUrl}\n`)
  return undefined
}

/** Jobs of a killed worker stay locked for hours; on this database there is no other worker. */
const unlockWorkers = `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
  from graphile_worker._private_jobs where locked_by is not null having count(*) > 0`

const lockOrClose = async (program: Program) => {
  const { connection, config } = program
  if (!("host" in connection)) return null
  try {
    return await holdStartLock(connection, config.dataDir)
  } catch (error) {
    await program.close()
    throw error
  }
}

const listen = async (program: Program): Promise<Server> => {
  const { app, cache } = program.web()
  const { host, port } = program.config
  const server = createHttpServer(app, cache)
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, host, resolve)
  }).catch(async (error: NodeJS.ErrnoException) => {
    await program.close()
    if (error.code !== "EADDRINUSE") throw error
    throw new CommandRefused(
      `PORT ${port} は使われています。/ Port ${port} is in use by another program. Set PORT to another.`,
    )
  })
  program.log.info(`listening on ${host}:${(server.address() as AddressInfo).port}`)
  return server
}

const stopServer = async (server: Server | null): Promise<void> => {
  if (!server) return
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}

const stopOnSignal = (stop: () => Promise<void>): void => {
  let stopping = false
  const onSignal = (): void => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(0), lastMoment).unref()
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on("SIGTERM", onSignal)
  process.on("SIGINT", onSignal)
}
