import { z } from "zod"
import { systemActor } from "#kernel/actor.ts"
import { dayOf } from "#kernel/clock.ts"
import { defineJob, type JobContext, type Schedule } from "#kernel/jobs/jobs.ts"
import { touch } from "#kernel/stamps.ts"
import { working, type Context } from "#kernel/transaction.ts"
import { askGroup } from "./commands/confirm.ts"
import { moveOnNext, writeOccurrences } from "./commands/occurrences.ts"
import { releaseListing } from "./commands/release.ts"
import { dropOldTypings } from "./commands/typings.ts"
import type { ListingRow } from "./queries/records.ts"
import type { Schedule as Dates } from "./schema/schedule.ts"
import { daysKept } from "./schema/typings.ts"

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

/** X13: what was scheduled becomes public in the minute that its group has set. */
export const releaseListings = defineJob("listings.release", nothing, async (context) => {
  while (!context.signal.aborted && (await releaseOne(context)));
})

/** activity-publishing.R8: groups are asked whether what runs for long still fits. */
export const askGroups = defineJob("listings.ask", nothing, async (context) => {
  while (!context.signal.aborted && (await askSome(context)) === askedAtOnce);
})

/** What somebody began to type and never went on with is forgotten. */
export const sweepTypings = defineJob("listings.sweep-typings", nothing, async (context) => {
  await working(asProgram(context), "listings.sweep-typings", (work) =>
    dropOldTypings(work, work.now.subtract({ hours: 24 * daysKept })),
  )
})

export const schedules: readonly Schedule[] = [
  { job: releaseListings, crontab: "* * * * *" },
  // 09:30 in Japan, when people read what they are asked.
  { job: askGroups, crontab: "30 0 * * *" },
  { job: sweepTypings, crontab: "40 18 * * *" },
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
    for (const { id, schedule } of due) await writeOccurrences(work, id, schedule, true)
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

/** One at a time: what hinders one hinders no other. */
const releaseOne = (context: JobContext): Promise<boolean> =>
  working(asProgram(context), "listings.release", async (work) => {
    const row = await work.tx
      .selectFrom("listings")
      .selectAll()
      .where("state", "=", "scheduled")
      .where("publishAt", "<=", work.now)
      .orderBy("publishAt")
      .limit(1)
      .forUpdate()
      .skipLocked()
      .$castTo<ListingRow>()
      .executeTakeFirst()
    if (!row) return false
    await releaseListing(work, row)
    return true
  })

const askedAtOnce = 50

const askSome = (context: JobContext): Promise<number> =>
  working(asProgram(context), "listings.ask", async (work) => {
    const { listingAskMonths } = work.city.settings
    if (listingAskMonths.value === 0) return 0
    const since = work.now
      .toZonedDateTimeISO(work.city.zone)
      .subtract({ months: listingAskMonths.value })
      .toInstant()
    const due = await work.tx
      .selectFrom("listings")
      .selectAll()
      .where("state", "=", "published")
      .where("organisationId", "is not", null)
      .where("updatedAt", "<=", since)
      .where((eb) => eb.or([eb("endsAt", "is", null), eb("endsAt", ">", work.now)]))
      .where((eb) => eb.or([eb("askedAt", "is", null), eb("askedAt", "<=", since)]))
      .orderBy("updatedAt")
      .limit(askedAtOnce)
      .forUpdate()
      .skipLocked()
      .$castTo<ListingRow>()
      .execute()
    for (const row of due) await askGroup(work, row)
    return due.length
  })

const asProgram = (context: Context): Context => ({ ...context, actor: systemActor("listings") })
