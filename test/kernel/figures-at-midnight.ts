// Run by figures.test.ts as a process of its own, so that it stands in another time zone: records one figure ten
// minutes before and one ten minutes after the end of a fiscal year in Japan, and prints how each year counts them.
import { findCity } from "#cities/cities.ts"
import { systemActor } from "#kernel/actor.ts"
import { standingClock } from "#kernel/clock.ts"
import { openDatabase, openPool, type Connection } from "#kernel/database/database.ts"
import { countFigure, recordFigure } from "#kernel/figures.ts"
import { fiscalYearAt, fiscalYearDays } from "#kernel/fiscal-year.ts"
import { newId } from "#kernel/ids.ts"
import { folderStore } from "#kernel/files/store.ts"
import { staysInLedger } from "#kernel/messages/outgoing.ts"
import { reading, working, type Context } from "#kernel/transaction.ts"

const [connection = "{}", metric = ""] = process.argv.slice(2)
const pool = openPool(JSON.parse(connection) as Connection, "program", 2)
const clock = standingClock("2024-03-31T23:50:00+09:00")
const city = findCity("osaka")
const context: Context = {
  database: openDatabase(pool),
  actor: systemActor("test"),
  clock,
  city,
  handlers: new Map(),
  baseUrl: "http://localhost:3000",
  outgoing: staysInLedger,
  files: folderStore("nowhere"),
  secret: "a secret for tests, long enough to be one",
}

const record = () =>
  working(context, "test.record", (work) =>
    recordFigure(work, { metric, subject: { kind: "test", id: newId() } }),
  )
const count = async (year: number): Promise<number> => {
  const { first, last } = fiscalYearDays(year)
  const question = { metric, first, last, asOf: last, known: "then", zone: city.zone } as const
  const sums = await reading(context, (tx) => countFigure(tx, question, "none"))
  return sums.get("") ?? 0
}

const before = fiscalYearAt(clock.now(), city.zone)
await record()
clock.set("2024-04-01T00:10:00+09:00")
const after = fiscalYearAt(clock.now(), city.zone)
await record()
const local = new Date("2024-03-31T15:10:00Z").getDate()
console.log(JSON.stringify({ local, before, after, in2023: await count(2023), in2024: await count(2024) }))
await pool.end()
