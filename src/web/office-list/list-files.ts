import writeXlsxFile from "write-excel-file/node"
import { writeTable } from "#kernel/tables/write-table.ts"
import type { View } from "#web/view.ts"
import type { CellValue, ListColumn } from "./office-list.ts"

/** A spreadsheet of more rows would keep everybody waiting while it is put together. Rows. */
export const longestXlsx = 20_000

type Columns<Row, Around> = readonly ListColumn<Row, Around>[]

const headings = <Row, Around>(view: View, columns: Columns<Row, Around>): string[] =>
  columns.map(({ label }) => view.text(label))

/** As a text of a file: days and times as ISO 8601 in the city's zone, without an offset. */
export const cellText = (value: CellValue, zone: string): string => {
  if (value === null) return ""
  if (value instanceof Temporal.Instant)
    return value
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .toString({ smallestUnit: "minute" })
      .replace("T", " ")
  return String(value)
}

/** Bytes of a CSV as an office opens it. */
export const csvOf = <Row, Around extends { readonly view: View }>(
  columns: Columns<Row, Around>,
  rows: readonly Row[],
  around: Around,
): AsyncGenerator<Uint8Array> => {
  const { view } = around
  const lines = function* (): Generator<string[]> {
    for (const row of rows) yield columns.map(({ value }) => cellText(value(row, around), view.zone))
  }
  return writeTable(headings(view, columns), lines())
}

/** A workbook in which texts are texts: codes keep their zeros, nothing runs as a formula. */
export const xlsxOf = async <Row, Around extends { readonly view: View }>(
  columns: Columns<Row, Around>,
  rows: readonly Row[],
  around: Around,
): Promise<Uint8Array<ArrayBuffer>> => {
  const { view } = around
  const head = headings(view, columns).map((value) => ({ value, type: String, fontWeight: "bold" as const }))
  const body = rows.map((row) => columns.map(({ value }) => cellOf(value(row, around), view.zone)))
  const written = await writeXlsxFile([head, ...body], {
    stickyRowsCount: 1,
    columns: columns.map((_column, at) => ({ width: at === 0 ? 32 : 16 })),
  }).toBuffer()
  return new Uint8Array(written)
}

const cellOf = (value: CellValue, zone: string) => {
  if (value === null) return null
  if (typeof value === "number") return { value, type: Number }
  if (value instanceof Temporal.PlainDate)
    // A spreadsheet knows no zones: the day stands as midnight of UTC.
    return { value: new Date(`${value.toString()}T00:00:00Z`), type: Date, format: "yyyy/mm/dd" }
  return { value: cellText(value, zone), type: String }
}
