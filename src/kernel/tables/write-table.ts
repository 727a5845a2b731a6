import { stringify } from "csv-stringify/sync"
import { encodeCp932, fitCp932, holdsAll, withTwins } from "./cp932.ts"

export type Unencodable = {
  readonly row: number
  readonly heading: string
  readonly characters: readonly string[]
}

export type WriteOptions = {
  readonly encoding?: "utf-8-bom" | "cp932"
  /** Told of each cell that CP932 cannot hold; the headings are row 0. */
  readonly onUnencodable?: (found: Unencodable) => void
}

type Cells = readonly string[]
type Lines = readonly Cells[]

const batch = 500

const csv = (lines: Lines): string =>
  stringify(
    lines.map((cells) => [...cells]),
    {
      record_delimiter: "windows",
      quote_record_delimiter: true,
      // A cell that a spreadsheet would run as a formula gets an apostrophe in front.
      escape_formulas: true,
    },
  )

const batches = async function* (
  headings: Cells,
  rows: Iterable<Cells> | AsyncIterable<Cells>,
): AsyncGenerator<Lines> {
  let waiting: Cells[] = [headings]
  for await (const cells of rows) {
    waiting.push(cells)
    if (waiting.length < batch) continue
    yield waiting
    waiting = []
  }
  if (waiting.length > 0) yield waiting
}

type Told = (found: Unencodable) => void

/** Cell by cell only where the batch as a whole does not fit: nearly never, and much slower. */
const inCp932 = (lines: Lines, headings: Cells, firstRow: number, told: Told): Buffer => {
  const known = lines.map((cells) => cells.map(withTwins))
  const text = csv(known)
  const bytes = encodeCp932(text)
  if (holdsAll(bytes, text)) return bytes
  const fitted = known.map((cells, at) =>
    cells.map((cell, column) => {
      const { text: fit, unencodable } = fitCp932(cell)
      if (unencodable.length > 0)
        told({ row: firstRow + at, heading: headings[column] ?? "", characters: unencodable })
      return fit
    }),
  )
  return encodeCp932(csv(fitted))
}

/**
 * A table as an office opens it: RFC 4180 with CR LF, UTF-8 with BOM unless CP932 is asked for, no cell that
 * runs as a formula. Bytes come in pieces, for a response or a file.
 */
export const writeTable = async function* (
  headings: Cells,
  rows: Iterable<Cells> | AsyncIterable<Cells>,
  { encoding = "utf-8-bom", onUnencodable = () => undefined }: WriteOptions = {},
): AsyncGenerator<Uint8Array> {
  const utf8 = new TextEncoder()
  if (encoding === "utf-8-bom") yield utf8.encode("\ufeff")
  let row = 0
  for await (const lines of batches(headings, rows)) {
    yield encoding === "cp932" ? inCp932(lines, headings, row, onUnencodable) : utf8.encode(csv(lines))
    row += lines.length
  }
}
