import { sql } from "kysely"
import type { TableRow } from "#kernel/tables/read-table.ts"
import { reading, working, type Context, type Work } from "#kernel/transaction.ts"
import { listBodies } from "#modules/places"
import { findCorrections } from "./corrections.ts"
import { beginRecord, endRecord, recordBatch, type ImportCounts } from "./import-record.ts"
import { openFile } from "./open-file.ts"
import type { Profile } from "./profile.ts"
import { readRows, type Reader } from "./read-rows.ts"
import { writeRefused } from "./refused-file.ts"
import { survey, type Plan } from "./survey.ts"
import { writeBatch, type Import, type Item } from "./write-batch.ts"

export type Progress = {
  readonly step: "reading" | "writing"
  readonly rows: number
  /** Of the file, from 0 to 1. */
  readonly share: number
}

export type ImportRequest = {
  readonly path: string
  readonly profile: Profile
  /** Where refused rows are written, if there are any. */
  readonly refusedPath: string
  readonly onProgress?: (progress: Progress) => void
}

const batchSize = 200

/**
 * Takes over a file of another publisher. Each batch stands once it is written: a file that is brought again, also
 * after an import that was ended in the middle, changes only what it has newer.
 */
export const importListings = async (context: Context, request: ImportRequest): Promise<ImportCounts> => {
  const { path, profile, onProgress } = request
  const reader = await openFile(path, profile, context.city)
  const plan = await makePlan(reader, request)
  const run = await prepare(context, profile, plan)
  const id = await working(context, "listings.begin-import", (work) => beginRecord(work, path, reader))
  const { rows: all, merged, refused } = plan.counts
  let counts: ImportCounts = { rows: all, created: 0, updated: 0, unchanged: 0, merged, refused, toReview: 0 }
  let rows = 0
  for await (const { items, row } of batches(reader, plan)) {
    counts = await working(context, "listings.import", (work) => takeOver(work, run, id, items, counts))
    rows += items.length
    onProgress?.({ step: "writing", rows, share: row.read })
  }
  await working(context, "listings.end-import", (work) => endRecord(work, id, counts))
  return counts
}

/** The first reading. Refused rows are written down on the way. */
const makePlan = async (reader: Reader, { refusedPath, onProgress }: ImportRequest): Promise<Plan> => {
  let rows = 0
  const onRow = (row: TableRow): void => {
    rows += 1
    if (rows % batchSize === 0) onProgress?.({ step: "reading", rows, share: row.read })
  }
  const found: { plan?: Plan } = {}
  const refused = async function* () {
    found.plan = yield* survey(reader, onRow)
  }
  await writeRefused(refusedPath, reader.table.headings.names, refused())
  if (!found.plan) throw new Error("the file was not read to its end")
  return found.plan
}

/** What an office imports is the City's: no group stands behind it. */
const prepare = (context: Context, profile: Profile, plan: Plan): Promise<Import> =>
  reading(context, async (tx) => {
    const city = (await listBodies(tx)).find(({ slug }) => slug === "city")
    if (!city) throw new Error("the city has no body called city")
    const corrections = await findCorrections(tx, profile.name, plan.names)
    return { profile: profile.name, owner: { organisationId: null, bodyId: city.id }, corrections }
  })

/** Only the last row of each listing is taken over: of several editions the newest one wins. */
const batches = async function* (reader: Reader, plan: Plan) {
  let items: Item[] = []
  let last: TableRow | undefined
  for await (const read of readRows(reader)) {
    if (!("accepted" in read)) continue
    const { row, accepted } = read
    const key = plan.keyOf(accepted.identity)
    if (!plan.isLast(key, row, accepted.edition)) continue
    items.push({ key, accepted })
    last = row
    if (items.length < batchSize) continue
    yield { items, row }
    items = []
  }
  if (last && items.length > 0) yield { items, row: last }
}

const takeOver = async (
  work: Work,
  run: Import,
  id: string,
  items: readonly Item[],
  before: ImportCounts,
): Promise<ImportCounts> => {
  await waitForOthers(work, run.profile)
  const written = await writeBatch(work, run, items)
  const counts = {
    ...before,
    created: before.created + written.created.length,
    updated: before.updated + Object.keys(written.updated).length,
    unchanged: before.unchanged + written.unchanged,
    toReview: before.toReview + written.toReview,
  }
  await recordBatch(work, id, counts, written)
  return counts
}

/** Two imports by one profile take turns, batch by batch, and see what the other one wrote. */
const waitForOthers = async (work: Work, profile: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`listings.import:${profile}`}, 0))`.execute(
    work.tx,
  )
}
