import { createHash } from "node:crypto"
import { sql } from "kysely"
import { authorise } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { dayOf } from "#kernel/clock.ts"
import { Conflict, Gone, NotFound, TooMany } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import type { Lang } from "#kernel/messages/messages.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { canDecideReports } from "../policy.ts"
import { getRecord, lockRecord, type ListingRow } from "../queries/records.ts"
import type { Outcome, Why } from "../schema/reports.ts"
import { dueDay } from "./due.ts"
import { tellOffice, tellReporter } from "./letters.ts"
import { subjectOf } from "./publish.ts"

type Report = {
  readonly id: string
  readonly why: Why
  readonly text: string
  readonly address: string
  readonly lang: Lang
  /** The client's address; kept as a hash of the day. */
  readonly client: string
}

/** Of one client in an hour, and of one listing: more are no news to anybody. */
const mostPerClient = 5
const mostOpen = 50
const hour = Temporal.Duration.from({ hours: 1 })

/** X13: a reader, without an account, tells the competent office that something is wrong. */
export const reportListing = command("listings.report", async (work, input: Report) => {
  const row = await getRecord(work.tx, input.id)
  if (!row.firstPublishedAt) throw new NotFound(`listing ${input.id} was never public`)
  if (row.state !== "published") throw new Gone(`listing ${input.id} is ${row.state}`, row.publicReason ?? "")
  const client = hashOf(work, input.client)
  const open = await countOpen(work, row, client)
  if (open >= mostOpen) return { id: input.id }
  const { why, text: body, address, lang } = input
  const dueOn = dueDay(work, "listingReportDays")
  await work.tx
    .insertInto("listingReports")
    .values({ id: newId(), listingId: row.id, at: work.now, why, body, address, lang, client, dueOn })
    .execute()
  // One letter for all that wait together.
  if (open === 0) await tellOffice(work, row, "report")
  return { id: input.id }
})

/** How many wait for this listing; TooMany where one client sends one after the other, also at once. */
const countOpen = async (work: Work, row: ListingRow, client: string): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`listings.report:${client}`}, 0))`.execute(
    work.tx,
  )
  const { rows } = await sql<{ own: number; open: number }>`
    select
      (select count(*) from listing_reports where client = ${client} and at > ${work.now.subtract(hour)}) as own,
      (select count(*) from listing_reports where listing_id = ${row.id} and decided_at is null) as open`.execute(
    work.tx,
  )
  const { own, open } = rows[0] ?? { own: 0, open: 0 }
  if (own >= mostPerClient) throw new TooMany("one client reports again and again", hour.total("seconds"))
  return open
}

/** No list of people: the same client has another name every day. */
const hashOf = (work: Work, client: string): string =>
  createHash("sha256")
    .update(`${dayOf(work.now, work.city.zone).toString()} ${client}`)
    .digest("base64url")
    .slice(0, 22)

type Decision = { readonly id: string; readonly outcome: Outcome; readonly answer: string }

/** The office has looked: all that was reported of a listing is settled, and who left an address is told. */
export const decideReports = command("listings.decide-reports", async (work, input: Decision) => {
  const row = await lockRecord(work, input.id)
  const hat = authorise(canDecideReports(work.actor, row))
  const open = await work.tx
    .selectFrom("listingReports")
    .select(["id", "address", "lang"])
    .where("listingId", "=", row.id)
    .where("decidedAt", "is", null)
    .forUpdate()
    .$castTo<{ id: string; address: string; lang: Lang }>()
    .execute()
  if (open.length === 0) throw new Conflict("nothing is reported", { say: "web:error.moved-on" })
  const { outcome, answer } = input
  // The address was for this answer only.
  await work.tx
    .updateTable("listingReports")
    .set({ decidedAt: work.now, outcome, answer, address: "" })
    .where("listingId", "=", row.id)
    .where("decidedAt", "is", null)
    .execute()
  await audit(work, { hat, subject: subjectOf(row), payload: { outcome, answer, reports: open.length } })
  const told = new Set<string>()
  for (const { address, lang } of open) {
    if (address === "" || told.has(address)) continue
    told.add(address)
    await tellReporter(work, row, { accountId: null, address, lang }, answer)
  }
  return { id: input.id }
})
