import type { Page } from "#kernel/paging.ts"
import { Day, Moment, today } from "#web/dates.tsx"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button } from "#web/ui/button.tsx"
import { SelectField } from "#web/ui/choice-fields.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { Pagination } from "#web/ui/pagination.tsx"
import { Table, type Row } from "#web/ui/table.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { areaLabel, type Area } from "#modules/places"
import type { OfficeRow } from "../queries/office.ts"
import { registration } from "../schema/registration.ts"
import { areaNames, kindLabel } from "../views/labels.tsx"
import { StateTag } from "../views/state.tsx"

/** As asked in the address: `area` is a slug, `state` a state or `all`. */
export type OfficeQuestion = { readonly state: string; readonly area: string; readonly q: string }

type ListPageProps = {
  readonly view: View
  readonly question: OfficeQuestion
  readonly found: Page<OfficeRow>
  readonly areas: readonly Area[]
  /** The areas that the worn post covers. */
  readonly covered: readonly Area[]
}

/** Registrations for the office: what waits first, the oldest on top. */
export function ListPage(props: ListPageProps) {
  const { view, found } = props
  return (
    <StaffPage view={view} title={view.text("organisations:office.title")}>
      <h1>{view.t("organisations:office.title")}</h1>
      <Filters {...props} />
      <p>{view.t("organisations:office.count", { count: found.total })}</p>
      {found.total === 0 ? (
        <EmptyState title={view.t("organisations:office.none")}>
          <p>{view.t("organisations:office.none-next")}</p>
        </EmptyState>
      ) : (
        <Rows {...props} />
      )}
      <Pagination view={view} page={found.page} pages={Math.ceil(found.total / found.size)} />
    </StaffPage>
  )
}

function Filters({ view, question, covered }: ListPageProps) {
  const plain = { view, mark: false } as const
  const states = registration.states.filter((state) => state !== registration.initial)
  return (
    <form class="filters" method="get" action="/staff/registrations">
      {view.lang !== "ja" && <input type="hidden" name="lang" value={view.lang} />}
      <SelectField
        {...plain}
        name="state"
        label={view.t("organisations:office.state")}
        value={question.state}
        options={[...states, "all"].map((state) => ({
          value: state,
          label: view.text(`organisations:state.${state}`),
        }))}
      />
      {covered.length > 1 && (
        <SelectField
          {...plain}
          name="area"
          label={view.t("web:search.area")}
          value={question.area}
          empty={view.text("web:search.all-areas")}
          options={covered.map((area) => ({ value: area.slug, label: areaLabel(view, area) }))}
        />
      )}
      <TextField
        {...plain}
        name="q"
        label={view.t("organisations:office.words")}
        type="search"
        value={question.q}
      />
      <Button kind="secondary" icon="filter">
        {view.t("organisations:office.narrow")}
      </Button>
    </form>
  )
}

function Rows({ view, found, areas }: ListPageProps) {
  const column = (key: string) => ({ label: view.t(`organisations:${key}`) })
  return (
    <Table
      id="registrations"
      caption={view.t("organisations:office.title")}
      captionHidden
      columns={[
        column("form.name"),
        column("receipt-number"),
        { label: view.t("web:search.area") },
        column("office.kind"),
        column("office.state"),
        column("office.submitted"),
        column("office.due"),
      ]}
      rows={found.rows.map((row) => rowOf(view, areas, row))}
    />
  )
}

const rowOf = (view: View, areas: readonly Area[], row: OfficeRow): Row => ({
  alert: isLate(view, row),
  cells: [
    <a href={view.href(`/staff/registrations/${row.publicId}`)} data-row-action>
      {row.name}
    </a>,
    <span class="keep">{row.receiptNumber}</span>,
    areaNames(view, areas, [row.mainAreaCode]),
    kindLabel(view, row.kind),
    <StateTag view={view} state={row.state} />,
    row.submittedAt && <Moment view={view} at={row.submittedAt} />,
    <Due view={view} row={row} />,
  ],
})

/** Is the day over by which this should have been answered? */
export const isLate = (view: View, { dueOn }: Pick<OfficeRow, "dueOn">): boolean =>
  dueOn !== null && Temporal.PlainDate.compare(dueOn, today(view)) < 0

function Due({ view, row }: { readonly view: View; readonly row: OfficeRow }) {
  if (!row.dueOn) return null
  return (
    <>
      <Day view={view} day={row.dueOn} />
      {isLate(view, row) && <strong class="late"> {view.t("organisations:office.late")}</strong>}
    </>
  )
}
