// The door to every command: `npm start`, `npm run enishi -- COMMAND`. Builds the program when its sources have
// changed, then runs it. Says nothing on the output stream, which belongs to the command.
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import * as nodeModule from "node:module"
import { join } from "node:path"
import { pathToFileURL } from "node:url"

const root = join(import.meta.dirname, "..")
const needed = 26

if (Number.parseInt(process.versions.node, 10) < needed) continueOnNewerNode()
else await run()

async function run() {
  nodeModule.enableCompileCache(join(root, "dist", ".compiled"))
  const { prepareBuild } = await import("./prepare-build.mjs")
  const folder = await prepareBuild(root)
  process.setSourceMapsEnabled(true)
  // A program that is killed could not save what it compiled.
  setTimeout(nodeModule.flushCompileCache, 5000).unref()
  await import(pathToFileURL(join(folder, "main.js")))
}

function continueOnNewerNode() {
  const node = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node")
  if (!existsSync(node)) {
    process.stderr.write(`Node.js ${needed} が見つかりません。npm start で起動してください。
Node.js ${needed} is missing. Start Enishi by npm start, which installs it.\n`)
    process.exit(1)
  }
  const child = spawn(node, process.argv.slice(1), { stdio: "inherit" })
  // Ctrl-C reaches the child by itself: it only must not end this one first.
  process.on("SIGINT", () => {})
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
  child.on("exit", (code, signal) => {
    if (!signal) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
