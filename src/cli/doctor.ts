import { sql } from "kysely"
import { verifyAudit } from "#kernel/audit/seal.ts"
import { missingContents, neededContents } from "#kernel/files/copy-contents.ts"
import { reading } from "#kernel/transaction.ts"
import { openProgram } from "../app.ts"
import type { Command } from "./command.ts"

export const doctorCommand: Command = {
  usage:
    "doctor                            looks whether everything is in order: audit chain, waiting work, mail, files",
  run: async ({ config }) => {
    const program = await openProgram(config)
    try {
      const faults = await reading(program, verifyAudit)
      const failedJobs = await count(program.ownerPool, "graphile_worker.jobs where last_error is not null")
      const failedMail = await count(program.ownerPool, "messages where state = 'failed'")
      const version = await sql<{ version: string }>`select version()`.execute(program.database)
      const missingFiles = (
        await missingContents(await neededContents(program.ownerPool), program.base.files)
      ).length
      const well = faults.length === 0 && failedJobs === 0 && failedMail === 0 && missingFiles === 0
      const json = {
        well,
        database: version.rows[0]?.version,
        auditFaults: faults,
        failedJobs,
        failedMail,
        missingFiles,
      }
      return { json, text: JSON.stringify(json, null, 2), refused: !well }
    } finally {
      await program.close()
    }
  },
}

const count = async (
  pool: { query: (text: string) => Promise<{ rows: { count: number }[] }> },
  from: string,
): Promise<number> => Number((await pool.query(`select count(*) as count from ${from}`)).rows[0]?.count ?? 0)
