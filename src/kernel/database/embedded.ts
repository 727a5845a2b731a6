import { rmSync } from "node:fs"
import { type Binaries, findBinaries } from "./embedded/binaries.ts"
import { initialise, isInitialised } from "./embedded/cluster.ts"
import type { EmbeddedConnection } from "./embedded/connection.ts"
import { EmbeddedDatabaseFailed } from "./embedded/errors.ts"
import { chooseIdentity, type Identity, trustedOwners } from "./embedded/identity.ts"
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

const patience = 120_000
const stopPatience = 15_000

/**
 * Starts the PostgreSQL that came with the packages, or joins the one already running on this data folder. The server
 * stops by itself when the last process that uses it has ended, in whatever way. Throws EmbeddedDatabaseFailed.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedDatabase> => {
  const wishes = { database: "enishi", fast: false, log: () => {}, ...options }
  const binaries = await findBinaries()
  const place = findPlace(wishes.dataDir)
  const end = performance.now() + patience
  let lastWords = ""
  for (let pause = 20; performance.now() < end; pause = Math.min(pause * 1.5, 1000)) {
    const running = asRecorded(place)
    const answer = await ask(running.sockets, wishes.database)
    const result = await
    if (result instanceof Object) return result
    lastWords = result ?? lastWords
    await until(() => false, 30)
  }
  throw failed(wishes.dataDir, lastWords)
}

const attach = async (place: Place, wishes: Wishes): Promise<EmbeddedDatabase | undefined> => {
  const lease = joinLease(place.sockets)
  if (lease === "unguarded") return void (await stopUnguarded(place))
  wishes.log(`attached to the database in ${place.cluster}`)
  const stop = async () => {
    if (lease === "missing") return
    const last = await closeLease(place.sockets, lease, 200)
    if (last) await until(() => !findPostmaster(place.cluster), stopPatience)
  }
  return { connection: connectionOf(place, wishes), attached: true, stop: once(stop) }
}

/** The server that was started, or the words with which it refused because another start was faster. */
const start = async (place: Place, wishes: Wishes): Promise<EmbeddedDatabase | string> => {
  const binaries = await findBinaries()
  const server = await prepareAndLaunch(place, wishes, binaries)
  const mine = async () => {
    const answer = await ask(place.sockets, wishes.database)
    return answer.state === "ready" && answer.starter === server.starter
  }
  await until(async () => server.ended() || (await mine()), patience)
  if (server.ended()) return refused(place, server)
  wishes.log(`started the database in ${place.cluster}`)
  return {
    connection: connectionOf(place, wishes),
    attached: false,
    stop: once(() => stopOwn(place, server, wishes)),
  }
}

const prepareAndLaunch = async (place: Place, wishes: Wishes, binaries: Binaries): Promise<Server> => {
  makeSocketFolder(place.sockets, trustedOwners())
  const identity = chooseIdentity(place, binaries)
  if (!isInitialised(place.cluster)) await makeCluster(place, wishes, binaries, identity)
  clearStaleLocks(place, port)
  return launch(place, binaries, identity, wishes.fast)
}

const makeCluster = async (
  place: Place,
  wishes: Wishes,
  binaries: Binaries,
  identity: Identity,
): Promise<void> => {
  wishes.log(`making a database in ${place.cluster}`)
  await initialise(place, binaries, identity, wishes.fast)
}

const stopOwn = async (place: Place, server: Server, wishes: Wishes): Promise<void> => {
  const last = await closeLease(place.sockets, server.lease, 1000)
  if (!last) return wishes.log("others still use the database: it stops with the last of them")
  await until(server.ended, stopPatience)
  if (wishes.fast) rmSync(place.sockets, { recursive: true, force: true })
}

// Either it is going anyway, or its guard was killed and it would never go: asking once more does no harm.
const stopUnguarded = async (place: Place): Promise<void> => {
  const pid = findPostmaster(place.cluster)
  if (pid === undefined) return
  process.kill(pid, "SIGINT")
  await until(() => !findPostmaster(place.cluster), stopPatience)
}

const refused = async (place: Place, server: Server): Promise<string> => {
  await closeLease(place.sockets, server.lease, 0)
  const words = server.said()
  if (!words.includes("lock file")) throw failed(place.folder, words)
  return words
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
