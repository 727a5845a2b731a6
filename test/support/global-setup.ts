import { mkdtempSync, rmSync, statfsSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { openDatabase, openPool } from "#kernel/database/database.ts"
import { startEmbedded } from "#kernel/database/embedded.ts"
import { migrate } from "#kernel/database/migrations.ts"

declare module "vitest" {
  export interface ProvidedContext {
    server: { host: string; port: number; user: string; database: string }
    filesDir: string
  }
}

/** Memory instead of a disk, where there is enough of it: copying the template is most of the time. */
const roomyFolder = (): string => {
  try {
    const { bavail, bsize } = statfsSync("/dev/shm")
    return bavail * bsize > 2 ** 30 ? "/dev/shm" : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** One cluster for the whole run, with a migrated template that each test file clones. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const dataDir = mkdtempSync(join(roomyFolder(), "enishi-test-"))
  const server = await startEmbedded({ dataDir, database: "template_enishi", fast: true })
  const pool = openPool(server.connection, "owner", 2)
  await migrate(openDatabase(pool), pool, join(import.meta.dirname, "../../db/migrations"))
  await pool.end()
  project.provide("server", server.connection)
  project.provide("filesDir", join(dataDir, "files"))
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
