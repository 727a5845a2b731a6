import { Day, Moment, today } from "#web/dates.tsx"
import { StaffPage } from "#web/layout/staff.tsx"
import type { Waiting } from "#web/manifest.ts"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { Table } from "#web/ui/table.tsx"
import type { View } from "#web/view.ts"

type TodayPageProps = { readonly view: View; readonly waiting: readonly Waiting[] }

export const TodayPage = ({ view, waiting }: TodayPageProps) => (
  <StaffPage view={view} title={view.text("portal:today.title")}>
    <h1>{view.t("portal:today.title")}</h1>
    {waiting.length === 0 ? (
      <EmptyState title={view.t("portal:today.empty")}>{view.t("portal:today.empty-next")}</EmptyState>
    ) : (
      <>
        <p>{view.t("portal:today.lead")}</p>
        <WaitingTable view={view} waiting={waiting} />
      </>
    )}
  </StaffPage>
)

const WaitingTable = ({ view, waiting }: TodayPageProps) => (
  <Table
    id="waiting"
    caption={view.t("portal:today.table")}
    captionHidden
    columns={[
      { label: view.t("portal:today.name") },
      { label: view.t("portal:today.what") },
      { label: view.t("portal:today.since") },
      { label: view.t("portal:today.due") },
    ]}
    rows={waiting.map((item) => ({
      alert: isLate(view, item),
      cells: [
        <a href={view.href(item.href)} data-row-action>
          {item.title}
        </a>,
        item.what,
        <Moment view={view} at={item.since} />,
        <Due view={view} item={item} />,
      ],
    }))}
  />
)

const isLate = (view: View, { dueOn }: Waiting): boolean =>
  dueOn !== null && Temporal.PlainDate.compare(dueOn, today(view)) < 0

const Due = ({ view, item }: { readonly view: View; readonly item: Waiting }) => {
  if (!item.dueOn) return <>{view.t("portal:today.no-due")}</>
  return (
    <>
      <Day view={view} day={item.dueOn} />
      {isLate(view, item) && <strong class="late"> {view.t("portal:today.late")}</strong>}
    </>
  )
}
