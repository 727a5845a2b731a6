// `npm run bench -- NAME…` runs bench/NAME.ts from the sources; without a name it lists what there is. Each prints one
// line of JSON a measure: name, value, reference, ratio.
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"

const folder = join(import.meta.dirname, "..", "bench")
const hooks = join(import.meta.dirname, "source-hooks.mjs")
const names = process.argv.slice(2)
const known = existsSync(folder)
  ? readdirSync(folder).flatMap((file) => /^([\w-]+)\.ts$/.exec(file)?.[1] ?? [])
  : []
const unknown = names.filter((name) => !known.includes(name))

if (names.length === 0 || unknown.length > 0) {
  if (unknown.length > 0) console.error(`There is no benchmark called ${unknown.join(", ")}.`)
  console.error(`npm run bench -- NAME…\n${known.map((name) => `  ${name}`).join("\n")}`)
  process.exit(unknown.length > 0 ? 2 : 0)
}

const failed = names.filter((name) => {
  const words = ["--import", hooks, join(folder, `${name}.ts`)]
  return spawnSync(process.execPath, words, { stdio: "inherit" }).status !== 0
})
process.exitCode = failed.length > 0 ? 1 : 0
