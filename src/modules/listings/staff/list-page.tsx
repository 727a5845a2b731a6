import type { Page } from "#kernel/paging.ts"
import { Moment } from "#web/dates.tsx"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button } from "#web/ui/button.tsx"
import { CheckboxField, SelectField } from "#web/ui/choice-fields.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { Pagination } from "#web/ui/pagination.tsx"
import { Table } from "#web/ui/table.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { areaLabel, type Area } from "#modules/places"
import type { OfficeRow } from "../queries/office.ts"
import { listing } from "../schema/workflow.ts"
import { StateTag } from "../views/state.tsx"

/** As asked in the address: `area` is a slug. */
export type OfficeQuestion = {
  readonly q: string
  readonly state: string
  readonly area: string
  readonly look: boolean
}

type ListPageProps = {
  readonly view: View
  readonly question: OfficeQuestion
  readonly found: Page<OfficeRow>
  readonly areas: readonly Area[]
}

/** What is public, or was, for the office that is competent. */
export function OfficeListPage(props: ListPageProps) {
  const { view, found } = props
  return (
    <StaffPage view={view} title={view.text("listings:office.title")}>
      <h1>{view.t("listings:office.title")}</h1>
      <Filters {...props} />
      <p>{view.t("listings:count", { count: found.total })}</p>
      {found.total === 0 ? (
        <EmptyState title={view.t("listings:office.none")}>
          <p>{view.t("listings:office.none-next")}</p>
        </EmptyState>
      ) : (
        <Rows view={view} found={found} />
      )}
      <Pagination view={view} page={found.page} pages={Math.ceil(found.total / found.size)} />
    </StaffPage>
  )
}

function Filters({ view, question, areas }: ListPageProps) {
  const plain = { view, mark: false } as const
  return (
    <form class="filters" method="get" action="/staff/listings">
      {view.lang !== "ja" && <input type="hidden" name="lang" value={view.lang} />}
      <SelectField
        {...plain}
        name="state"
        label={view.t("listings:own.state")}
        value={question.state}
        empty={view.text("listings:office.any-state")}
        options={listing.states
          .filter((state) => state !== listing.initial)
          .map((state) => ({ value: state, label: view.text(`listings:state.${state}`) }))}
      />
      {areas.length > 1 && (
        <SelectField
          {...plain}
          name="area"
          label={view.t("web:search.area")}
          value={question.area}
          empty={view.text("web:search.all-areas")}
          options={areas.map((area) => ({ value: area.slug, label: areaLabel(view, area) }))}
        />
      )}
      <TextField
        {...plain}
        name="q"
        label={view.t("listings:office.words")}
        type="search"
        value={question.q}
      />
      <CheckboxField
        {...plain}
        name="look"
        value="1"
        label={view.t("listings:office.look")}
        checked={question.look}
      />
      <Button kind="secondary" icon="filter">
        {view.t("listings:office.narrow")}
      </Button>
    </form>
  )
}

const columns = ["form.title", "organiser", "filter.kind", "own.state", "own.next", "office.published"]

function Rows({ view, found }: Pick<ListPageProps, "view" | "found">) {
  return (
    <Table
      id="listings"
      caption={view.t("listings:office.title")}
      captionHidden
      columns={columns.map((key) => ({ label: view.t(`listings:${key}`) }))}
      rows={found.rows.map((row) => ({
        alert: row.lookAt.length > 0,
        cells: [
          <a href={view.href(`/staff/listings/${row.publicId}`)} data-row-action>
            {row.title}
          </a>,
          <span class="clamp">{row.organisationName || row.credit}</span>,
          view.t(`listings:kind.${row.kind}`),
          <StateTag view={view} state={row.state} />,
          row.nextAt && <Moment view={view} at={row.nextAt} />,
          row.firstPublishedAt && <Moment view={view} at={row.firstPublishedAt} />,
        ],
      }))}
    />
  )
}
