import { z } from "zod"
import { systemActor } from "#kernel/actor.ts"
import { defineJob, type JobContext, type Schedule } from "#kernel/jobs/jobs.ts"
import { working, type Work } from "#kernel/transaction.ts"
import { batch, endSomeTerms, forgetClients, hideSomeStale, remindSome } from "./commands/remind.ts"

const nothing = z.object({}).catch({})

/** Some at a time, each time in a transaction of its own, until there are no more. */
const inBatches = async (
  context: JobContext,
  verb: string,
  some: (work: Work) => Promise<number>,
): Promise<void> => {
  const asProgram = { ...context, actor: systemActor("organisations") }
  while (!context.signal.aborted && (await working(asProgram, verb, some)) === batch);
}

export const remindGroups = defineJob("organisations.remind", nothing, (context) =>
  inBatches(context, "organisations.remind", remindSome),
)

export const hideStaleGroups = defineJob("organisations.hide-stale", nothing, async (context) => {
  await inBatches(context, "organisations.leave-lists", hideSomeStale)
  await inBatches(context, "organisations.forget-clients", forgetClients)
})

export const endTerms = defineJob("organisations.end-terms", nothing, (context) =>
  inBatches(context, "organisations.end-term", endSomeTerms),
)

export const schedules: readonly Schedule[] = [
  // 00:05, 03:40 and 09:15 in Japan; crontabs are in UTC.
  { job: endTerms, crontab: "5 15 * * *" },
  { job: hideStaleGroups, crontab: "40 18 * * *" },
  { job: remindGroups, crontab: "15 0 * * *" },
]
