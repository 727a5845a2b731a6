import type { City } from "#kernel/city.ts"
import type { Table, TableRow } from "#kernel/tables/read-table.ts"
import type { Columns } from "./columns.ts"
import { isRefused, type Accepted, type Profile } from "./profile.ts"
import { refusalOf, type RefusedRow } from "./refusals.ts"

/** A file and the profile by which it is read. */
export type Reader = {
  readonly table: Table
  readonly profile: Profile
  readonly columns: Columns
  readonly city: City
}

export type ReadRow =
  | { readonly row: TableRow; readonly accepted: Accepted }
  | { readonly row: TableRow; readonly refused: RefusedRow }

/** Reads the file anew: every row as its profile reads it, or why it is refused. */
export const readRows = async function* (reader: Reader): AsyncGenerator<ReadRow> {
  for await (const row of reader.table.rows) yield readRow(row, reader)
}

const readRow = (row: TableRow, { table, profile, columns, city }: Reader): ReadRow => {
  const unusable = refusalOf(row, table.headings.names)
  if (unusable) return { row, refused: unusable }
  const reading = profile.read(columns.cellsOf(row.record), city)
  if (!isRefused(reading)) return { row, accepted: reading }
  const { line, cells } = row
  return { row, refused: { line, column: reading.column, reason: reading.refused, cells } }
}
