import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { stringify } from "csv-stringify/sync"
import iconv from "iconv-lite"
import { afterAll } from "vitest"
import { systemActor } from "#kernel/actor.ts"
import { readTable } from "#kernel/tables/read-table.ts"
import type { ImportCounts } from "../../src/modules/listings/imports/import-record.ts"
import type { Profile } from "../../src/modules/listings/imports/profile.ts"
import { importListings } from "../../src/modules/listings/imports/run-import.ts"
import { takamatsuEvents } from "../../src/modules/listings/imports/takamatsu-events.ts"
import { testWorld } from "./database.ts"

export type Cells = Readonly<Record<string, string>>

/** A row of the City of Takamatsu's sheet, with what matters to a test in place of the rest. */
export const event = (cells: Cells = {}): Cells => ({
  掲載年月: "2026-06",
  対象: "両方",
  開催日: "7月4日（土）",
  開始時間: "13:30",
  終了時間: "15:00",
  行事名: "はじめての手話",
  場所名称: "生涯学習センター",
  緯度: "34.34541",
  経度: "134.05404",
  説明: "手話であいさつをしてみます。",
  料金: "無料",
  定員: "申込先着20人",
  申込期間: "6月5日（金）9:00～",
  URL: "https://www.city.takamatsu.kagawa.jp/",
  問い合わせ先: "生涯学習センター",
  TEL: "087-811-6222",
  ...cells,
})

export type Encoding = "utf-8" | "utf-8-bom" | "cp932"

export const csvOf = (rows: readonly Cells[], encoding: Encoding = "utf-8"): Buffer => {
  const text = stringify([...rows], { header: true, columns: Object.keys(rows[0] ?? {}) })
  if (encoding === "cp932") return iconv.encode(text, "cp932")
  return Buffer.from(encoding === "utf-8-bom" ? `\ufeff${text}` : text)
}

/** A folder that is gone when the file of tests ends. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "import-"))
  afterAll(() => rm(folder, { recursive: true }))
  return folder
}

/** A city into which files are imported. */
export const importWorld = async (options: { readonly city?: string; readonly profile?: Profile } = {}) => {
  const world = await testWorld({ city: options.city ?? "takamatsu", now: "2026-06-10T10:00:00+09:00" })
  const folder = await temporaryFolder()
  const context = world.as(systemActor("import"))
  const refusedPath = join(folder, "events.csv.refused.csv")
  const profile = options.profile ?? takamatsuEvents

  const importFile = (path: string, using = profile): Promise<ImportCounts> =>
    importListings(context, { path, profile: using, refusedPath })

  return {
    ...world,
    folder,
    context,
    refusedPath,
    importFile,
    /** Imports rows or bytes, as a file of its own. */
    take: async (source: readonly Cells[] | Buffer, encoding?: Encoding): Promise<ImportCounts> => {
      const path = join(folder, "events.csv")
      await writeFile(path, Buffer.isBuffer(source) ? source : csvOf(source as readonly Cells[], encoding))
      return importFile(path)
    },
    listings: () =>
      world.owner
        .selectFrom("listings")
        .selectAll()
        .where("importProfile", "is not", null)
        .orderBy("id")
        .execute(),
    refused: async (): Promise<Cells[]> => {
      const rows = await Array.fromAsync((await readTable(await readFile(refusedPath))).rows)
      return rows.map(({ record }) => record)
    },
  }
}

export const counts = (some: Partial<ImportCounts>): ImportCounts => ({
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  merged: 0,
  refused: 0,
  toReview: 0,
  ...some,
})
