import type { Page } from "#kernel/paging.ts"
import { Moment } from "#web/dates.tsx"
import { StaffPage } from "#web/layout/staff.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { Pagination } from "#web/ui/pagination.tsx"
import { Table } from "#web/ui/table.tsx"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import type { StaleRow } from "../queries/stale.ts"
import { areaNames } from "../views/labels.tsx"

type StalePageProps = {
  readonly view: View
  readonly areas: readonly Area[]
  readonly found: Page<StaleRow>
}

/** Groups that nobody confirmed: the office asks them, and confirms or ends what they say. */
export function StalePage({ view, areas, found }: StalePageProps) {
  const column = (key: string) => ({ label: view.t(`organisations:${key}`) })
  return (
    <StaffPage
      view={view}
      title={view.text("organisations:stale.title")}
      breadcrumbs={[
        { label: view.t("organisations:office.title"), href: view.href("/staff/registrations") },
        { label: view.t("organisations:stale.title") },
      ]}
    >
      <h1>{view.t("organisations:stale.title")}</h1>
      <p>{view.t("organisations:stale.lead")}</p>
      {found.total === 0 ? (
        <EmptyState title={view.t("organisations:stale.none")} />
      ) : (
        <Table
          id="stale"
          caption={view.t("organisations:stale.title")}
          captionHidden
          columns={[
            column("form.name"),
            { label: view.t("web:search.area") },
            column("fresh.confirmed"),
            { ...column("stale.reminders"), numeric: true },
            column("stale.since"),
          ]}
          rows={found.rows.map((row) => ({
            cells: [
              <a href={view.href(`/staff/registrations/${row.publicId}`)} data-row-action>
                {row.name}
              </a>,
              areaNames(view, areas, [row.mainAreaCode]),
              <Moment view={view} at={row.confirmedAt} />,
              row.reminders,
              <Moment view={view} at={row.staleAt} />,
            ],
          }))}
        />
      )}
      <Pagination view={view} page={found.page} pages={Math.ceil(found.total / found.size)} />
    </StaffPage>
  )
}
