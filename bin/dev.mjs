// The loop of development: builds, starts the program, and does both again when a source changes. The database stays
// up between restarts, because this process holds it too.
import { spawn } from "node:child_process"
import { mkdirSync, rmSync, watch } from "node:fs"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import * as esbuild from "esbuild"
import { startEmbedded } from "../src/kernel/database/embedded.ts"
import { browserOptions, copyMigrations, serverOptions, writeAssetMap } from "./build.mjs"

const root = join(import.meta.dirname, "..")
const out = join(root, "dist", "dev")
const settle = 30
const drain = 2000

const say = (line) => process.stderr.write(`[dev] ${line}\n`)
const dataDir = process.env["DATA_DIR"] || join(root, "data")
const database = process.env["DATABASE_URL"] ? undefined : await startEmbedded({ dataDir, log: say })

rmSync(out, { recursive: true, force: true })
mkdirSync(join(out, "assets"), { recursive: true })
// Packages stay outside: bundling them again at every change would be most of the work.
const server = await esbuild.context({ ...serverOptions(out), packages: "external" })
let program
let changed = new Set(["first.css"])
let working = false

for (const folder of ["src", "db"]) {
  watch(join(root, folder), { recursive: true }, (_, name) => void noticed(name ?? ""))
}
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void leave())
await work()

async function noticed(name) {
  if (/\.test\.tsx?$|~$|\.md$/.test(name)) return
  changed.add(name)
  await sleep(settle)
  await work()
}

// Changes that come while this works are picked up by its next round.
async function work() {
  if (working) return
  working = true
  while (changed.size > 0) {
    const names = [...changed]
    changed = new Set()
    if (await rebuilt(names)) await restart()
  }
  working = false
}

async function rebuilt(names) {
  const begun = performance.now()
  try {
    await Promise.all([server.rebuild(), names.some(isForBrowser) && buildForBrowser()])
    copyMigrations(out)
    say(`built in ${Math.round(performance.now() - begun)} ms`)
    return true
  } catch {
    // esbuild has said what is wrong; the last program that worked keeps running.
    return false
  }
}

function isForBrowser(name) {
  return name.endsWith(".css") || name.includes("islands")
}

async function buildForBrowser() {
  const { metafile } = await esbuild.build(browserOptions(out, false))
  writeAssetMap(out, metafile)
}

async function restart() {
  await endProgram()
  const words = [
    "--enable-source-maps",
    join(out, "main.js"),
    ...(process.argv[2] ? process.argv.slice(2) : ["start"]),
  ]
  const env = { ...process.env, NODE_COMPILE_CACHE: join(root, "dist", ".compiled") }
  program = spawn(process.execPath, words, { stdio: "inherit", env })
}

async function endProgram() {
  if (!program || program.exitCode !== null || program.signalCode !== null) return
  const gone = new Promise((resolve) => program.once("exit", resolve))
  program.kill("SIGTERM")
  const late = setTimeout(() => program.kill("SIGKILL"), drain)
  await gone
  clearTimeout(late)
}

async function leave() {
  await endProgram()
  await database?.stop()
  process.exit(0)
}
