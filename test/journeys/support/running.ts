import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { createServer } from "node:net"
import { join } from "node:path"

// The program as others meet it: a process with an address, an exit code and two streams.

export const root = join(import.meta.dirname, "../../..")

/** The time at which the journeys take place, unless a test says otherwise. */
export const journeyNow = "2026-06-10T10:00:00+09:00"

export type Environment = Readonly<Record<string, string>>

export type Running = {
  readonly url: string
  readonly port: number
  readonly pid: number
  /** Milliseconds from spawning to the line that says it is ready. */
  readonly readyAfter: number
  /** What it wrote to its error stream so far. */
  readonly said: () => string
  /** Asks it to end; answers its exit code. */
  readonly stop: () => Promise<number | null>
  /** Kills it and whatever it started in its own group, without a word. */
  readonly kill: () => Promise<void>
  readonly signal: (name: NodeJS.Signals) => void
  readonly ended: Promise<number | null>
}

type Start = { readonly dataDir: string; readonly env?: Environment; readonly word?: string }

/** Starts the program on a port of its own and waits until it says that it is ready. */
export const startProgram = async ({ dataDir, env = {}, word = "start" }: Start): Promise<Running> => {
  const port = await freePort()
  const begun = performance.now()
  const process = launch([word], { DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: "warn", ...env })
  const url = await readyLine(process)
  const readyAfter = performance.now() - begun
  const { child, said, ended } = process
  let asked = false
  void ended.then(
    (code) => asked || console.error(`the program on ${port} ended by itself with ${code}:\n${said()}`),
  )
  return {
    url,
    port,
    pid: child.pid ?? 0,
    readyAfter,
    said,
    ended,
    signal: (name) => {
      asked = true
      child.kill(name)
    },
    stop: async () => {
      asked = true
      child.kill("SIGTERM")
      return ended
    },
    kill: async () => {
      asked = true
      killGroup(child)
      await ended
    },
  }
}

export type Answered = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** Runs one command to its end. */
export const runEnishi = async (words: readonly string[], env: Environment = {}): Promise<Answered> => {
  const { child, said, ended, output } = launch(words, { LOG_LEVEL: "warn", ...env })
  const late = setTimeout(() => killGroup(child), 30_000)
  const code = await ended
  clearTimeout(late)
  return { code, stdout: output(), stderr: said() }
}

type Launched = {
  readonly child: ChildProcess
  readonly said: () => string
  readonly output: () => string
  readonly ended: Promise<number | null>
}

const launch = (words: readonly string[], env: Environment): Launched => {
  const child = spawn(process.execPath, [join(root, "bin/enishi.mjs"), ...words], {
    env: { ...ownEnvironment(), ENISHI_NOW: journeyNow, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, to be killed as a whole.
    detached: true,
  })
  alive.add(child)
  const streams = { stdout: "", stderr: "" }
  child.stdout.setEncoding("utf8").on("data", (text: string) => (streams.stdout += text))
  child.stderr.setEncoding("utf8").on("data", (text: string) => (streams.stderr += text))
  const ended = once(child, "close").then(([code]) => {
    alive.delete(child)
    return code as number | null
  })
  return { child, said: () => streams.stderr, output: () => streams.stdout, ended }
}

const readyLine = async (launched: Launched): Promise<string> => {
  const { child, said, output, ended } = launched
  const ready = new Promise<string>((resolve) => {
    child.stdout?.on("data", () => {
      const line = /^Enishi is ready: (http\S+)$/m.exec(output())
      if (line?.[1]) resolve(line[1])
    })
  })
  const failed = ended.then((code) => {
    throw new Error(`the program ended with ${code} before it was ready:\n${output()}\n${said()}`)
  })
  return Promise.race([ready, failed])
}

/** Nothing of the set-up around the tests may reach the program. */
const ownEnvironment = (): Environment => {
  const passed = ["PATH", "HOME", "LANG", "TMPDIR"]
  return Object.fromEntries(passed.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  server.close()
  await once(server, "close")
  return typeof address === "object" && address ? address.port : 0
}

const alive = new Set<ChildProcess>()

const killGroup = (child: ChildProcess): void => {
  try {
    process.kill(-(child.pid ?? 0), "SIGKILL")
  } catch {
    // It has ended already.
  }
}

// A test that fails leaves nothing behind.
process.on("exit", () => {
  for (const child of alive) killGroup(child)
})
