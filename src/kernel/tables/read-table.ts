import { stat } from "node:fs/promises"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { parse, type Parser } from "csv-parse"
import { hasControls } from "#kernel/text.ts"
import { decode, detectEncoding, type Encoding, type Source } from "./encodings.ts"
import { readHeadings, type Headings } from "./headings.ts"

/** `unreadable`: a quotation mark that never closes, so nothing from this line on could be told apart. */
export type RowProblem =
  | "too-few-cells"
  | "too-many-cells"
  | "broken-characters"
  | "control-characters"
  | "unreadable"

export type TableRow = {
  /** The line of the file on which the row begins; the first is 1. */
  readonly line: number
  /** By normalised heading; cells beyond the headings are only in `cells`. */
  readonly record: Readonly<Record<string, string>>
  readonly cells: readonly string[]
  readonly problems: readonly RowProblem[]
  /** How much of the file has been read, from 0 to 1. */
  readonly read: number
}

export type Table = {
  readonly encoding: Encoding
  readonly headings: Headings
  /** Reads the file anew at each iteration; only the row at hand is held. */
  readonly rows: AsyncIterable<TableRow>
}

type Line = {
  readonly line: number
  readonly cells: readonly string[]
  readonly isUnreadable: boolean
  readonly read: number
}

/** A row longer than this is a quotation mark left open. */
const longestRow = 1_000_000

const breaks = (cell: string): number => cell.match(/\r\n|\r|\n/g)?.length ?? 0

const openParser = (failed: () => void): Parser =>
  parse({
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
    skip_records_with_error: true,
    on_skip: () => {
      failed()
      return undefined
    },
  })

const sizeOf = async (source: Source): Promise<number> =>
  typeof source === "string" ? (await stat(source)).size : source.length

const linesOf = async function* (source: Source, encoding: Encoding): AsyncGenerator<Line> {
  const size = await sizeOf(source)
  let seen = 0
  let isUnreadable = false
  const parser = openParser(() => {
    isUnreadable = true
  })
  const count = (bytes: number): void => {
    seen += bytes
  }
  const feeding = pipeline(Readable.from(decode(source, encoding, count)), parser)
  // Awaited below; a reader who stops early must not leave a rejection behind.
  feeding.catch(() => undefined)
  let line = 1
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const isBlank = cells.length === 1 && cells[0] === ""
      if (!isBlank) yield { line, cells, isUnreadable: false, read: seen / size }
      // The parser counts CR LF inside quotes as two lines.
      line += cells.reduce((sum, cell) => sum + breaks(cell), 1)
    }
    await feeding
    if (isUnreadable) yield { line, cells: [], isUnreadable, read: 1 }
  } finally {
    parser.destroy()
  }
}

const problemsOf = ({ cells, isUnreadable }: Line, headings: number): RowProblem[] => {
  if (isUnreadable) return ["unreadable"]
  const problems: RowProblem[] = []
  if (cells.length < headings) problems.push("too-few-cells")
  // Spreadsheets leave empty cells at the end of a line.
  if (cells.slice(headings).some((cell) => cell.trim() !== "")) problems.push("too-many-cells")
  if (cells.some((cell) => cell.includes("\ufffd"))) problems.push("broken-characters")
  if (cells.some(hasControls)) problems.push("control-characters")
  return problems
}

const rowOf = (line: Line, names: readonly string[]): TableRow => ({
  line: line.line,
  record: Object.fromEntries(names.map((name, at) => [name, line.cells[at] ?? ""])),
  cells: line.cells,
  problems: problemsOf(line, names.length),
  read: line.read,
})

const firstLine = async (source: Source, encoding: Encoding): Promise<readonly string[]> => {
  for await (const { cells } of linesOf(source, encoding)) return cells
  return []
}

const rowsOf = async function* (
  source: Source,
  encoding: Encoding,
  names: readonly string[],
): AsyncGenerator<TableRow> {
  let isHeading = true
  for await (const line of linesOf(source, encoding)) {
    if (!isHeading) yield rowOf(line, names)
    isHeading = false
  }
}

/** A CSV file with a line of headings, in UTF-8 with or without BOM or in CP932. What is wrong is told row by row. */
export const readTable = async (source: Source): Promise<Table> => {
  const encoding = await detectEncoding(source)
  const headings = readHeadings(await firstLine(source, encoding))
  return {
    encoding,
    headings,
    rows: { [Symbol.asyncIterator]: () => rowsOf(source, encoding, headings.names) },
  }
}
