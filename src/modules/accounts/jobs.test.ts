import { expect, test } from "vitest"
import { systemActor } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { verifyAudit } from "#kernel/audit/seal.ts"
import { drainJobs } from "#kernel/jobs/worker.ts"
import { reading, working } from "#kernel/transaction.ts"
import { testWorld } from "#test/support/database.ts"
import { setUpAccounts } from "./auth/auth.ts"
import { schedules, sealAuditJob } from "./jobs.ts"
import { sealState } from "./queries/audit.ts"

const world = await testWorld()
const logged: object[] = []
setUpAccounts({
  database: world.database,
  sessionSecret: "x".repeat(40),
  baseUrl: "http://localhost:3000",
  log: { info: (fields) => logged.push(fields) },
})
const context = world.as(systemActor("test"))

const act = (count: number) =>
  working(context, "accounts.test", async (work) => {
    for (let at = 0; at < count; at++)
      await audit(work, {
        hat: { kind: "system", name: "test" },
        subject: { kind: "thing", id: `${at}` },
        payload: { at },
      })
  })

const runSeal = async () => {
  await world.ownerPool.query("select graphile_worker.add_job('accounts.seal-audit', '{\"_cron\":{}}')")
  const { actor: _, ...base } = context
  await drainJobs({
    pool: world.ownerPool,
    context: base,
    jobs: [sealAuditJob as never],
    schedules: [],
    log: () => {},
  })
}

const state = () => reading(world, sealState)

test("acceptance 8: the job seals everything that waits, also more than one batch, and logs the heads", async () => {
  await act(1100)
  expect(await state()).toMatchObject({ batches: 0, waiting: 1100, lastSealed: null })
  await runSeal()
  expect(await state()).toMatchObject({ batches: 2, waiting: 0 })
  expect(logged).toEqual([
    { stream: "accounts", number: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    { stream: "accounts", number: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ])
  expect(await reading(world, verifyAudit)).toEqual([])
})

test("acceptance 8: with nothing new, nothing is sealed", async () => {
  await runSeal()
  expect(await state()).toMatchObject({ batches: 2 })
})

test("every minute the audit is sealed", () => {
  expect(schedules.find((schedule) => schedule.job === sealAuditJob)?.crontab).toBe("* * * * *")
})
