// The checks, in order. Each answers { passed, failed, note, output }; without numbers it has passed, as one.
import { checkLicences } from "./licences.mjs"
import { program, root, run } from "./run.mjs"
import { reportSizes } from "./sizes.mjs"
import { runTests } from "./tests.mjs"

const folders = ["src", "test", "bench", "bin"]
const settings = ["oxlint.config.ts", "vitest.config.ts", "vitest.journeys.config.ts"]

export const steps = [
  { name: "format", lane: "small", run: () => tool("oxfmt", "--check", ...folders, ...settings) },
  { name: "types", lane: "small", run: () => tool("tsc", "--pretty", "false") },
  { name: "lint", lane: "small", run: () => tool("oxlint", "--type-aware", ...folders) },
  { name: "generated", lane: "small", run: () => run(process.execPath, ["bin/generate.mjs", "--verify"]) },
  { name: "licences", lane: "small", run: async () => checkLicences(root) },
  {
    name: "tests",
    lane: "tests",
    run: () => runTests("vitest.config.ts", ["--exclude", "test/journeys/**"]),
  },
  { name: "browser", lane: "last", run: () => runTests("vitest.journeys.config.ts", []) },
  { name: "sizes", lane: "last", run: async () => reportSizes(root) },
]

function tool(name, ...words) {
  return run(program(name), words)
}
