import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import fc from "fast-check"
import iconv from "iconv-lite"
import { describe, expect, test } from "vitest"
import { normaliseHeading } from "./headings.ts"
import { readTable, type TableRow } from "./read-table.ts"
import { writeTable, type Unencodable, type WriteOptions } from "./write-table.ts"

const rowsOf = async (source: string | Uint8Array): Promise<TableRow[]> =>
  Array.fromAsync((await readTable(source)).rows)

const written = async (
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  options?: WriteOptions,
): Promise<Buffer> => Buffer.concat(await Array.fromAsync(writeTable(headings, rows, options)))

const garbageCollector = (): (() => void) => {
  setFlagsFromString("--expose-gc")
  return runInNewContext("gc") as () => void
}

const utf8 = (text: string): Buffer => Buffer.from(text, "utf8")

describe("acceptance 18: UTF-8 with and without BOM and CP932 read alike", () => {
  const text =
    '行事名,場所,説明\r\nラジオ体操～朝～,仏生山公園,"毎日\r\n6:30"\r\n①﨑さんの会,㈱えにし,ｱｲｳ\r\n'
  const files = [
    { encoding: "utf-8", bytes: utf8(text) },
    { encoding: "utf-8-bom", bytes: utf8(`\ufeff${text}`) },
    { encoding: "cp932", bytes: iconv.encode(text, "cp932") },
  ]

  test.each(files)("$encoding is recognised and read", async ({ encoding, bytes }) => {
    const table = await readTable(bytes)
    expect(table.encoding).toBe(encoding)
    expect(table.headings.names).toEqual(["行事名", "場所", "説明"])
    const rows = await Array.fromAsync(table.rows)
    expect(rows.map(({ record }) => record)).toEqual([
      { 行事名: "ラジオ体操～朝～", 場所: "仏生山公園", 説明: "毎日\r\n6:30" },
      { 行事名: "①﨑さんの会", 場所: "㈱えにし", 説明: "ｱｲｳ" },
    ])
    expect(rows.map(({ line }) => line)).toEqual([2, 4])
    expect(rows.flatMap(({ problems }) => problems)).toEqual([])
  })

  test("a character cut by the border between two pieces of the file is whole", async () => {
    const line = `${"あ".repeat(99)},い\r\n`
    const long = `名称,備考\r\n${line.repeat(2000)}`
    for (const bytes of [utf8(long), iconv.encode(long, "cp932")]) {
      const rows = await rowsOf(bytes)
      expect(rows).toHaveLength(2000)
      expect(
        rows.every(({ record, problems }) => record["名称"] === "あ".repeat(99) && problems.length === 0),
      ).toBe(true)
    }
  })

  test("the rows can be read again, from a path as from bytes", async () => {
    const folder = await mkdtemp(join(tmpdir(), "tables-"))
    try {
      const path = join(folder, "a.csv")
      await writeFile(path, "a,b\n1,2\n3,4")
      const table = await readTable(path)
      const cells = async (): Promise<unknown> => (await Array.fromAsync(table.rows)).map((row) => row.cells)
      expect(await cells()).toEqual([
        ["1", "2"],
        ["3", "4"],
      ])
      expect(await cells()).toEqual([
        ["1", "2"],
        ["3", "4"],
      ])
      expect((await Array.fromAsync(table.rows)).at(-1)?.read).toBe(1)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test("a file that is not there is refused, not read as empty", async () => {
    await expect(readTable(join(tmpdir(), "no-such-file.csv"))).rejects.toThrow("ENOENT")
  })

  test("an empty file is a table without headings and rows", async () => {
    const table = await readTable(new Uint8Array())
    expect(table.headings.names).toEqual([])
    expect(await Array.fromAsync(table.rows)).toEqual([])
  })
})

describe("headings", () => {
  test("half-width kana, blanks, repeated and empty ones are repaired, and each repair is told", async () => {
    const { headings } = await readTable(utf8("全国地方公共団体ｺｰﾄﾞ, 名称 ,分類,分類,\n1,2,3,4,5\n"))
    expect(headings.names).toEqual(["全国地方公共団体コード", "名称", "分類", "分類 (2)", "列5"])
    expect(headings.repairs).toEqual([
      { from: "全国地方公共団体ｺｰﾄﾞ", to: "全国地方公共団体コード" },
      { from: " 名称 ", to: "名称" },
      { from: "分類", to: "分類 (2)" },
      { from: "", to: "列5" },
    ])
    expect(normaliseHeading("連絡先備考（その他、ＳＮＳなど）")).toBe("連絡先備考(その他、SNSなど)")
  })

  test("a heading named like a part of every object is a heading", async () => {
    const [row] = await rowsOf(utf8("__proto__,constructor\nx,y\n"))
    expect(Object.entries(row?.record ?? {})).toEqual([
      ["__proto__", "x"],
      ["constructor", "y"],
    ])
  })
})

describe("bad input is told row by row", () => {
  const problems = async (source: Uint8Array): Promise<(readonly [number, ...string[]])[]> =>
    (await rowsOf(source)).map((row) => [row.line, ...row.problems] as const)

  test("rows of 3 and of 40 cells", async () => {
    const forty = Array.from({ length: 40 }, String).join(",")
    expect(await problems(utf8(`a,b,c,d\n1,2,3\n${forty}\n1,2,3,4\n1,2,3,4,,,\n`))).toEqual([
      [2, "too-few-cells"],
      [3, "too-many-cells"],
      [4],
      [5],
    ])
  })

  test("broken CP932 spoils its own row and neither the comma nor the line after it", async () => {
    const bytes = Buffer.concat([
      iconv.encode("名称,場所\r\n高松", "cp932"),
      Buffer.from([0x81]),
      iconv.encode(",市民ホール\r\n丸亀,港\r\n", "cp932"),
    ])
    const rows = await rowsOf(bytes)
    expect(rows.map((row) => row.problems)).toEqual([["broken-characters"], []])
    expect(rows[0]?.record["場所"]).toBe("市民ホール")
    expect(rows[1]?.record).toEqual({ 名称: "丸亀", 場所: "港" })
  })

  test("one broken byte in UTF-8 does not make the file CP932", async () => {
    const bytes = Buffer.concat([
      utf8(`名称,場所\n${"高松,市民ホール\n".repeat(20)}丸亀`),
      Buffer.from([0xe9]),
      utf8(",港\n"),
    ])
    const table = await readTable(bytes)
    expect(table.encoding).toBe("utf-8")
    const rows = await Array.fromAsync(table.rows)
    expect(rows.filter((row) => row.problems.length > 0).map((row) => row.line)).toEqual([22])
  })

  test("NUL bytes and other control characters", async () => {
    expect(await problems(utf8("a,b\n1,\u0000\n1,2\u0007\n1,2\n"))).toEqual([
      [2, "control-characters"],
      [3, "control-characters"],
      [4],
    ])
  })

  test("a quotation mark that never closes ends the reading at its line, and says so", async () => {
    expect(await problems(utf8('a,b\n1,2\n1,"2\n3,4\n'))).toEqual([[2], [3, "unreadable"]])
    expect(await problems(utf8(`a,b\n1,2\n1,"${"x".repeat(1_100_000)}\n3,4\n`))).toEqual([
      [2],
      [3, "unreadable"],
    ])
  })

  test("quotation marks inside a cell, empty lines and line breaks in cells keep the lines right", async () => {
    const rows = await rowsOf(utf8('a,b\r\n\r\n12" TV,2\r\n"x\r\ny",3\r\n\r\n4,5\r\n'))
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [3, '12" TV', "2"],
      [4, "x\r\ny", "3"],
      [7, "4", "5"],
    ])
  })
})

describe("writing", () => {
  test("UTF-8 with BOM, CR LF, no formulas", async () => {
    const bytes = await written(
      ["名称", "値"],
      [
        ["=HYPERLINK(1)", "+1"],
        ["-", "@x"],
        ["＝1", 'a"b,c\nd'],
      ],
    )
    expect(bytes.toString("utf8")).toBe(
      "\ufeff名称,値\r\n'=HYPERLINK(1),'+1\r\n'-,'@x\r\n'＝1,\"a\"\"b,c\nd\"\r\n",
    )
  })

  test("CP932 keeps 〜 and −, marks what it lacks with 〓 and tells where", async () => {
    const found: Unencodable[] = []
    const rows = [
      ["10時〜12時", "3−1"],
      ["𠮷田🎏", "髙﨑①㈱"],
    ]
    const bytes = await written(["名称", "備考"], rows, {
      encoding: "cp932",
      onUnencodable: (cell) => found.push(cell),
    })
    const table = await readTable(bytes)
    expect(table.encoding).toBe("cp932")
    expect((await Array.fromAsync(table.rows)).map(({ cells }) => cells)).toEqual([
      ["10時～12時", "3－1"],
      ["〓田〓", "髙﨑①㈱"],
    ])
    expect(found).toEqual([{ row: 2, heading: "名称", characters: ["𠮷", "🎏"] }])
  })

  test("what is written is read back, whatever the cells hold", async () => {
    const cell = fc
      .oneof(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", " ", "あ", "ｱ", "'", "\ufeff", "〜") }),
      )
      .filter((text) => !text.includes("\ufffd"))
    const tables = fc
      .integer({ min: 2, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }))
    const guarded = (text: string): string =>
      /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const headings = Array.from({ length: rows[0]?.length ?? 2 }, (_, at) => `見出し${at + 1}`)
        const back = await rowsOf(await written(headings, rows))
        expect(back.map(({ cells }) => cells)).toEqual(rows.map((cells) => cells.map(guarded)))
      }),
    )
  })
})

test("bad input: 200,000 rows are read with flat memory and growing progress", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tables-"))
  try {
    const path = join(folder, "large.csv")
    const rows = function* (): Generator<string[]> {
      for (let at = 0; at < 200_000; at++)
        yield [String(at), "市民活動の集い", "大阪市北区中之島1丁目", "だれでも参加できます"]
    }
    await writeFile(path, writeTable(["番号", "行事名", "場所", "説明"], rows(), { encoding: "cp932" }))
    const collect = garbageCollector()
    const held: number[] = []
    let count = 0
    let read = 0
    let isGrowing = true
    for await (const row of (await readTable(path)).rows) {
      count += 1
      isGrowing &&= row.read >= read && row.read <= 1
      read = row.read
      if (count % 50_000 !== 1) continue
      collect()
      held.push(process.memoryUsage().heapUsed)
    }
    expect(count).toBe(200_000)
    expect(isGrowing).toBe(true)
    expect(read).toBe(1)
    expect(Math.max(...held) - Math.min(...held)).toBeLessThan(8 * 1024 * 1024)
  } finally {
    await rm(folder, { recursive: true })
  }
})
