import { z } from "zod"
import { sealAudit } from "#kernel/audit/seal.ts"
import { defineJob, type Schedule } from "#kernel/jobs/jobs.ts"
import { working } from "#kernel/transaction.ts"
import { authOf } from "./auth/auth.ts"
import { sweepAuth } from "./auth/sessions.ts"

const nothing = z.record(z.string(), z.never())

/** Seals the audit. The heads go to the log: kept elsewhere, they show whether a whole chain was written anew. */
export const sealAuditJob = defineJob("accounts.seal-audit", nothing, async (context) => {
  while (!context.signal.aborted) {
    const heads = await working(context, "accounts.seal-audit", (work) => sealAudit(work.tx, work.now))
    if (heads.length === 0) return
    for (const head of heads) authOf(context).log.info(head, "audit sealed")
  }
})

export const sweepJob = defineJob("accounts.sweep", nothing, async (context) => {
  await working(context, "accounts.sweep", sweepAuth)
})

export const schedules: readonly Schedule[] = [
  { job: sealAuditJob, crontab: "* * * * *" },
  { job: sweepJob, crontab: "17 * * * *" },
]
