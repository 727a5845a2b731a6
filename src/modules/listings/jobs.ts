import { z } from "zod"
import { systemActor } from "#kernel/actor.ts"
import { dayOf } from "#kernel/clock.ts"
import { defineJob, type JobContext, type Schedule } from "#kernel/jobs/jobs.ts"
import { touch } from "#kernel/stamps.ts"
import { working, type Context } from "#kernel/transaction.ts"
import { moveOnNext, writeOccurrences } from "./commands/occurrences.ts"
import type { Schedule as Dates } from "./schema/schedule.ts"

const nothing = z.object({}).catch({})
const batch = 500

/** Makes the next occurrences of rules that go on, some weeks before the made ones run out. */
export const expandListings = defineJob("listings.expand", nothing, async (context) => {
  while (!context.signal.aborted && (await expandSome(context)) === batch);
})

/** Lists are ordered by the next occurrence: when it is over, the one after it takes its place. */
export const moveListingsOn = defineJob("listings.move-on", nothing, async (context) => {
  while (!context.signal.aborted && (await moveSomeOn(context)) === batch);
})

export const schedules: readonly Schedule[] = [
  // 03:10 in Japan; crontabs are in UTC.
  { job: expandListings, crontab: "10 18 * * *" },
  { job: moveListingsOn, crontab: "*/5 * * * *" },
]

const expandSome = (context: JobContext): Promise<number> =>
  working(asProgram(context), "listings.expand", async (work) => {
    const due = await work.tx
      .selectFrom("listings")
      .select(["id", "schedule"])
      .where("extendOn", "<=", dayOf(work.now, work.city.zone))
      .orderBy("extendOn")
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .$castTo<{ id: string; schedule: Dates }>()
      .execute()
    for (const { id, schedule } of due) await writeOccurrences(work, id, schedule)
    if (due.length > 0) touch(work, "listings")
    return due.length
  })

/** Also for a demo world that was made at past times and is looked at now. */
export const moveSomeOn = (context: Context): Promise<number> =>
  working(asProgram(context), "listings.move-on", async (work) => {
    const due = await work.tx
      .selectFrom("listings")
      .select("id")
      .where("nextOverAt", "<=", work.now)
      .orderBy("nextOverAt")
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .execute()
    await moveOnNext(
      work,
      due.map(({ id }) => id),
    )
    if (due.length > 0) touch(work, "listings")
    return due.length
  })

const asProgram = (context: Context): Context => ({ ...context, actor: systemActor("listings") })
