import type { RowProblem, TableRow } from "#kernel/tables/read-table.ts"
import { hasControls } from "#kernel/text.ts"
import { lengthOf } from "./cells.ts"

/** A row that comes back with all its cells, to be put right and brought again. */
export type RefusedRow = {
  readonly line: number
  readonly column: string
  readonly reason: string
  readonly cells: readonly string[]
}

/** No cell of any sheet is longer; what is, would only keep the readers of dates and links busy. */
const longestCell = 10_000

const holding = (row: TableRow, is: (cell: string) => boolean): string =>
  Object.entries(row.record)
    .filter(([, cell]) => is(cell))
    .map(([name]) => name)
    .join("、")

/** What is wrong with a row whatever its profile, or nothing. */
export const refusalOf = (row: TableRow, headings: readonly string[]): RefusedRow | undefined => {
  const back = (column: string, reason: string): RefusedRow => ({
    line: row.line,
    column,
    reason,
    cells: row.cells,
  })
  const [problem] = row.problems
  if (problem) return back(columnsOf(row, problem), reasonOf(problem, row.cells.length, headings.length))
  const tooLong = holding(row, (cell) => lengthOf(cell) > longestCell)
  return tooLong === "" ? undefined : back(tooLong, `長すぎます（${longestCell}字まで）`)
}

const columnsOf = (row: TableRow, problem: RowProblem): string => {
  if (problem === "broken-characters") return holding(row, (cell) => cell.includes("\ufffd"))
  return problem === "control-characters" ? holding(row, hasControls) : ""
}

const reasonOf = (problem: RowProblem, cells: number, headings: number): string => {
  switch (problem) {
    case "too-few-cells":
      return `列が足りません（見出しは${headings}列、この行は${cells}列）`
    case "too-many-cells":
      return `列が多すぎます（見出しは${headings}列、この行は${cells}列）`
    case "broken-characters":
      return "読めない文字があります（文字化け）"
    case "control-characters":
      return "使えない制御文字があります"
    case "unreadable":
      return "引用符が閉じていません。この行から後は読めません"
  }
}
