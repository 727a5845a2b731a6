import { once } from "node:events"
import { connect } from "node:net"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { noProcessOf } from "./support/folders.ts"
import { type Running, runEnishi, startProgram } from "./support/running.ts"
import { visitor } from "./support/visitor.ts"
import { ownDataDir } from "./support/world.ts"

// The system's own list of processes is read.
describe.runIf(process.platform === "linux")("issue 2 line 1: the program", () => {
  const dataDir = ownDataDir("empty")
  let running: Running

  beforeAll(async () => {
    running = await startProgram({ dataDir })
  })
  afterAll(async () => void (await running.stop()))

  test("is ready within a minute on an empty folder, with the demo city", async () => {
    expect(running.readyAfter).toBeLessThan(60_000)
    const anybody = await visitor(running.url)
    const health = await anybody.get("/healthz")
    expect(health.status).toBe(200)
    expect(JSON.parse(health.body)).toEqual({ status: "ok" })
    const front = await anybody.get("/")
    expect(front.status).toBe(200)
    expect(front.body).toContain('href="/demo"')
    expect((await anybody.get("/demo")).status).toBe(200)
  })

  test("refuses a second one on the same data folder in both languages, and goes on", async () => {
    const second = await runEnishi(["start"], { DATA_DIR: dataDir, PORT: "0" })
    expect(second.code).toBe(1)
    expect(second.stdout).toBe("")
    expect(second.stderr).toContain(`データフォルダ ${dataDir} では、えにしがもう動いています`)
    expect(second.stderr).toContain(`Enishi is already running on the data folder ${dataDir}`)
    expect(second.stderr).not.toMatch(/^\s+at /m)
    expect((await (await visitor(running.url)).get("/healthz")).status).toBe(200)
  })

  test("refuses a port in use in both languages, and leaves no process", async () => {
    const other = ownDataDir("demo")
    const second = await runEnishi(["start"], { DATA_DIR: other, PORT: String(running.port) })
    expect(second.code).toBe(1)
    expect(second.stderr).toContain(`PORT ${running.port} は使われています`)
    expect(second.stderr).toContain(`Port ${running.port} is in use`)
    expect(second.stderr).not.toMatch(/^\s+at /m)
    expect(await noProcessOf(other)).toEqual([])
  })

  test("answers a command while it runs, with one line of JSON and nothing else", async () => {
    const asked = ["figures", "--fiscal-year", "2025", "--json"]
    const { code, stdout } = await runEnishi(asked, { DATA_DIR: dataDir })
    expect(code).toBe(0)
    expect(stdout.trimEnd().split("\n")).toHaveLength(1)
    const lines = JSON.parse(stdout) as Record<string, unknown>[]
    expect(lines.length).toBeGreaterThan(0)
    const keys = "system metric period asOf precision area body value unit status kind definition"
      .split(" ")
      .toSorted()
    for (const line of lines) expect(Object.keys(line).toSorted()).toEqual(keys)
    expect((await (await visitor(running.url)).get("/healthz")).status).toBe(200)
  })

  test("killed with -9, leaves no process; the next start is ready in 3 s and has everything", async () => {
    const person = await visitor(running.url, "citizen")
    expect((await person.get("/my/profile")).status).toBe(200)

    await running.kill()
    expect(await noProcessOf(dataDir)).toEqual([])

    running = await startProgram({ dataDir })
    expect(running.readyAfter).toBeLessThan(3000)
    const again = await person.at(running.url).get("/my/profile")
    expect(again.status).toBe(200)
    expect(again.body).toContain("北川 みどり")
  })

  test("asked to end, ends with 0 within 10 s though browsers hold their connections", async () => {
    const silent = connect(running.port, "127.0.0.1")
    await once(silent, "connect")
    await (await visitor(running.url)).get("/")
    const begun = performance.now()
    expect(await running.stop()).toBe(0)
    expect(performance.now() - begun).toBeLessThan(10_000)
    silent.destroy()
    expect(await noProcessOf(dataDir)).toEqual([])
    running = await startProgram({ dataDir })
  })

  test("asked to end twice, ends once, with 0", async () => {
    running.signal("SIGTERM")
    running.signal("SIGTERM")
    expect(await running.ended).toBe(0)
    expect(await noProcessOf(dataDir)).toEqual([])
    running = await startProgram({ dataDir })
  })
})

describe("house §6: a command", () => {
  const dataDir = ownDataDir("demo")
  const run = (...words: string[]) => runEnishi(words, { DATA_DIR: dataDir })

  test("used wrongly says how it is used, and exits with 2", async () => {
    for (const words of [["nonsense"], ["figures"], ["figures", "--nonsense"], ["backup"], []]) {
      const { code, stdout, stderr } = await run(...words)
      expect([words, code, stdout]).toEqual([words, 2, ""])
      expect(stderr).toContain("enishi ")
      expect(stderr).not.toMatch(/^\s+at /m)
    }
  })

  test("tells by --help what it does, and exits with 0", async () => {
    const overview = await run("--help")
    expect(overview.code).toBe(0)
    const named = `${overview.stdout}${overview.stderr}`.matchAll(/^ {2}([a-z]+) /gm)
    const commands = [...named].map(([, name = ""]) => name)
    expect(commands).toEqual(
      expect.arrayContaining(["start", "web", "worker", "import", "backup", "restore"]),
    )
    for (const command of ["figures", "restore", "import"]) {
      const { code, stdout, stderr } = await run(command, "--help")
      expect([command, code]).toEqual([command, 0])
      expect(stdout + stderr).toContain(`enishi ${command}`)
    }
  })

  test("refused for a reason of the set-up names the variable, without a stack", async () => {
    const { code, stderr } = await runEnishi(["figures", "--fiscal-year", "2025"], { PORT: "a port" })
    expect(code).not.toBe(0)
    expect(stderr).toContain("PORT")
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})
