import type { View } from "#web/view.ts"
import { Button } from "#web/ui/button.tsx"
import { CheckboxesField, CheckboxField, SelectField } from "#web/ui/choice-fields.tsx"
import { DateField } from "#web/ui/date-field.tsx"
import { Hidden } from "#web/ui/form.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import { columnsShown, type ListFilter, type ListQuestion, type OfficeList } from "./office-list.ts"

type FiltersProps<Row, Around extends { readonly view: View }> = {
  readonly list: OfficeList<Row, Around>
  readonly around: Around
  readonly question: ListQuestion
}

/** What narrows the list, and which columns it has; all of it stands in the address. */
export function ListFilters<Row, Around extends { readonly view: View }>(props: FiltersProps<Row, Around>) {
  const { list, around, question } = props
  const { view } = around
  const { order } = question
  return (
    <form class="filters" method="get" action={list.path}>
      {view.lang !== "ja" && <Hidden name="lang" value={view.lang} />}
      {order && <Hidden name="sort" value={`${order.descending ? "-" : ""}${order.column}`} />}
      {list.filters.map((filter) => (
        <Filter filter={filter} around={around} value={question.filters[filter.name] ?? ""} />
      ))}
      <Button kind="secondary" icon="filter">
        {view.t("web:list.narrow")}
      </Button>
      <ColumnChoice {...props} />
    </form>
  )
}

type FilterProps<Around> = {
  readonly filter: ListFilter<Around>
  readonly around: Around
  readonly value: string
}

function Filter<Around extends { readonly view: View }>({ filter, around, value }: FilterProps<Around>) {
  const { view } = around
  const field = { view, mark: false, name: filter.name, label: view.t(filter.label), value } as const
  if (filter.kind === "search") return <TextField {...field} type="search" />
  if (filter.kind === "day") return <DateField {...field} />
  if (filter.kind === "check") return <CheckboxField {...field} value="1" checked={value === "1"} />
  const options = filter.options?.(around) ?? []
  if (options.length <= 1 && value === "") return null
  return <SelectField {...field} options={options} {...(filter.any && { empty: view.text(filter.any) })} />
}

function ColumnChoice<Row, Around extends { readonly view: View }>(props: FiltersProps<Row, Around>) {
  const { list, around, question } = props
  const { view } = around
  const shown = columnsShown(list.columns, question.columns).map(({ name }) => name)
  return (
    <details class="filters-columns" open={question.columns.length > 0 || undefined}>
      <summary>{view.t("web:list.columns")}</summary>
      <CheckboxesField
        view={view}
        mark={false}
        name="columns"
        label={view.t("web:list.columns-shown")}
        columns
        values={shown}
        options={list.columns.slice(1).map(({ name, label }) => ({ value: name, label: view.t(label) }))}
      />
    </details>
  )
}
