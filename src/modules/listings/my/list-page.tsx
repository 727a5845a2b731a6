import type { Page } from "#kernel/paging.ts"
import { Moment } from "#web/dates.tsx"
import { MyPage } from "#web/layout/my.tsx"
import { ButtonLink } from "#web/ui/button.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { Pagination } from "#web/ui/pagination.tsx"
import { Table } from "#web/ui/table.tsx"
import type { View } from "#web/view.ts"
import type { OrganisationSummary } from "#modules/organisations"
import type { OwnRow } from "../queries/own.ts"
import { OfficeSpoke, StateTag } from "../views/state.tsx"

type ListPageProps = {
  readonly view: View
  readonly organisation: OrganisationSummary
  readonly found: Page<OwnRow>
}

/** Everything a group has written, published or not. */
export function OwnListPage({ view, organisation, found }: ListPageProps) {
  const path = `/my/organisations/${organisation.publicId}`
  const write = (
    <ButtonLink href={view.href(`${path}/listings/new`)} icon="plus">
      {view.t("listings:own.new")}
    </ButtonLink>
  )
  return (
    <MyPage
      view={view}
      title={view.text("listings:own.title")}
      breadcrumbs={[
        { label: view.t("web:nav.my"), href: view.href("/my") },
        { label: organisation.name, href: view.href(path) },
        { label: view.t("listings:own.title") },
      ]}
    >
      <h1>{view.t("listings:own.title")}</h1>
      {found.total === 0 ? (
        <EmptyState title={view.t("listings:own.none")} action={write}>
          <p>{view.t("listings:own.none-next")}</p>
        </EmptyState>
      ) : (
        <>
          <p>{write}</p>
          <Rows view={view} found={found} />
        </>
      )}
      <Pagination view={view} page={found.page} pages={Math.ceil(found.total / found.size)} />
    </MyPage>
  )
}

function Rows({ view, found }: Pick<ListPageProps, "view" | "found">) {
  return (
    <Table
      id="own"
      caption={view.t("listings:own.title")}
      captionHidden
      columns={["form.title", "own.state", "own.next", "filter.kind", "own.updated"].map((key) => ({
        label: view.t(`listings:${key}`),
      }))}
      rows={found.rows.map((row) => ({
        cells: [
          <a href={view.href(`/my/listings/${row.publicId}`)} data-row-action>
            {row.title}
          </a>,
          <>
            <StateTag view={view} state={row.state} />
            {row.officeSpoke && <OfficeSpoke view={view} />}
          </>,
          <Next view={view} row={row} />,
          view.t(`listings:kind.${row.kind}`),
          <Moment view={view} at={row.updatedAt} />,
        ],
      }))}
    />
  )
}

export function Next({
  view,
  row,
}: {
  readonly view: View
  readonly row: Pick<OwnRow, "nextAt" | "endsAt" | "anyTime">
}) {
  if (row.anyTime) return <>{view.t("listings:any-time")}</>
  if (row.endsAt && Temporal.Instant.compare(row.endsAt, view.now) <= 0) return <>{view.t("listings:over")}</>
  return row.nextAt ? <Moment view={view} at={row.nextAt} /> : <>{view.t("listings:undetermined")}</>
}
