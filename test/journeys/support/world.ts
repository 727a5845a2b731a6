import { cpSync } from "node:fs"
import { afterAll, inject } from "vitest"
import { openPool } from "#kernel/database/database.ts"
import { startEmbedded } from "#kernel/database/embedded.ts"
import { removeFolder, temporaryFolder } from "./folders.ts"
import { type Environment, type Running, startProgram } from "./running.ts"

const folders: string[] = []

// Said first, done last: when every program of the test file has ended.
afterAll(() => {
  for (const folder of folders) removeFolder(folder)
})

/** A data folder for one test file, gone with it: empty, or with the demo world that was made once for all. */
export const ownDataDir = (content: "empty" | "demo"): string => {
  const folder = temporaryFolder()
  folders.push(folder)
  if (content === "demo") cpSync(inject("demoWorld"), folder, { recursive: true, preserveTimestamps: true })
  return folder
}

/** The demo world, running; it ends with the test file. */
export const runningDemo = async (env: Environment = {}): Promise<Running & { readonly dataDir: string }> => {
  const dataDir = ownDataDir("demo")
  const running = await startProgram({ dataDir, env })
  afterAll(async () => void (await running.stop()))
  return { ...running, dataDir }
}

/** The database of a running program, as its owner: to look where no page shows, and to make many rows at once. */
export const databaseOf = async (dataDir: string) => {
  const embedded = await startEmbedded({ dataDir })
  const pool = openPool(embedded.connection, "owner", 2)
  afterAll(async () => {
    await pool.end()
    await embedded.stop()
  })
  return pool
}
