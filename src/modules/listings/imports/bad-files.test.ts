import { existsSync } from "node:fs"
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import iconv from "iconv-lite"
import { expect, test } from "vitest"
import { counts, csvOf, event, importWorld } from "#test/support/imports.ts"
import { municipalEvents } from "./municipal-events.ts"
import { UnusableFile } from "./open-file.ts"

const world = await importWorld()
const { folder, importFile, take, refused, refusedPath, listings } = world

const headings = Object.keys(event())
const line = (cells: readonly string[]): string => `${cells.join(",")}\n`

test("acceptance 18: a refused row comes back with its line, all its cells and its reason, and can be brought again", async () => {
  const [good, broken] = [event({ 行事名: "よい行" }), event({ 説明: "", 料金: "=1+1" })]
  expect(await take([good, broken])).toEqual(counts({ rows: 2, created: 1, refused: 1 }))
  const [back] = await refused()
  expect(back).toMatchObject({
    行番号: "3",
    理由のある列: "説明",
    理由: "説明が書かれていません",
    行事名: "はじめての手話",
    開催日: "7月4日（土）",
    料金: "'=1+1",
  })
  const mended = { ...back, 説明: "手話であいさつをします。", 料金: "無料" }
  expect(await take([mended])).toEqual(counts({ rows: 1, created: 1 }))
  expect(await listings()).toHaveLength(2)
})

test("bad input: rows of 3 and 40 cells, NUL bytes and an open quotation mark are refused one by one", async () => {
  const cells = Object.values(event({ 行事名: "数えるための行" }))
  const text =
    line(headings) +
    line(cells.slice(0, 3)) +
    line([...cells, ...Array.from({ length: 24 }, () => "x")]) +
    line(cells.map((cell) => (cell === "無料" ? "無\u0000料" : cell))) +
    line(cells) +
    line(["2026-06", '"両方'])
  expect(await take(Buffer.from(text))).toEqual(counts({ rows: 5, created: 1, refused: 4 }))
  const rows = await refused()
  expect(rows.map((row) => [row["行番号"], row["理由のある列"], row["理由"]])).toEqual([
    ["2", "", "列が足りません（見出しは16列、この行は3列）"],
    ["3", "", "列が多すぎます（見出しは16列、この行は40列）"],
    ["4", "料金", "使えない制御文字があります"],
    ["6", "", "引用符が閉じていません。この行から後は読めません"],
  ])
})

test("bad input: broken CP932 spoils its own row only", async () => {
  const [one, two] = [event({ 行事名: "壊れた行" }), event({ 行事名: "壊れていない行" })]
  const bytes = csvOf([one, two], "cp932")
  const title = iconv.encode("壊れた行", "cp932")
  const at = bytes.indexOf(title) + title.length
  const broken = Buffer.concat([bytes.subarray(0, at), Buffer.from([0x81]), bytes.subarray(at)])
  expect(await take(broken)).toEqual(counts({ rows: 2, created: 1, refused: 1 }))
  expect((await refused())[0]).toMatchObject({
    理由のある列: "行事名",
    理由: "読めない文字があります（文字化け）",
  })
})

test("bad input: a cell as long as a book is refused before anything tries to read it", async () => {
  const started = performance.now()
  const rows = [event({ 開始時間: "(".repeat(50_000) }), event({ URL: "https://".repeat(20_000) })]
  expect(await take(rows)).toEqual(counts({ rows: 2, refused: 2 }))
  expect(performance.now() - started).toBeLessThan(5_000)
})

test("without refused rows no file is made", async () => {
  const clean = await importWorld()
  await clean.take([event()])
  expect(existsSync(clean.refusedPath)).toBe(false)
  expect(existsSync(refusedPath)).toBe(true)
})

test("a file with headings alone has nothing to take over", async () => {
  expect(await take(Buffer.from(line(headings)))).toEqual(counts({}))
})

test("bad input: what is no such file is refused as a whole, and says what is missing", async () => {
  const path = join(folder, "other.csv")
  await writeFile(path, "")
  await expect(importFile(path)).rejects.toThrow("空です")
  await writeFile(path, line(headings.filter((name) => name !== "料金" && name !== "TEL")))
  const missing = importFile(path)
  await expect(missing).rejects.toBeInstanceOf(UnusableFile)
  await expect(missing).rejects.toThrow("見出しがありません：料金、TEL")
  await writeFile(path, csvOf([event()]))
  await expect(importFile(path, municipalEvents)).rejects.toThrow("イベント名、開始日")
  await expect(importFile(join(folder, "nothing.csv"))).rejects.toThrow("見つかりません")
  await mkdir(join(folder, "folder.csv"))
  await expect(importFile(join(folder, "folder.csv"))).rejects.toThrow("ファイルではありません")
})
