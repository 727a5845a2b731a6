// Runs a program and keeps what it says. Whoever ends the checks ends what they have started.
import { spawn } from "node:child_process"
import { join } from "node:path"

export const root = join(import.meta.dirname, "..", "..")

const { FORCE_COLOR: _, ...environment } = process.env
if (!process.stdout.isTTY) environment.NO_COLOR = "1"

const running = new Set()
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.once(signal, () => {
    for (const child of running) child.kill(signal)
    process.exit(1)
  })

export function program(name) {
  return join(root, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name)
}

export function run(file, words) {
  return new Promise((resolve) => {
    const shell = file.endsWith(".cmd")
    const child = spawn(file, words, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      shell,
      env: environment,
    })
    let output = ""
    const keep = (text) => (output += text)
    child.stdout.setEncoding("utf8").on("data", keep)
    child.stderr.setEncoding("utf8").on("data", keep)
    const end = (failed, more = "") => {
      running.delete(child)
      resolve({ passed: failed ? 0 : 1, failed: failed ? 1 : 0, output: output + more })
    }
    running.add(child)
    child.on("error", (error) => end(true, String(error)))
    child.on("close", (code) => end(code !== 0))
  })
}
