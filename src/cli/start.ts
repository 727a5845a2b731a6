import type { Server } from "node:http"
import type { AddressInfo } from "node:net"
import { holdStartLock } from "#kernel/database/embedded.ts"
import { startWorker } from "#kernel/jobs/worker.ts"
import { createHttpServer } from "#web/server.ts"
import { openProgram, type Program } from "../app.ts"
import type { Config } from "../config.ts"
import { listenForMail } from "./inbound-smtp.ts"
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
  const running: (() => Promise<unknown>)[] = [program.close]
  // What began last ends first, whether the program is told to stop or could not start.
  const stop = async (): Promise<void> => {
    while (running.length > 0) await running.pop()?.()
  }
  try {
    if (!config.databaseUrl) running.push(await onlyOne(program))
    if (config.demo) await seedDemo(program)
    if (parts.worker) running.push(await work(program))
    if (parts.worker && config.inboundSmtp) running.push((await listenForMail(program)).stop)
    if (parts.web) running.push(await listen(program))
  } catch (error) {
    await stop()
    throw error
  }
  stopOnSignal(stop)
  if (parts.web) process.stdout.write(`Enishi is ready: ${config.baseUrl}\n`)
  return undefined
}

/** One program a data folder; whatever an earlier one left locked is free again. Answers how to let go. */
const onlyOne = async ({ connection, config, ownerPool }: Program): Promise<() => Promise<void>> => {
  if (!("host" in connection)) return async () => {}
  const lock = await holdStartLock(connection, config.dataDir)
  await ownerPool.query(unlockWorkers)
  return lock.release
}

const work = async (program: Program): Promise<() => Promise<void>> => {
  const runner = await startWorker(program.worker)
  return () => runner.stop()
}

/** Jobs of a killed worker stay locked for hours; on this database there is no other worker. */
const unlockWorkers = `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
  from graphile_worker._private_jobs where locked_by is not null having count(*) > 0`

const listen = async (program: Program): Promise<() => Promise<void>> => {
  const { app, cache } = program.web()
  const { host, port } = program.config
  const server = createHttpServer(app, cache)
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, host, resolve)
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error
    throw new CommandRefused(
      `PORT ${port} は使われています。/ Port ${port} is in use by another program. Set PORT to another.`,
    )
  })
  program.log.info(`listening on ${host}:${(server.address() as AddressInfo).port}`)
  return () => closeServer(server)
}

/** Running requests end, new ones are refused. */
const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })

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
