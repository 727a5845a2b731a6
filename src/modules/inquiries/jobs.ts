import { sql } from "kysely"
import { z } from "zod"
import { audit } from "#kernel/audit/audit.ts"
import { dayOf } from "#kernel/clock.ts"
import { defineJob, type JobContext, type Schedule } from "#kernel/jobs/jobs.ts"
import { forgetMessages } from "#kernel/messages/messages.ts"
import { ownHat } from "#kernel/actor.ts"
import { working, type Work } from "#kernel/transaction.ts"
import { saveClosed } from "./commands/reply.ts"
import { remindGroup, type Party } from "./commands/tell.ts"
import { refreshStanding } from "./queries/standings.ts"

const nothing = z.object({}).catch({})
const batch = 100

const inBatches = async (
  context: JobContext,
  verb: string,
  run: (work: Work) => Promise<number>,
): Promise<void> => {
  while (!context.signal.aborted && (await working(context, verb, run)) === batch);
}

/** Somebody waits for some business days: the group is reminded once. */
export const remindGroups = defineJob("inquiries.remind", nothing, (context) =>
  inBatches(context, "inquiries.remind", async (work) => {
    const due = await work.tx
      .selectFrom("inquiries")
      .selectAll()
      .where("remindOn", "<=", dayOf(work.now, work.city.zone))
      .where("state", "=", "open")
      .orderBy("remindOn")
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .$castTo<Party>()
      .execute()
    for (const party of due) {
      await work.tx.updateTable("inquiries").set({ remindOn: null }).where("id", "=", party.id).execute()
      await remindGroup(work, party)
    }
    return due.length
  }),
)

/** What nobody goes on with is closed by itself, so that it can be forgotten. */
export const closeIdle = defineJob("inquiries.close-idle", nothing, (context) =>
  inBatches(context, "inquiries.close", async (work) => {
    const { closeDays } = work.city.settings.inquiries
    const idle = await work.tx
      .selectFrom("inquiries")
      .select(["id", "version", "organisationId", "state"])
      .where("state", "!=", "closed")
      .where("lastAt", "<=", work.now.subtract({ hours: closeDays.value * 24 }))
      .orderBy("lastAt")
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const record of idle) {
      await saveClosed(work, record)
      await audit(work, {
        hat: ownHat(work.actor),
        subject: { kind: "inquiry", id: record.id },
        payload: { from: record.state, to: "closed", idle: true },
      })
    }
    for (const id of new Set(idle.map(({ organisationId }) => organisationId)))
      await refreshStanding(work, id)
    return idle.length
  }),
)

/** Months after the end what is personal goes: names, addresses, words, mail. That there was an inquiry, and when, stays. */
export const forgetOld = defineJob("inquiries.forget", nothing, (context) =>
  inBatches(context, "inquiries.forget", async (work) => {
    const { keepMonths } = work.city.settings.inquiries
    const before = work.now.toZonedDateTimeISO(work.city.zone).subtract({ months: keepMonths.value })
    const old = await work.tx
      .selectFrom("inquiries")
      .select("id")
      .where("state", "=", "closed")
      .where("closedAt", "<=", before.toInstant())
      .where("forgottenAt", "is", null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("inquiryCases")
              .select("inquiryCases.id")
              .whereRef("inquiryId", "=", "inquiries.id")
              .where("settledAt", "is", null),
          ),
        ),
      )
      .orderBy("closedAt")
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .execute()
    await forget(
      work,
      old.map(({ id }) => id),
    )
    return old.length
  }),
)

const forget = async (work: Work, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  const { tx, now } = work
  await tx
    .updateTable("inquiries")
    .set({
      askerAccountId: null,
      askerName: "",
      askerAddress: "",
      askerKey: sql<string>`'gone-' || id`,
      mailKey: "",
      forgottenAt: now,
    })
    .where("id", "in", [...ids])
    .execute()
  await tx
    .updateTable("inquiryMessages")
    .set({ name: "", body: "", accountId: null, mailId: null })
    .where("inquiryId", "in", [...ids])
    .execute()
  await tx
    .updateTable("inquiryCases")
    .set({ note: "", outcome: "" })
    .where("inquiryId", "in", [...ids])
    .execute()
  await forgetMessages(work, { kind: "inquiry", ids })
}

export const schedules: readonly Schedule[] = [
  // 8:00 in Japan, before people begin their day; crontabs are in UTC.
  { job: remindGroups, crontab: "0 23 * * *" },
  { job: closeIdle, crontab: "40 18 * * *" },
  { job: forgetOld, crontab: "50 18 * * *" },
]
