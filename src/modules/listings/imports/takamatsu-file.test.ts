import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import { expect, test } from "vitest"
import { fitCp932, withTwins } from "#kernel/tables/cp932.ts"
import { counts, importWorld, type Cells } from "#test/support/imports.ts"

const file = join(import.meta.dirname, "../../../../../shared/data/takamatsu/events-2023-2026.csv")
const absent = !existsSync(file)
const real = { skip: absent, timeout: 120_000 }

const rowsOf = (text: string): Cells[] => parse(text, { columns: true, bom: true })

const all = counts({ rows: 1268, merged: 157, toReview: 39 })

// One world for all of them: making its listings is what takes long.
const world = absent ? undefined : await importWorld()
const used = () => {
  if (!world) throw new Error("skipped without the file")
  return world
}

const titleOf = (row: Cells | undefined): string => (row?.["行事名"] ?? "").replaceAll(/\s*\n\s*/g, "　")

test(
  "acceptance 18: every row of the real file is taken over or merged (needs ../shared/data)",
  real,
  async () => {
    const made = await used().importFile(file)
    expect(made).toEqual({ ...all, created: 1111 })
    expect(made.created + made.updated + made.unchanged + made.merged + made.refused).toBe(made.rows)
    const listings = await used().listings()
    expect(new Set(listings.map(({ state, licence, credit }) => `${state} ${licence} ${credit}`))).toEqual(
      new Set(["published CC BY 4.0 高松市オープンデータを加工"]),
    )
    expect(listings.filter(({ scheduleText }) => scheduleText === "")).toEqual([])
  },
)

test(
  "acceptance 20: each of its listings is counted once, as imported (needs ../shared/data)",
  real,
  async () => {
    const figures = await used()
      .owner.selectFrom("figureEvents")
      .select((eb) => ["dims", eb.fn.countAll<number>().as("count")])
      .groupBy("dims")
      .execute()
    expect(figures).toEqual([{ dims: { kind: "event", source: "import" }, count: 1111 }])
  },
)

test(
  "acceptance 18: the second run of the real file changes nothing (needs ../shared/data)",
  real,
  async () => {
    const before = await used().listings()
    expect(await used().importFile(file)).toEqual({ ...all, unchanged: 1111 })
    expect(await used().listings()).toEqual(before)
  },
)

test(
  "acceptance 18: a changed cell of the real file changes its own listing (needs ../shared/data)",
  real,
  async () => {
    const before = await used().listings()
    const rows = rowsOf(await readFile(file, "utf8"))
    const changed = rows.map((row, at) => (at === 700 ? { ...row, 料金: "1,234円" } : row))
    expect(await used().take(changed)).toEqual({ ...all, updated: 1, unchanged: 1110 })
    const after = await used().listings()
    const different = after.filter((row, at) => JSON.stringify(row) !== JSON.stringify(before[at]))
    expect(different.map(({ fee, title }) => [fee, title])).toEqual([["1,234円", titleOf(rows[700])]])
  },
)

test(
  "acceptance 18: in CP932 and in UTF-8 with and without BOM it is the same (needs ../shared/data)",
  real,
  async () => {
    // CP932 lacks some characters of the file: what it can hold is written in all three.
    const rows = rowsOf(fitCp932(withTwins(await readFile(file, "utf8"))).text)
    const { updated, ...others } = await used().take(rows, "cp932")
    // None of those is taken for one that a person has edited.
    expect(others).toMatchObject({ created: 0, unchanged: 1111 - updated, toReview: all.toReview })
    expect(updated).toBeGreaterThan(0)
    for (const encoding of ["utf-8", "utf-8-bom"] as const)
      expect(await used().take(rows, encoding)).toEqual({ ...all, unchanged: 1111 })
  },
)
