// All checks: `npm test`, or some of them: `npm test -- types lint`. A failed check does not stop the others. The last
// line is `N passed, N failed`: every test counts, and every other check as one.
import { availableParallelism } from "node:os"
import { steps } from "./check/steps.mjs"

const names = process.argv.slice(2)
const unknown = names.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(
    `There is no check called ${unknown.join(", ")}. There are: ${steps.map((step) => step.name).join(", ")}`,
  )
  process.exit(2)
}

const chosen = steps.filter(({ name }) => names.length === 0 || names.includes(name))
const began = performance.now()
const results = []

// Small checks beside the tests; the browser afterwards, alone: it measures what people would wait for.
await Promise.all([
  inTurn(chosen.filter(({ lane }) => lane === "small")),
  availableParallelism() > 1 ? inTurn(chosen.filter(({ lane }) => lane === "tests")) : undefined,
])
if (availableParallelism() === 1) await inTurn(chosen.filter(({ lane }) => lane === "tests"))
await inTurn(chosen.filter(({ lane }) => lane === "last"))

const passed = sum(results, "passed")
const failed = sum(results, "failed")
const bad = results.filter((result) => result.failed > 0).map(({ name }) => name)
console.log(`\n${seconds(began)} in all${bad.length > 0 ? `; failed: ${bad.join(", ")}` : ""}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

async function inTurn(lane) {
  for (const step of lane) results.push(await carriedOut(step))
}

async function carriedOut({ name, run }) {
  const start = performance.now()
  const result = await run().catch((error) => ({
    passed: 0,
    failed: 1,
    output: String(error.stack ?? error),
  }))
  const { passed = 1, failed = 0, note = "", output = "" } = result
  const mark = failed > 0 ? "FAILED" : "ok"
  console.log(`${mark.padEnd(7)}${name.padEnd(11)}${seconds(start).padStart(8)}  ${note}`)
  if (output && (failed > 0 || result.print)) console.log(indented(output))
  return { name, passed, failed }
}

function indented(text) {
  return text.trimEnd().replaceAll(/^/gm, "    ")
}

function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`
}

function sum(list, key) {
  return list.reduce((total, each) => total + each[key], 0)
}
