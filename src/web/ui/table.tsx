import type { Child } from "#jsx"

export type Column = {
  readonly label: Child
  readonly numeric?: boolean
  /** A column one can sort by is a link. */
  readonly sort?: { readonly href: string; readonly now?: "ascending" | "descending" }
}

export type Row = {
  readonly cells: readonly Child[]
  /** Needs somebody: late, contradictory. */
  readonly alert?: boolean
  /** A box by which the row is chosen. */
  readonly choice?: { readonly name: string; readonly value: string; readonly label: string }
}

type TableProps = {
  /** Must be unique on the page. */
  readonly id: string
  readonly caption: Child
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly total?: readonly Child[]
  readonly captionHidden?: boolean
  /** Heads the column of boxes, where rows can be chosen. */
  readonly choiceLabel?: Child
}

/** A table. The first cell of a row names the row. Where it is wider than the screen it scrolls by itself, also by keyboard. */
export function Table({ id, caption, columns, rows, total, captionHidden, choiceLabel }: TableProps) {
  return (
    <section class="table-scroll" aria-labelledby={`${id}-caption`} tabindex={0}>
      <table class="table" id={id}>
        <caption id={`${id}-caption`} class={captionHidden ? "visually-hidden" : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {choiceLabel && (
              <th scope="col" class="table-choice">
                <span class="visually-hidden">{choiceLabel}</span>
              </th>
            )}
            {columns.map((column) => (
              <Heading column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BodyRow row={row} columns={columns} />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <BodyRow row={{ cells: total }} columns={columns} />
          </tfoot>
        )}
      </table>
    </section>
  )
}

function Heading({ column: { label, numeric, sort } }: { readonly column: Column }) {
  return (
    <th scope="col" data-numeric={numeric ? "true" : undefined} aria-sort={sort?.now}>
      {sort ? (
        <a class="table-sort" href={sort.href}>
          {label}
        </a>
      ) : (
        label
      )}
    </th>
  )
}

function BodyRow({ row, columns }: { readonly row: Row; readonly columns: readonly Column[] }) {
  const [name, ...rest] = row.cells
  return (
    <tr data-alert={row.alert ? "true" : undefined}>
      {row.choice && (
        <td class="table-choice">
          <label class="table-choice-label">
            <input
              type="checkbox"
              name={row.choice.name}
              value={row.choice.value}
              aria-label={row.choice.label}
            />
          </label>
        </td>
      )}
      <th scope="row">{name}</th>
      {rest.map((cell, index) => (
        <td
          data-numeric={columns[index + 1]?.numeric ? "true" : undefined}
          data-label={labelOf(columns[index + 1])}
        >
          {cell}
        </td>
      ))}
    </tr>
  )
}

/** On a phone the office stacks its rows, and each cell says what it holds. */
const labelOf = (column: Column | undefined): string | undefined =>
  typeof column?.label === "string" ? column.label : undefined
