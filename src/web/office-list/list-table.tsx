import type { Child } from "#jsx"
import { Day, Moment } from "#web/dates.tsx"
import { samePage } from "#web/ui/query.ts"
import { Table, type Column } from "#web/ui/table.tsx"
import type { View } from "#web/view.ts"
import {
  columnsShown,
  type CellValue,
  type ListColumn,
  type ListQuestion,
  type OfficeList,
} from "./office-list.ts"

type ListTableProps<Row, Around extends { readonly view: View }> = {
  readonly list: OfficeList<Row, Around>
  readonly around: Around
  readonly question: ListQuestion
  readonly rows: readonly Row[]
}

/** The rows of one page in the columns that were chosen. */
export function ListTable<Row, Around extends { readonly view: View }>(props: ListTableProps<Row, Around>) {
  const { list, around, question, rows } = props
  const { view } = around
  const columns = columnsShown(list.columns, question.columns)
  return (
    <Table
      id={list.name}
      caption={view.t(list.title)}
      captionHidden
      {...(list.actions.length > 0 && { choiceLabel: view.t("web:list.choice") })}
      columns={columns.map((column) => heading(view, column, question))}
      rows={rows.map((row) => ({
        alert: list.needsSomebody?.(row, around) ?? false,
        cells: columns.map((column) => cell(column, row, around)),
        ...(list.actions.length > 0 && { choice: choiceOf(list, row, around) }),
      }))}
    />
  )
}

const cell = <Row, Around extends { readonly view: View }>(
  { show, value }: ListColumn<Row, Around>,
  row: Row,
  around: Around,
): Child => (show ? show(row, around) : drawn(around.view, value(row, around)))

const drawn = (view: View, value: CellValue): Child => {
  if (value instanceof Temporal.PlainDate) return <Day view={view} day={value} />
  if (value instanceof Temporal.Instant) return <Moment view={view} at={value} />
  return typeof value === "number" ? value.toLocaleString(view.htmlLang) : value
}

const choiceOf = <Row, Around extends { readonly view: View }>(
  list: OfficeList<Row, Around>,
  row: Row,
  around: Around,
) => ({
  name: "chosen",
  value: list.idOf(row),
  label: around.view.text("web:list.choose", { name: String(list.columns[0]?.value(row, around) ?? "") }),
})

const heading = <Row, Around>(
  view: View,
  { name, label, numeric, sorts }: ListColumn<Row, Around>,
  { order }: ListQuestion,
): Column => {
  const words = { label: view.t(label), ...(numeric && { numeric }) }
  if (!sorts) return words
  const now = order?.column === name ? order : null
  // A second press turns the order round.
  const href = samePage(view, { sort: now && !now.descending ? `-${name}` : name, page: undefined })
  return { ...words, sort: { href, ...(now && { now: now.descending ? "descending" : "ascending" }) } }
}
