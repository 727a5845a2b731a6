// Runs tests and counts them by the report that Vitest writes beside what it prints.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { program, root, run } from "./run.mjs"

export async function runTests(config, words) {
  if (!existsSync(join(root, config))) return { passed: 0, note: `there are none: no ${config}` }
  const folder = mkdtempSync(join(tmpdir(), "enishi-report-"))
  try {
    const report = join(folder, "report.json")
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
    const done = await run(program("vitest"), [
      "run",
      "--config",
      config,
      "--passWithNoTests",
      ...reporters,
      ...words,
    ])
    return counted(done, read(report))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function counted({ failed, output }, report) {
  if (!report) return { passed: 0, failed: 1, output }
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = report
  // A file that could not be loaded, or an error outside every test, fails the run without a failed test.
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  )
  const inTests = numFailedTests + unloaded.length
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : ""
  return {
    passed: numPassedTests,
    failed: Math.max(inTests, failed),
    note: `${numPassedTests + numFailedTests} tests in ${testResults.length} files${skipped}`,
    output,
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"))
  } catch {
    return undefined
  }
}
