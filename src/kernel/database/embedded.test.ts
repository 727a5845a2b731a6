import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest"
import {
  AlreadyRunning,
  type EmbeddedDatabase,
  EmbeddedDatabaseFailed,
  holdStartLock,
  startEmbedded,
} from "./embedded.ts"
import { findPlace } from "./embedded/place.ts"
import { findPostmaster } from "./embedded/postmaster.ts"
import { withClient } from "./embedded/probe.ts"
import { until } from "./embedded/waiting.ts"

const root = join(import.meta.dirname, "..", "..", "..")
const isRoot = process.getuid?.() === 0

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "enishi-embedded-"))
})

afterEach(async () => {
  await until(() => processesOf(dataDir).length === 0, 5000)
  rmSync(findPlace(dataDir).sockets, { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
})

// Processes are looked up in /proc.
describe.runIf(process.platform === "linux")("issue 2 line 1: the embedded database", () => {
  test("starts on an empty folder, in UTF-8 that knows Japanese letters, and stop leaves nothing", async () => {
    const database = await start()
    expect(database.attached).toBe(false)
    expect(database.connection).toMatchObject({ user: "enishi_owner", database: "enishi" })
    await query(database, "create extension pg_trgm")
    const [row] = await query(database, "select show_trgm('子ども食堂') as trigrams, current_user as me")
    expect(row?.["trigrams"]).not.toHaveLength(0)
    expect(row?.["me"]).toBe("enishi_owner")

    await database.stop()

    expect(processesOf(dataDir)).toEqual([])
    expect(existsSync(database.connection.host)).toBe(false)
    expect(readdirSync(dataDir).toSorted()).toEqual(["postgres", "postgres.log"])
  })

  test("a second process attaches, and the server lives as long as one of them", async () => {
    const first = await start()
    const second = await start()
    expect(second.attached).toBe(true)

    await first.stop()
    expect(await query(second, "select 1 as one")).toEqual([{ one: 1 }])

    await second.stop()
    await expectNoProcess()
  })

  test("two first starts at once: one makes the database, the other attaches", async () => {
    const script = `${startScript} console.log(database.attached); setInterval(() => {}, 1000)`
    const [one, other] = [runNode(script), runNode(script)]
    const answers = await Promise.all([nextLine(one), nextLine(other)])
    expect(answers.toSorted()).toEqual(["false", "true"])
    killGroup(one)
    killGroup(other)
    await expectNoProcess()
    expect(readdirSync(dataDir).toSorted()).toEqual(["postgres", "postgres.log"])
  })

  test("after kill -9 of the whole group no process is left, and what was committed is there", async () => {
    const program = runNode(`${startScript} ${writeRow} setInterval(() => {}, 1000)`)
    expect(await nextLine(program)).toBe("written")
    killGroup(program)
    await expectNoProcess()
    await expectRow()
  })

  test("a server whose guard was killed too is taken over", async () => {
    const program = runNode(`${startScript} ${writeRow} setInterval(() => {}, 1000)`)
    expect(await nextLine(program)).toBe("written")
    const server = findPostmaster(join(dataDir, "postgres"))
    const guards = processesOf(dataDir).filter((pid) => commandOf(pid).includes("enishi-guard"))
    expect(guards.length).toBeGreaterThan(0)
    for (const pid of guards) process.kill(pid, "SIGKILL")
    killGroup(program)
    expect(findPostmaster(join(dataDir, "postgres"))).toBe(server)
    await expectRow()
    expect(processesOf(dataDir)).toEqual([])
  })

  test("a lock file whose process id is now another process's does not stop the start", async () => {
    const program = runNode(`${startScript} ${writeRow} setInterval(() => {}, 1000)`)
    expect(await nextLine(program)).toBe("written")
    for (const pid of processesOf(dataDir)) process.kill(pid, "SIGKILL")
    killGroup(program)
    await expectNoProcess()
    const lock = join(dataDir, "postgres", "postmaster.pid")
    const lines = readFileSync(lock, "utf8").split("\n")
    writeFileSync(lock, [process.pid, ...lines.slice(1)].join("\n"))
    writeFileSync(join(lines[4] ?? "", ".s.PGSQL.5432.lock"), [process.pid, ...lines.slice(1)].join("\n"))
    await expectRow()
  })

  test("the path of the data folder may be longer than a socket's may be", async () => {
    const long = join(dataDir, "とても長い名前のフォルダ".repeat(4))
    expect(Buffer.byteLength(long)).toBeGreaterThan(107)
    const database = await start(long)
    expect(await query(database, "select 1 as one")).toEqual([{ one: 1 }])
    await database.stop()
  })

  test("what a killed first start left half made is swept away", async () => {
    mkdirSync(join(dataDir, "postgres.unfinished-999999999-x"))
    const database = await start()
    await database.stop()
    expect(readdirSync(dataDir).toSorted()).toEqual(["postgres", "postgres.log"])
  })

  test("a cluster that cannot start is refused in the server's own words", async () => {
    await (await start()).stop()
    writeFileSync(join(dataDir, "postgres", "PG_VERSION"), "9\n")
    const failure = await start().catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(EmbeddedDatabaseFailed)
    expect(String(failure)).toContain("incompatible with server")
    expect(String(failure)).toContain("起動できませんでした")
    expect(processesOf(dataDir)).toEqual([])
  })
})

describe.runIf(process.platform === "linux" && isRoot)("issue 2 line 1: run as root, the server is", () => {
  test("nobody's where nobody may pass", async () => {
    chmodSync(dataDir, 0o711)
    expect(await userOfServer()).toBe("65534")
  })

  test("nobody's even in a closed folder where user namespaces are forbidden", async () => {
    const words = mkdtempSync(join(tmpdir(), "enishi-words-"))
    onTestFinished(() => rmSync(words, { recursive: true }))
    writeFileSync(join(words, "unshare"), "#!/bin/sh\nexit 1\n", { mode: 0o755 })
    chmodSync(dataDir, 0o700)
    expect(await userOfServer({ PATH: `${words}:${process.env["PATH"]}` })).toBe("65534")
  })

  const userOfServer = async (env: Record<string, string> = {}): Promise<string | undefined> => {
    const program = runNode(`${startScript} ${writeRow} setInterval(() => {}, 1000)`, env)
    expect(await nextLine(program)).toBe("written")
    const status = readFileSync(`/proc/${findPostmaster(join(dataDir, "postgres"))}/status`, "utf8")
    killGroup(program)
    await expectNoProcess()
    await expectRow()
    return /^Uid:\s+(\d+)/m.exec(status)?.[1]
  }
})

describe.runIf(process.platform === "linux")(
  "issue 2 line 1: a second program on the same data folder",
  () => {
    test("is refused in both languages with the folder's name, until the first has ended", async () => {
      const database = await start()
      const lock = await holdStartLock(database.connection, dataDir)
      const refusal = await holdStartLock(database.connection, dataDir).catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(AlreadyRunning)
      expect(String(refusal)).toContain(`データフォルダ ${dataDir} では、えにしがもう動いています`)
      expect(String(refusal)).toContain(
        `already running on the data folder ${dataDir} (process ${process.pid})`,
      )

      await lock.release()
      const next = await holdStartLock(database.connection, dataDir)
      await next.release()
      await database.stop()
    })

    test("may start once the first was killed, while a command still uses the database", async () => {
      const hold = `const { holdStartLock } = await import("#kernel/database/embedded.ts")
      await holdStartLock(database.connection, "x"); console.log("held")`
      const program = runNode(`${startScript} ${hold}`)
      expect(await nextLine(program)).toBe("held")
      const database = await start()
      killGroup(program)
      const lock = await holdStartLock(database.connection, dataDir)
      await lock.release()
      await database.stop()
    })

    test("stays refused after the database has dropped every connection", async () => {
      const database = await start()
      const lock = await holdStartLock(database.connection, dataDir)
      const drop =
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'enishi start%'"
      await query(database, drop)
      const held = "select 1 from pg_locks where locktype = 'advisory' and granted"
      expect(await until(async () => (await query(database, held)).length === 1, 5000)).toBe(true)
      await expect(holdStartLock(database.connection, dataDir)).rejects.toThrow(AlreadyRunning)
      await lock.release()
      await database.stop()
    })
  },
)

const start = (folder = dataDir) => startEmbedded({ dataDir: folder, fast: true })

const query = ({ connection }: EmbeddedDatabase, text: string): Promise<Record<string, unknown>[]> =>
  withClient(connection.host, connection.database, async (client) => (await client.query(text)).rows)

const expectRow = async (): Promise<void> => {
  const database = await startEmbedded({ dataDir })
  expect(await query(database, "select text from kept")).toEqual([{ text: "縁" }])
  await database.stop()
}

// Not `fast`: what is committed must be on the disk.
const startScript = `
  const { startEmbedded } = await import("#kernel/database/embedded.ts")
  const database = await startEmbedded({ dataDir: process.env.FOLDER });`

const writeRow = `
  const { default: pg } = await import("pg")
  const client = new pg.Client(database.connection)
  await client.connect()
  await client.query("create table kept (text text)")
  await client.query("insert into kept values ('縁')")
  console.log("written");`

const runNode = (script: string, env: Record<string, string> = {}): ChildProcess => {
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    cwd: root,
    detached: true,
    env: { ...process.env, FOLDER: dataDir, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  })
  onTestFinished(() => killGroup(child))
  return child
}

const nextLine = async (child: ChildProcess): Promise<string> => {
  const lines = createInterface({ input: child.stdout! })
  const [line] = (await Promise.race([once(lines, "line"), once(child, "exit")])) as [unknown]
  return String(line)
}

const killGroup = (child: ChildProcess): void => {
  try {
    process.kill(-child.pid!, "SIGKILL")
  } catch {
    // It has ended.
  }
}

const expectNoProcess = async (): Promise<void> => {
  await until(() => processesOf(dataDir).length === 0, 5000)
  expect(processesOf(dataDir)).toEqual([])
}

/** Guards and servers of a folder. */
const processesOf = (folder: string): number[] =>
  readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && commandOf(pid).includes(folder))

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8")
  } catch {
    return ""
  }
}
