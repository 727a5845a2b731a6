import { stringify } from "csv-stringify/sync"
import { encodeCp932, fitCp932 } from "./cp932.ts"

export type Unencodable = {
  readonly row: number
  readonly heading: string
  readonly characters: readonly string[]
}

export type WriteOptions = {
  readonly encoding?: "utf-8-bom" | "cp932"
  /** Told of each cell that CP932 cannot hold; the first row of data is 1. */
  readonly onUnencodable?: (found: Unencodable) => void
}

type Rows = Iterable<readonly string[]> | AsyncIterable<readonly string[]>

const batch = 500

const csv = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((cells) => [...cells]),
    {
      record_delimiter: "windows",
      quote_record_delimiter: true,
      // A cell that a spreadsheet would run as a formula gets an apostrophe in front.
      escape_formulas: true,
    },
  )

const fitted = (
  cells: readonly string[],
  row: number,
  headings: readonly string[],
  told: WriteOptions["onUnencodable"],
): string[] =>
  cells.map((cell, at) => {
    const { text, unencodable } = fitCp932(cell)
    if (unencodable.length > 0) told?.({ row, heading: headings[at] ?? "", characters: unencodable })
    return text
  })

/**
 * A table as an office opens it: RFC 4180 with CR LF, UTF-8 with BOM unless CP932 is asked for, no cell that
 * runs as a formula. Bytes come in pieces, for a response or a file.
 */
export const writeTable = async function* (
  headings: readonly string[],
  rows: Rows,
  { encoding = "utf-8-bom", onUnencodable }: WriteOptions = {},
): AsyncGenerator<Uint8Array> {
  const utf8 = new TextEncoder()
  const fit = (cells: readonly string[], row: number): readonly string[] =>
    encoding === "cp932" ? fitted(cells, row, headings, onUnencodable) : cells
  const encode = (lines: readonly (readonly string[])[]): Uint8Array => {
    const text = csv(lines)
    return encoding === "cp932" ? encodeCp932(text) : utf8.encode(text)
  }
  if (encoding === "utf-8-bom") yield utf8.encode("\ufeff")
  let waiting: (readonly string[])[] = [fit(headings, 0)]
  let row = 0
  for await (const cells of rows) {
    row += 1
    waiting.push(fit(cells, row))
    if (waiting.length < batch) continue
    yield encode(waiting)
    waiting = []
  }
  if (waiting.length > 0) yield encode(waiting)
}
