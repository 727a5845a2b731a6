import type { Child } from "#jsx"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button } from "#web/ui/button.tsx"
import { CheckboxField, SelectField } from "#web/ui/choice-fields.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { Hidden } from "#web/ui/form.tsx"
import { Pagination } from "#web/ui/pagination.tsx"
import type { View } from "#web/view.ts"
import { longestXlsx } from "./list-files.ts"
import { ListFilters } from "./list-filters.tsx"
import { ListTable } from "./list-table.tsx"
import { pageSize, type ListQuestion, type OfficeList } from "./office-list.ts"
import { SavedViewTabs, SaveView, type SavedView } from "./saved-views.tsx"

export type Found<Row> = {
  readonly rows: readonly Row[]
  readonly total: number
  /** Further counts of what was found, such as how many are in each state. */
  readonly totals?: readonly { readonly label: Child; readonly count: number }[]
}

type OfficeListPageProps<Row, Around extends { readonly view: View }> = {
  readonly list: OfficeList<Row, Around>
  readonly around: Around
  readonly question: ListQuestion
  readonly found: Found<Row>
  readonly saved: readonly SavedView[]
  /** Above the list: what begins something new, another form of it. */
  readonly doors?: Child
}

/** A list of the office. */
export function OfficeListPage<Row, Around extends { readonly view: View }>(
  props: OfficeListPageProps<Row, Around>,
) {
  const { list, around, question, found, saved, doors } = props
  const { view } = around
  const views = { view, list, saved, query: question.query }
  return (
    <StaffPage view={view} title={view.text(list.title)}>
      <div class="record-head">
        <h1>{view.t(list.title)}</h1>
        {doors}
      </div>
      <SavedViewTabs {...views} />
      <ListFilters list={list} around={around} question={question} />
      <Totals view={view} list={list} found={found} />
      {found.total === 0 ? (
        <EmptyState title={view.t(list.none)}>
          <p>{view.t(list.noneNext)}</p>
        </EmptyState>
      ) : (
        <Rows {...props} />
      )}
      <Pagination view={view} page={question.page} pages={Math.ceil(found.total / pageSize)} />
      <SaveView {...views} />
    </StaffPage>
  )
}

type TotalsProps = {
  readonly view: View
  readonly list: { readonly count: OfficeList<never, never>["count"] }
  readonly found: Found<unknown>
}

function Totals({ view, list, found }: TotalsProps) {
  return (
    <p class="list-totals">
      <strong>{view.t(list.count, { count: found.total })}</strong>
      {(found.totals ?? []).map(({ label, count }) => (
        <span>
          {label} {count.toLocaleString(view.htmlLang)}
        </span>
      ))}
    </p>
  )
}

function Rows<Row, Around extends { readonly view: View }>(props: OfficeListPageProps<Row, Around>) {
  const { list, around, question, found } = props
  const table = <ListTable list={list} around={around} question={question} rows={found.rows} />
  return (
    <>
      {list.actions.length === 0 ? table : <Chosen {...props}>{table}</Chosen>}
      <Files view={around.view} path={list.path} query={question.query} total={found.total} />
    </>
  )
}

/** Nothing changes by choosing: the next page shows whom it would reach. */
function Chosen<Row, Around extends { readonly view: View }>(
  props: OfficeListPageProps<Row, Around> & { readonly children?: Child },
) {
  const { list, around, question, found, children } = props
  const { view } = around
  return (
    <form class="list-chosen" method="post" action={view.href(`${list.path}/selection`)}>
      {children}
      <Hidden name="query" value={question.query} />
      <div class="list-actions">
        <SelectField
          view={view}
          mark={false}
          name="action"
          label={view.t("web:list.with-chosen")}
          options={list.actions.map(({ name, label }) => ({ value: name, label: view.text(label) }))}
        />
        {found.total > found.rows.length && (
          <CheckboxField
            view={view}
            mark={false}
            name="all"
            value="yes"
            label={view.t("web:list.all-found", { count: found.total })}
          />
        )}
        <Button kind="secondary">{view.t("web:list.preview")}</Button>
      </div>
    </form>
  )
}

type FilesProps = {
  readonly view: View
  readonly path: string
  readonly query: string
  readonly total: number
}

function Files({ view, path, query, total }: FilesProps) {
  const to = (kind: string) => view.href(`${path}.${kind}`, Object.fromEntries(new URLSearchParams(query)))
  return (
    <p class="list-files">
      <span>{view.t("web:list.take-away")}</span>
      {total <= longestXlsx ? (
        <a href={to("xlsx")} download>
          {view.t("web:list.xlsx")}
        </a>
      ) : (
        <span>{view.t("web:list.xlsx-too-long", { count: longestXlsx })}</span>
      )}
      <a href={to("csv")} download>
        {view.t("web:list.csv")}
      </a>
    </p>
  )
}
