import type { City } from "#kernel/city.ts"
import type { Page } from "#kernel/paging.ts"
import { Day, Moment, today } from "#web/dates.tsx"
import { StaffPage } from "#web/layout/staff.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { Pagination } from "#web/ui/pagination.tsx"
import { Table } from "#web/ui/table.tsx"
import { Tabs } from "#web/ui/tabs.tsx"
import type { View } from "#web/view.ts"
import type { CaseRow, SlowGroup } from "../queries/office.ts"
import { caseText } from "../views/waits.tsx"

type ListTab = "open" | "settled" | "slow"

function ListTabs({ view, current }: { readonly view: View; readonly current: ListTab }) {
  const tab = (name: ListTab, href: string) => ({
    label: view.t(`inquiries:office.${name}`),
    href,
    current: name === current,
  })
  return (
    <Tabs
      label={view.text("inquiries:office.tabs")}
      items={[
        tab("open", view.href("/staff/inquiries")),
        tab("settled", view.href("/staff/inquiries", { state: "settled" })),
        tab("slow", view.href("/staff/inquiries/slow")),
      ]}
    />
  )
}

type CasesPageProps = { readonly view: View; readonly settled: boolean; readonly found: Page<CaseRow> }

/** What groups handed over and what was reported: the nearest due first. */
export function CasesPage({ view, settled, found }: CasesPageProps) {
  return (
    <StaffPage view={view} title={view.text("inquiries:office.title")}>
      <h1>{view.t("inquiries:office.title")}</h1>
      <ListTabs view={view} current={settled ? "settled" : "open"} />
      {found.total === 0 ? (
        <EmptyState title={view.t(settled ? "inquiries:office.none-settled" : "inquiries:office.none")}>
          <p>{view.t("inquiries:office.none-next")}</p>
        </EmptyState>
      ) : (
        <Table
          id="cases"
          caption={view.t("inquiries:office.title")}
          captionHidden
          columns={[
            { label: view.t("inquiries:office.group") },
            { label: view.t("inquiries:office.what") },
            { label: view.t("inquiries:office.at") },
            { label: view.t(settled ? "inquiries:office.settled" : "inquiries:office.due") },
          ]}
          rows={found.rows.map((row) => ({
            alert: !settled && Temporal.PlainDate.compare(row.dueOn, today(view)) < 0,
            cells: [
              <a href={view.href(`/staff/inquiries/${row.publicId}`)} data-row-action>
                {row.group?.name}
              </a>,
              caseText(view, row),
              <Moment view={view} at={row.at} />,
              row.settledAt ? <Moment view={view} at={row.settledAt} /> : <Day view={view} day={row.dueOn} />,
            ],
          }))}
        />
      )}
      <Pagination view={view} page={found.page} pages={Math.ceil(found.total / found.size)} />
    </StaffPage>
  )
}

type SlowPageProps = { readonly view: View; readonly city: City; readonly groups: readonly SlowGroup[] }

/** Groups that may be glad of help with answering. It is no ranking: the order is who waits longest. */
export function SlowPage({ view, city, groups }: SlowPageProps) {
  const { slowDays } = city.settings.inquiries
  return (
    <StaffPage view={view} title={view.text("inquiries:office.slow")}>
      <h1>{view.t("inquiries:office.slow")}</h1>
      <ListTabs view={view} current="slow" />
      <p>{view.t("inquiries:office.slow-lead", { days: slowDays.value })}</p>
      {groups.length === 0 ? (
        <EmptyState title={view.t("inquiries:office.none-slow")} />
      ) : (
        <Table
          id="slow"
          caption={view.t("inquiries:office.slow")}
          captionHidden
          columns={[
            { label: view.t("inquiries:office.group") },
            { label: view.t("inquiries:office.waiting"), numeric: true },
            { label: view.t("inquiries:office.waiting-since") },
            { label: view.t("inquiries:office.median") },
          ]}
          rows={groups.map(({ group, waiting, waitingSince, medianMinutes, answered }) => ({
            cells: [
              <a href={view.href(`/organisations/${group.publicId}`)} data-row-action>
                {group.name}
              </a>,
              waiting,
              waitingSince && <Moment view={view} at={waitingSince} />,
              medianMinutes === null
                ? view.t("inquiries:office.no-median")
                : view.t("inquiries:office.median-days", {
                    days: (medianMinutes / (24 * 60)).toFixed(1),
                    answered,
                  }),
            ],
          }))}
        />
      )}
    </StaffPage>
  )
}
