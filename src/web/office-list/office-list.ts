import { pageNumber, window } from "#kernel/paging.ts"
import { hasControls, tidy } from "#kernel/text.ts"
import type { Child } from "#jsx"
import type { MessageKey } from "#web/messages.ts"
import type { View } from "#web/view.ts"

// A list of the office, declared once: the page, the files and the print come from the same columns and filters.

/** What a cell says to a spreadsheet: a text keeps its zeros, a day stays a day, nothing is an empty cell. */
export type CellValue = string | number | Temporal.PlainDate | Temporal.Instant | null

export type ListColumn<Row, Around> = {
  readonly name: string
  readonly label: MessageKey
  readonly value: (row: Row, around: Around) => CellValue
  /** As the page shows it; without it, the value. */
  readonly show?: (row: Row, around: Around) => Child
  readonly numeric?: boolean
  /** The list can be put in its order. */
  readonly sorts?: boolean
  /** Shown only to those who choose it. */
  readonly extra?: boolean
}

export type ListFilter<Around> = {
  readonly name: string
  readonly label: MessageKey
  readonly kind: "search" | "select" | "check" | "day"
  /** Of a select. A single choice is no question: the filter is left out. */
  readonly options?: (around: Around) => readonly { readonly value: string; readonly label: string }[]
  /** The first entry of a select, which narrows nothing. */
  readonly any?: MessageKey
}

export type BulkAction = {
  readonly name: string
  readonly label: MessageKey
  /** What is written once for all of the chosen. */
  readonly asks: readonly { readonly name: string; readonly label: MessageKey; readonly long?: boolean }[]
}

export type OfficeList<Row, Around extends { readonly view: View }> = {
  /** Names the saved views and the files. */
  readonly name: string
  readonly path: string
  readonly title: MessageKey
  readonly count: MessageKey
  readonly none: MessageKey
  readonly noneNext: MessageKey
  readonly columns: readonly ListColumn<Row, Around>[]
  readonly filters: readonly ListFilter<Around>[]
  readonly actions: readonly BulkAction[]
  readonly idOf: (row: Row) => string
  /** What the filters are taken to mean when the address says little: what waits comes first. */
  readonly settle?: (filters: Readonly<Record<string, string>>) => Readonly<Record<string, string>>
  readonly needsSomebody?: (row: Row, around: Around) => boolean
}

export type Order = { readonly column: string; readonly descending: boolean }

/** What is asked in the address. */
export type ListQuestion = {
  readonly filters: Readonly<Record<string, string>>
  /** Chosen columns; empty: the usual ones. */
  readonly columns: readonly string[]
  readonly order: Order | null
  readonly page: number
  /** The part of the address behind `?`, without the page: what a saved view keeps, and what files are made from. */
  readonly query: string
}

/** One page of rows, or for a file as many as it takes. */
export type Range = { readonly limit: number; readonly offset: number }

export const pageSize = 50
export const pageRange = (question: ListQuestion): Range => window(question.page, pageSize)

type AnyList = {
  readonly columns: readonly { readonly name: string; readonly sorts?: boolean; readonly extra?: boolean }[]
  readonly filters: readonly { readonly name: string }[]
  readonly settle?: (filters: Readonly<Record<string, string>>) => Readonly<Record<string, string>>
}

const longestValue = 200

// The database takes no NUL; no record has other controls either.
const readValue = (text: string | null): string => {
  const value = tidy((text ?? "").slice(0, longestValue))
  return hasControls(value) ? "" : value
}

export const readQuestion = (list: AnyList, query: URLSearchParams): ListQuestion => {
  const stated = Object.fromEntries(
    list.filters.flatMap(({ name }) => {
      const value = readValue(query.get(name))
      return value === "" ? [] : [[name, value] as const]
    }),
  )
  const asked = new Set(query.getAll("columns").flatMap((value) => value.split(",")))
  const columns = list.columns.map(({ name }) => name).filter((name) => asked.has(name))
  const order = readOrder(list, query.get("sort") ?? "")
  return {
    filters: list.settle ? list.settle(stated) : stated,
    columns,
    order,
    page: pageNumber(query.get("page") ?? undefined),
    query: queryOf(stated, columns, order),
  }
}

const queryOf = (
  filters: Readonly<Record<string, string>>,
  columns: readonly string[],
  order: Order | null,
): string => {
  const query = new URLSearchParams(filters)
  if (columns.length > 0) query.set("columns", columns.join(","))
  if (order) query.set("sort", `${order.descending ? "-" : ""}${order.column}`)
  return query.toString()
}

const readOrder = (list: AnyList, text: string): Order | null => {
  const descending = text.startsWith("-")
  const column = descending ? text.slice(1) : text
  const sorts = list.columns.some(({ name, sorts: can }) => can && name === column)
  return sorts ? { column, descending } : null
}

/** The columns to show: those chosen, else the usual ones; the first names the row and always stays. */
export const columnsShown = <C extends { readonly name: string; readonly extra?: boolean }>(
  columns: readonly C[],
  chosen: readonly string[],
): readonly C[] =>
  columns.filter(({ name, extra }, at) => at === 0 || (chosen.length > 0 ? chosen.includes(name) : !extra))
