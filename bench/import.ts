import { createReadStream } from "node:fs"
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pipeline } from "node:stream/promises"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { from as copyFrom } from "pg-copy-streams"
import { systemActor } from "#kernel/actor.ts"
import { writeTable } from "#kernel/tables/write-table.ts"
import { importListings, importProfiles } from "#modules/listings"
import type { Program } from "../src/app.ts"
import { report } from "./support/report.ts"
import { withProgram } from "./support/world.ts"

// A large file of free-text events, against COPY of the same file into a bare table: what reading dates, merging,
// publishing, indexing and counting cost. And the memory that an import holds at most, against the size of its file.

const rows = Number(process.argv[2] ?? 200_000)
const profile = importProfiles.find(({ name }) => name === "takamatsu-events")

const days = (at: number): string => {
  const month = 1 + (at % 12)
  const day = 1 + (at % 28)
  return (
    [`${month}月${day}日`, `${month}月${day}日・${day + 1 > 28 ? 28 : day + 1}日`, `①${month}月${day}日`][
      at % 3
    ] ?? ""
  )
}

/** Every tenth row is about the one before it, in the next edition; every thousandth lacks its description. */
const rowOf = (at: number): string[] => {
  const about = at % 10 === 9 ? at - 1 : at
  const edition = `2026-0${at % 10 === 9 ? 2 : 1}`
  return [
    ...[
      edition,
      "両方",
      days(about),
      about % 2 ? "13:30" : "①10：00\n②13：30",
      about % 2 ? "15:00" : "①12：00\n②15：30",
    ],
    ...[`市民の集い その${about}`, "生涯学習センター\n２階", "34.34541", "134.05404"],
    at % 1000 === 500 ? "" : `だれでも参加できる集いの${about}回目です。はじめての方もどうぞ。`.repeat(3),
    ...["無料", "申込先着20人", "1月5日（月）9:00～", "https://www.city.takamatsu.kagawa.jp/"],
    ...["生涯学習センター", "087-811-6222"],
  ]
}

const generate = function* (): Generator<string[]> {
  for (let at = 0; at < rows; at++) yield rowOf(at)
}

const collector = (): (() => void) => {
  setFlagsFromString("--expose-gc")
  return runInNewContext("gc") as () => void
}

const copy = async ({ ownerPool }: Program, path: string, columns: readonly string[]): Promise<number> => {
  const client = await ownerPool.connect()
  try {
    await client.query(
      `create unlogged table bench_copy (${columns.map((_, at) => `c${at} text`).join(", ")})`,
    )
    const start = performance.now()
    const into = client.query(copyFrom("copy bench_copy from stdin with (format csv, header)"))
    await pipeline(createReadStream(path), into)
    const seconds = (performance.now() - start) / 1000
    await client.query("drop table bench_copy")
    return rows / seconds
  } finally {
    client.release()
  }
}

const megabytes = (bytes: number): number => bytes / 1024 / 1024

const take = async (program: Program, path: string): Promise<{ rate: number; held: number }> => {
  if (!profile) throw new Error("the profile is gone")
  const collect = collector()
  const heap = (): number => {
    collect()
    return megabytes(process.memoryUsage().heapUsed)
  }
  const before = heap()
  let most = before
  let seen = ""
  const onProgress = ({ step, share }: { step: string; share: number }): void => {
    const tenth = `${step} ${Math.floor(share * 10)}`
    if (tenth !== seen) most = Math.max(most, heap())
    seen = tenth
  }
  const start = performance.now()
  const context = { ...program.base, actor: systemActor("import") }
  const counts = await importListings(context, {
    ...{ path, profile, onProgress },
    refusedPath: `${path}.refused.csv`,
  })
  const sum = counts.created + counts.updated + counts.unchanged + counts.merged + counts.refused
  if (sum !== counts.rows || counts.rows !== rows) throw new Error(JSON.stringify(counts))
  return { rate: rows / ((performance.now() - start) / 1000), held: most - before }
}

await withProgram(async (program) => {
  const folder = await mkdtemp(join(tmpdir(), "enishi-import-"))
  try {
    const path = join(folder, "events.csv")
    const columns = profile?.columns ?? []
    await writeFile(path, writeTable(columns, generate()))
    const reference = await copy(program, path, columns)
    const { rate, held } = await take(program, path)
    report("import.rows/s", rate, reference)
    report("import.heap held at most, MB against the file's", held, megabytes((await stat(path)).size))
  } finally {
    await rm(folder, { recursive: true })
  }
}, "takamatsu")
