import { sql } from "kysely"
import type { z } from "zod"
import type { Context, Work } from "#kernel/transaction.ts"

// Background work. Enqueued by SQL in the transaction that causes it: no lost jobs, and none for what never happened.

export type JobContext = Context & { readonly signal: AbortSignal }

export type Job<P> = {
  readonly name: string
  readonly payload: z.ZodType<P>
  readonly run: (context: JobContext, payload: P) => Promise<void>
}

/** A job as a manifest lists it, whatever its payload. */
export type AnyJob = Job<never>

export const defineJob = <P>(name: string, payload: z.ZodType<P>, run: Job<P>["run"]): Job<P> => ({
  name,
  payload,
  run,
})

/** When a job runs again and again: a crontab pattern in UTC, without a payload. */
export type Schedule = { readonly job: Job<Record<string, never>>; readonly crontab: string }

export type JobOptions = {
  readonly at?: Temporal.Instant
  /** A second job with the same key takes the place of the first while that has not begun. */
  readonly key?: string
  readonly attempts?: number
}

export const enqueue = async <P>(
  work: Pick<Work, "tx">,
  job: Job<P>,
  payload: P,
  options: JobOptions = {},
): Promise<void> => {
  await sql`select enqueue_job(${job.name}, ${JSON.stringify(payload)}::json, ${options.at ?? null}::timestamptz,
    ${options.key ?? null}, ${options.attempts ?? 8}::int)`.execute(work.tx)
}
