import { Logger, type Runner, type TaskList, parseCronItems, run, runTaskListOnce } from "graphile-worker"
import type pg from "pg"
import { z } from "zod"
import { systemActor } from "#kernel/actor.ts"
import type { Context } from "#kernel/transaction.ts"
import type { AnyJob, JobContext, Schedule } from "./jobs.ts"

type WorkerParts = {
  /** The owner's pool: the queue's tables have row-level security. */
  readonly pool: pg.Pool
  readonly context: Omit<Context, "actor">
  readonly jobs: readonly AnyJob[]
  readonly schedules: readonly Schedule[]
  readonly log: (level: string, message: string) => void
}

const taskList = (parts: WorkerParts): TaskList =>
  Object.fromEntries(
    parts.jobs.map((job) => [
      job.name,
      async (payload: unknown, helpers: { abortSignal?: AbortSignal }) => {
        const context: JobContext = {
          ...parts.context,
          actor: systemActor(job.name),
          signal: helpers.abortSignal ?? new AbortController().signal,
        }
        const parsed = z.parse(job.payload as z.ZodType, withoutCron(payload))
        await job.run(context, parsed as never)
      },
    ]),
  )

/** A scheduled job gets the schedule's own note in its payload. */
const withoutCron = (payload: unknown): unknown => {
  const { _cron, ...rest } = (payload ?? {}) as Record<string, unknown>
  return rest
}

export const startWorker = (parts: WorkerParts): Promise<Runner> =>
  run({
    pgPool: parts.pool,
    taskList: taskList(parts),
    parsedCronItems: parseCronItems(
      parts.schedules.map(({ job, crontab }) => ({ task: job.name, match: crontab, identifier: job.name })),
    ),
    concurrency: 4,
    pollInterval: 2000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => parts.log(level, message)),
  })

/** Runs every job that is due and fails when one of them failed. For tests and the set-up of the demo. */
export const drainJobs = async (parts: WorkerParts): Promise<void> => {
  const client = await parts.pool.connect()
  try {
    await runTaskListOnce({ logger: new Logger(() => () => {}) }, taskList(parts), client)
    const failed = await client.query<{ identifier: string; error: string }>(
      "select task_identifier as identifier, last_error as error from graphile_worker.jobs where last_error is not null",
    )
    const [first] = failed.rows
    if (first) throw new Error(`the job ${first.identifier} failed: ${first.error}`)
  } finally {
    client.release()
  }
}
