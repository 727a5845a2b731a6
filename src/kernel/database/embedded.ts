import { rmSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import { type Binaries, findBinaries } from "./embedded/binaries.ts"
import { initialise, isInitialised } from "./embedded/cluster.ts"
import type { EmbeddedConnection } from "./embedded/connection.ts"
import { EmbeddedDatabaseFailed } from "./embedded/errors.ts"
import { chooseIdentity, trustedOwners } from "./embedded/identity.ts"
import { closeLease, joinLease } from "./embedded/lease.ts"
import { asRecorded, findPlace, makeSocketFolder, type Place } from "./embedded/place.ts"
import { clearStaleLocks, findPostmaster } from "./embedded/postmaster.ts"
import { ask, owner, port } from "./embedded/probe.ts"
import { launch, type Server } from "./embedded/server.ts"
import { until } from "./embedded/waiting.ts"

export { AlreadyRunning, EmbeddedDatabaseFailed } from "./embedded/errors.ts"
export { holdStartLock, type StartLock } from "./embedded/start-lock.ts"

export type EmbeddedDatabase = {
  readonly connection: EmbeddedConnection
  /** Somebody else had started the server. */
  readonly attached: boolean
  /** Gives the server up; it stops with the last process that uses it. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  readonly dataDir: string
  readonly database?: string
  /** Trades safety on power loss for speed: tests only. */
  readonly fast?: boolean
  readonly log?: (line: string) => void
}

type Wishes = Required<EmbeddedOptions>

const startPatience = 120_000
const stopPatience = 15_000

/**
 * Starts the PostgreSQL that came with the packages, or joins the one already running on this data folder. The server
 * stops by itself when the last process that uses it has ended, in whatever way. Throws EmbeddedDatabaseFailed.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedDatabase> => {
  const wishes = { database: "enishi", fast: false, log: () => {}, ...options }
  const binaries = await findBinaries()
  const place = findPlace(wishes.dataDir)
  const end = performance.now() + startPatience
  for (let pause = 20; performance.now() < end; pause = Math.min(pause * 1.5, 1000)) {
    const database = (await attach(asRecorded(place), wishes)) ?? (await start(place, binaries, wishes))
    if (database) return database
    await sleep(pause)
  }
  throw failed(place.folder, "")
}

/** Nothing when no server answers, or one that is on its way up or down. */
const attach = async (place: Place, wishes: Wishes): Promise<EmbeddedDatabase | undefined> => {
  const answer = await ask(place.sockets, wishes.database)
  if (answer.state !== "ready") return undefined
  const lease = joinLease(place.sockets)
  if (lease === "unguarded") return stopUnguarded(place)
  wishes.log(`attached to the database in ${place.cluster}`)
  const stop = async () => {
    if (lease === "missing") return
    const last = await closeLease(place.sockets, lease, 200)
    if (last) await until(() => !findPostmaster(place.cluster), stopPatience)
  }
  return { connection: connectionOf(place, wishes), attached: true, stop: once(stop) }
}

// It is stopping anyway, or its guard was killed and it never would: asking once more does no harm.
const stopUnguarded = async (place: Place): Promise<undefined> => {
  const pid = findPostmaster(place.cluster)
  if (pid === undefined) return
  process.kill(pid, "SIGINT")
  await until(() => !findPostmaster(place.cluster), stopPatience)
}

/** Nothing when another start was faster. */
const start = async (
  place: Place,
  binaries: Binaries,
  wishes: Wishes,
): Promise<EmbeddedDatabase | undefined> => {
  if (findPostmaster(place.cluster) !== undefined) return undefined
  const server = await prepareAndLaunch(place, binaries, wishes)
  const ready = async () => {
    const answer = await ask(place.sockets, wishes.database)
    return answer.state === "ready" && answer.starter === server.starter
  }
  await until(async () => server.ended() || (await ready()), startPatience)
  if (server.ended()) return standBack(place, server)
  wishes.log(`started the database in ${place.cluster}`)
  const stop = () => stopOwn(place, server, wishes)
  return { connection: connectionOf(place, wishes), attached: false, stop: once(stop) }
}

const prepareAndLaunch = async (place: Place, binaries: Binaries, wishes: Wishes): Promise<Server> => {
  makeSocketFolder(place.sockets, trustedOwners())
  const identity = chooseIdentity(place, binaries)
  if (!isInitialised(place.cluster)) {
    wishes.log(`making a database in ${place.cluster}`)
    await initialise(place, binaries, identity, wishes.fast)
  }
  clearStaleLocks(place, port)
  return launch(place, binaries, identity, wishes.fast)
}

const standBack = async (place: Place, server: Server): Promise<undefined> => {
  await closeLease(place.sockets, server.lease, 0)
  if (!fasterOther.test(server.said())) throw failed(place.folder, server.said())
}

// The second: the other's end has just taken the folder of the sockets away.
const fasterOther = /lock file "[^"]*" already exists|could not create lock file "[^"]*": No such file/

const stopOwn = async (place: Place, server: Server, wishes: Wishes): Promise<void> => {
  const last = await closeLease(place.sockets, server.lease, 1000)
  if (!last) return wishes.log("others still use the database: it stops with the last of them")
  await until(server.ended, stopPatience)
  if (wishes.fast) rmSync(place.sockets, { recursive: true, force: true })
}

const connectionOf = (place: Place, wishes: Wishes): EmbeddedConnection => ({
  host: place.sockets,
  port,
  user: owner,
  database: wishes.database,
})

const once = (work: () => Promise<void>): (() => Promise<void>) => {
  let done: Promise<void> | undefined
  return () => (done ??= work())
}

const failed = (folder: string, words: string) =>
  new EmbeddedDatabaseFailed(
    `${folder} のデータベースを起動できませんでした。/ The database in ${folder} could not be started.\n${words.slice(-2000)}`,
  )
