import type { City } from "#kernel/city.ts"
import { Moment } from "#web/dates.tsx"
import { StaffPage } from "#web/layout/staff.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { Table } from "#web/ui/table.tsx"
import { Tabs } from "#web/ui/tabs.tsx"
import type { View } from "#web/view.ts"
import type { SlowGroup } from "../queries/office.ts"

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
