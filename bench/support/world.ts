import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { standingClock } from "#kernel/clock.ts"
import { startEmbedded } from "#kernel/database/embedded.ts"
import { buildProgram, createLog, prepareDatabase, type Program } from "../../src/app.ts"
import { seedDemo } from "../../src/cli/seed.ts"
import { readConfig } from "../../src/config.ts"

/** The program over an embedded database of its own, with the demo world, removed when the work is done. */
export const withProgram = async (
  run: (program: Program) => Promise<void>,
  city = "osaka",
): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), "enishi-bench-"))
  const server = await startEmbedded({ dataDir })
  try {
    const config = readConfig({
      DATA_DIR: dataDir,
      CITY: city,
      LOG_LEVEL: "error",
      SESSION_SECRET: "x".repeat(40),
    })
    const program = buildProgram(config, server.connection, createLog("error"), {
      clock: standingClock("2026-06-10T10:00:00+09:00"),
    })
    await prepareDatabase(program)
    await seedDemo(program)
    await run(program)
    await program.close()
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
