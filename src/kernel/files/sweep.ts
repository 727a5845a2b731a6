import { sql } from "kysely"
import { z } from "zod"
import { checkFileJob } from "./check.ts"
import { defineJob, enqueue } from "#kernel/jobs/jobs.ts"
import { working, type Context, type Work } from "#kernel/transaction.ts"

/** A content younger than this may belong to a transaction that has not ended yet. */
const young = "1 day"

/** Takes away what was removed or refused some days ago, and then every content that no file needs any more. */
export const sweepFiles = async (context: Context): Promise<{ files: number; contents: number }> => {
  await working(context, "files.sweep", checkForgotten)
  const files = await working(context, "files.sweep", forgetFiles)
  let contents = 0
  while (await working(context, "files.sweep", dropOne)) contents += 1
  for await (const { hash, at } of context.files.list())
    if (await working(context, "files.sweep", (work) => dropUnknown(work, hash, at))) contents += 1
  return { files, contents }
}

/** Whose check never came to an end is looked at once more. */
const checkForgotten = async (work: Work): Promise<void> => {
  const waiting = await work.tx
    .selectFrom("files")
    .select("publicId")
    .where("state", "=", "quarantined")
    .where("uploadedAt", "<", work.now.subtract({ hours: 1 }))
    .execute()
  for (const { publicId: id } of waiting) await enqueue(work, checkFileJob, { id }, { key: `check:${id}` })
}

const forgetFiles = async (work: Work): Promise<number> => {
  const until = work.now.subtract({ hours: 24 * work.city.settings.fileKeptDays.value })
  const { numDeletedRows } = await work.tx
    .deleteFrom("files")
    .where((eb) =>
      eb.or([
        eb("removedAt", "<", until),
        eb.and([eb("state", "=", "refused"), eb("uploadedAt", "<", until)]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** One content that nothing needs; its row is held until it is gone, and whoever wants it again waits. */
const dropOne = async (work: Work): Promise<boolean> => {
  const { rows } = await sql<{ hash: string }>`
    select hash from file_contents c where stored_at < now() - ${young}::interval
      and not exists (select from file_sizes s where s.hash = c.hash)
      and not exists (select from files f where f.hash = c.hash and f.state = 'quarantined')
    order by stored_at limit 1 for update skip locked`.execute(work.tx)
  const [content] = rows
  if (!content) return false
  await work.files.remove(content.hash)
  await work.tx.deleteFrom("fileContents").where("hash", "=", content.hash).execute()
  return true
}

/** What a transaction that came to nothing left behind: no row knows of it. */
const dropUnknown = async (work: Work, hash: string, at: Temporal.Instant): Promise<boolean> => {
  const { rows } = await sql`
    insert into file_contents (hash, bytes, stored_at)
    select ${hash}, 0, now() where ${at}::timestamptz < now() - ${young}::interval
    on conflict (hash) do nothing returning hash`.execute(work.tx)
  if (rows.length === 0) return false
  await work.files.remove(hash)
  await work.tx.deleteFrom("fileContents").where("hash", "=", hash).execute()
  return true
}

export const sweepFilesJob = defineJob("kernel.sweep-files", z.object({}), async (context) => {
  await sweepFiles(context)
})

/** Every night at 03:40 in Japan: the queue counts in UTC. */
export const sweepFilesSchedule = { job: sweepFilesJob, crontab: "40 18 * * *" }
