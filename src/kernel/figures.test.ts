import { execFile } from "node:child_process"
import { join } from "node:path"
import { promisify } from "node:util"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { systemActor } from "#kernel/actor.ts"
import {
  countFigure,
  listFigureSubjects,
  recordFigure,
  reverseFigures,
  type FigureQuestion,
} from "#kernel/figures.ts"
import { fiscalYearDays } from "#kernel/fiscal-year.ts"
import { newId } from "#kernel/ids.ts"
import { reading, working } from "#kernel/transaction.ts"
import { testWorld } from "#test/support/database.ts"

const world = await testWorld()
const context = world.as(systemActor("test"))
const day = (text: string) => Temporal.PlainDate.from(text)

const record = (event: Parameters<typeof recordFigure>[1], at: string) => {
  world.clock.set(at)
  return working(context, "test.record", (work) => recordFigure(work, event))
}
const reverse = (metric: string, id: string, at: string) => {
  world.clock.set(at)
  return working(context, "test.reverse", (work) => reverseFigures(work, metric, { kind: "post", id }))
}
const asking = (metric: string, asOf: string, known: "then" | "now"): FigureQuestion => {
  const { first, last } = fiscalYearDays(2023)
  return { metric, first, last, asOf: day(asOf), known, zone: "Asia/Tokyo" }
}
const sums = (question: FigureQuestion, dimension = "kind") =>
  reading(context, (tx) => countFigure(tx, question, dimension))
const total = async (question: FigureQuestion) =>
  [...(await sums(question)).values()].reduce((sum, each) => sum + each, 0)
const subjects = (question: FigureQuestion) =>
  reading(context, (tx) => listFigureSubjects(tx, question, { limit: 10, offset: 0 }))

test("acceptance 10: a past day, as known then and as known now, after a correction in between", async () => {
  const spam = newId()
  await record({ metric: "posts", subject: { kind: "post", id: newId() } }, "2023-06-01T10:00:00+09:00")
  await record({ metric: "posts", subject: { kind: "post", id: spam } }, "2023-12-20T10:00:00+09:00")
  await reverse("posts", spam, "2024-02-10T10:00:00+09:00")
  await record({ metric: "posts", subject: { kind: "post", id: newId() } }, "2024-03-01T10:00:00+09:00")

  expect(await total(asking("posts", "2023-12-31", "then"))).toBe(2)
  expect(await total(asking("posts", "2023-12-31", "now"))).toBe(1)
  expect(await total(asking("posts", "2023-12-19", "then"))).toBe(1)
  expect(await total(asking("posts", "2024-02-09", "then"))).toBe(2)
  expect(await total(asking("posts", "2024-02-10", "then"))).toBe(1)
  expect(await total(asking("posts", "2024-03-31", "then"))).toBe(2)
})

test("X2: what was entered late for an earlier day counts now and did not count then", async () => {
  const late = { metric: "late", subject: { kind: "post", id: newId() }, occurredOn: day("2023-10-05") }
  await record(late, "2023-11-05T10:00:00+09:00")
  expect(await total(asking("late", "2023-10-31", "then"))).toBe(0)
  expect(await total(asking("late", "2023-10-31", "now"))).toBe(1)
})

test("X2: known until the last moment of the day, in the city's zone", async () => {
  const event = { metric: "moment", subject: { kind: "post", id: newId() }, occurredOn: day("2023-05-01") }
  await record(event, "2023-05-31T23:59:59.999+09:00")
  await record({ ...event, subject: { kind: "post", id: newId() } }, "2023-06-01T00:00:00+09:00")
  expect(await total(asking("moment", "2023-05-31", "then"))).toBe(1)
  expect(await total(asking("moment", "2023-06-01", "then"))).toBe(2)
})

test("X16: a reversal keeps the old rows, happens once, and what is counted again stands again", async () => {
  const id = newId()
  const event = { metric: "again", subject: { kind: "post", id }, delta: 3 }
  await record(event, "2023-06-01T10:00:00+09:00")
  await reverse("again", id, "2023-06-02T10:00:00+09:00")
  await reverse("again", id, "2023-06-03T10:00:00+09:00")
  expect(await total(asking("again", "2023-06-30", "now"))).toBe(0)
  await record(event, "2023-06-04T10:00:00+09:00")
  expect(await total(asking("again", "2023-06-30", "now"))).toBe(3)
  const { rows } = await sql<{ delta: number }>`
    select delta from figure_events where metric = 'again' order by recorded_at`.execute(world.owner)
  expect(rows.map(({ delta }) => delta)).toEqual([3, -3, 3])
})

test("X16: the program may not change or delete what was counted", async () => {
  for (const change of ["update figure_events set delta = 9", "delete from figure_events"])
    await expect(sql.raw(change).execute(world.database)).rejects.toMatchObject({ code: "42501" })
})

test("X6: a figure opens into exactly the subjects that it counts, newest first", async () => {
  const [first, second, spam] = [newId(), newId(), newId()]
  const kind = { kind: "event" }
  const at = "2023-07-10T10:00:00+09:00"
  const about = (id: string) => ({ metric: "open", subject: { kind: "post", id }, dims: kind })
  await record({ ...about(first), occurredOn: day("2023-07-01") }, at)
  await record({ ...about(second), occurredOn: day("2023-07-05") }, at)
  await record({ ...about(spam), occurredOn: day("2023-07-06") }, at)
  await reverse("open", spam, "2023-07-11T10:00:00+09:00")

  const now = asking("open", "2023-07-31", "now")
  expect((await subjects(now)).map((row) => row.subjectId)).toEqual([second, first])
  expect(await subjects(now)).toMatchObject([{ dims: kind }, { dims: kind }])
  const then = asking("open", "2023-07-10", "then")
  expect((await subjects(then)).map((row) => row.subjectId)).toEqual([spam, second, first])
  expect((await subjects({ ...now, asOf: day("2023-07-04") })).map((row) => row.subjectId)).toEqual([first])
})

test("X12: sums by dimension and by area", async () => {
  const at = "2023-08-01T10:00:00+09:00"
  const post = (dims: Record<string, string>, areaCode: string | null) =>
    record({ metric: "dims", subject: { kind: "post", id: newId() }, dims, areaCode }, at)
  await post({ kind: "event" }, "271195")
  await post({ kind: "event" }, "271268")
  await post({ kind: "news" }, "271195")
  await post({}, null)
  const question = asking("dims", "2024-03-31", "now")
  expect(Object.fromEntries(await sums(question))).toEqual({ "": 1, event: 2, news: 1 })
  expect(Object.fromEntries(await sums({ ...question, areaCode: "271195" }))).toEqual({ event: 1, news: 1 })
})

test("X1: without a day of its own, an event counts on its day in Japan", async () => {
  await record({ metric: "night", subject: { kind: "post", id: newId() } }, "2023-06-30T15:30:00Z")
  const rows = await subjects(asking("night", "2024-03-31", "now"))
  expect(rows.map((row) => row.occurredOn.toString())).toEqual(["2023-07-01"])
})

const run = promisify(execFile)
const script = join(import.meta.dirname, "../../test/kernel/figures-at-midnight.ts")

test.each([
  ["UTC", 31],
  ["America/Los_Angeles", 31],
  ["Asia/Tokyo", 1],
])(
  "acceptance 10: both sides of the year's end are in their years on a server in %s",
  async (zone, local) => {
    await sql`alter database ${sql.id(world.connection.database)} set timezone to ${sql.lit(zone)}`.execute(
      world.owner,
    )
    const environment = { PATH: process.env["PATH"] ?? "", TZ: zone }
    const words = [script, JSON.stringify(world.connection), `midnight.${zone}`]
    const { stdout } = await run(process.execPath, words, { env: environment })
    expect(JSON.parse(stdout)).toEqual({ local, before: 2023, after: 2024, in2023: 1, in2024: 1 })
  },
)
