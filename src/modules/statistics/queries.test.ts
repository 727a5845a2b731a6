import { describe, expect, it } from "vitest"
import { systemActor } from "#kernel/actor.ts"
import { recordFigure, reverseFigures, type Metric } from "#kernel/figures.ts"
import { newId } from "#kernel/ids.ts"
import { reading, working } from "#kernel/transaction.ts"
import { testWorld } from "#test/support/database.ts"
import { getFigure, listCounted, reportFigures } from "./queries.ts"
import { readFigureRequest } from "./schema.ts"

const zone = "Asia/Tokyo"
const metric: Metric = {
  system: "civic-portal",
  alsoIn: ["activity-publishing"],
  name: "test.items",
  label: "statistics:title",
  slug: "items",
  kind: "flow",
  unit: "件",
  definition: "statistics:lead",
  separately: { dimension: "source", value: "import" },
}

const request = (asOf: string, known: "then" | "now" = "now") => ({
  year: 2023,
  asOf: Temporal.PlainDate.from(asOf),
  known,
})

describe("the figures of a year", async () => {
  const world = await testWorld({ now: "2023-05-10T10:00:00+09:00" })
  const context = world.as(systemActor("test"))
  const count = (kind: string, source = "own", areaCode = "271195") =>
    working(context, "test.count", async (work) => {
      const subject = { kind: "thing", id: newId() }
      await recordFigure(work, { metric: metric.name, subject, areaCode, dims: { kind, source } })
      return subject
    })
  const figure = (asked: ReturnType<typeof request>) =>
    reading(context, (tx) => getFigure(tx, metric, asked, zone))

  await count("event")
  const wrong = await count("event")
  await count("volunteer")
  await count("volunteer")
  await count("volunteer", "own", "271268")
  await count("event", "import")
  world.clock.set("2023-07-01T10:00:00+09:00")
  await working(context, "test.reverse", (work) => reverseFigures(work, metric.name, wrong))

  it("acceptance 20: what was imported stands on a line of its own", async () => {
    expect(await figure(request("2023-12-31"))).toMatchObject({ value: 4, separate: 1 })
  })

  it("acceptance 10: as of a day, as known then and as known now", async () => {
    expect((await figure(request("2023-06-01", "then"))).value).toBe(5)
    expect((await figure(request("2023-06-01", "now"))).value).toBe(4)
  })

  it("civic-portal.R5: kinds stand in the order of how many were published", async () => {
    const { byKind } = await figure(request("2023-12-31"))
    expect(byKind).toEqual([
      { kind: "volunteer", value: 3 },
      { kind: "event", value: 1 },
    ])
  })

  it("X4: months that have not come are left out, those with nothing are 0", async () => {
    const { byMonth } = await figure(request("2023-06-15"))
    expect(byMonth.map(({ value }) => value)).toEqual([0, 4, 0])
  })

  it("X6: the list of a figure has as many records as the figure says", async () => {
    const asked = { ...request("2023-12-31"), page: 1, separate: false }
    const list = await reading(context, (tx) => listCounted(tx, metric, asked, zone))
    expect(list.rows).toHaveLength(list.total)
    expect(list.total).toBe(4)
    const imported = await reading(context, (tx) =>
      listCounted(tx, metric, { ...asked, separate: true }, zone),
    )
    expect(imported.rows).toHaveLength(1)
  })

  it("X7: one counter shown under two systems has the same value under both and is never added up", async () => {
    const lines = await reading(context, (tx) =>
      reportFigures(tx, [metric], request("2023-12-31"), zone, (key) => key),
    )
    const city = lines.filter((line) => line.area === null && line.metric === metric.name)
    expect(city.map(({ system, value }) => [system, value])).toEqual([
      ["civic-portal", 4],
      ["activity-publishing", 4],
    ])
    const areas = lines.filter(
      (line) => line.area !== null && line.metric === metric.name && line.system === "civic-portal",
    )
    expect(areas.map(({ area, value }) => [area, value])).toEqual([
      ["271195", 3],
      ["271268", 1],
    ])
  })
})

describe("what is asked of the figures", () => {
  const now = Temporal.Instant.from("2026-06-10T10:00:00+09:00")
  const read = (asked: Parameters<typeof readFigureRequest>[0]) => {
    const { year, asOf } = readFigureRequest(asked, now, zone)
    return `${year} ${asOf.toString()}`
  }

  it("X2: a finished year stands as of its last day, a running one as of today", () => {
    expect(read({ year: "2024" })).toBe("2024 2025-03-31")
    expect(read({})).toBe("2026 2026-06-10")
  })

  it("X1: years are read as people write them; what is no year or has not begun is this year", () => {
    expect(read({ year: "令和5年度" })).toBe("2023 2024-03-31")
    expect(read({ year: "2031" })).toBe("2026 2026-06-10")
    expect(read({ year: "令和0年度" })).toBe("2026 2026-06-10")
  })

  it("X2: a day before the year or after today is not taken", () => {
    expect(read({ year: "2023", asOf: "2023-12-31" })).toBe("2023 2023-12-31")
    expect(read({ year: "2023", asOf: "2022-12-31" })).toBe("2023 2024-03-31")
    expect(read({ year: "2026", asOf: "2026-12-31" })).toBe("2026 2026-06-10")
  })
})
