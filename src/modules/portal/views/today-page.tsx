import { businessDaysUntil } from "#kernel/business-days.ts"
import { Day, Moment, today } from "#web/dates.tsx"
import { type Programme, StaffPage } from "#web/layout/staff.tsx"
import type { Change, WaitingThere } from "#web/manifest.ts"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { Table } from "#web/ui/table.tsx"
import { Tabs } from "#web/ui/tabs.tsx"
import type { Child, View } from "#web/view.ts"
import { MorningMail } from "./morning-mail.tsx"

type TodayPageProps = {
  readonly view: View
  readonly waiting: readonly WaitingThere[]
  /** Only this programme's; all of them when nothing waits in it. */
  readonly programme: string
  readonly changes: readonly Change[]
  /** The business day before today. */
  readonly since: Temporal.PlainDate
  readonly morning: boolean
}

/** Everything that waits for the worn post, and what changed while one was away. */
export function TodayPage(props: TodayPageProps) {
  const { view, waiting, morning } = props
  return (
    <StaffPage
      view={view}
      title={view.text("portal:today.title")}
      programmes={counted(view, waiting)}
      scripts={["submit-once"]}
    >
      <h1>{view.t("portal:today.title")}</h1>
      {waiting.length === 0 ? (
        <EmptyState title={view.t("portal:today.empty")}>{view.t("portal:today.empty-next")}</EmptyState>
      ) : (
        <Waits {...props} />
      )}
      <Changes {...props} />
      <MorningMail view={view} wanted={morning} />
    </StaffPage>
  )
}

/** The list of programmes, each with how many wait there. */
const counted = (view: View, waiting: readonly WaitingThere[]): Programme[] => {
  const left = Map.groupBy(waiting, (each) => each.programme)
  return (view.programmes ?? []).map(({ module = "", ...item }) => {
    const count = left.get(module)?.length ?? 0
    // A module with several pages counts at its first.
    left.delete(module)
    return { ...item, count }
  })
}

/** The name of a programme is that of its first page. */
const nameOf = (view: View, module: string): Child =>
  view.programmes?.find((item) => item.module === module)?.label ?? view.t("portal:today.other")

function Waits({ view, waiting, programme }: TodayPageProps) {
  const there = [...Map.groupBy(waiting, (each) => each.programme)]
  const chosen = there.find(([name]) => name === programme)
  const late = waiting.filter((each) => daysLeft(view, each) < 0).length
  return (
    <>
      <p>
        {view.t("portal:today.lead", { count: waiting.length })}
        {late > 0 && <strong class="late"> {view.t("portal:today.late-count", { count: late })}</strong>}
      </p>
      {there.length > 1 && (
        <Tabs
          label={view.text("portal:today.by-programme")}
          items={[
            {
              label: view.t("portal:today.all"),
              href: view.href("/staff"),
              count: waiting.length,
              current: !chosen,
            },
            ...there.map(([name, items]) => ({
              label: nameOf(view, name),
              href: view.href("/staff", { programme: name }),
              count: items.length,
              current: chosen?.[0] === name,
            })),
          ]}
        />
      )}
      <WaitingTable view={view} waiting={chosen?.[1] ?? waiting} />
    </>
  )
}

function WaitingTable({ view, waiting }: Pick<TodayPageProps, "view" | "waiting">) {
  return (
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
        alert: daysLeft(view, item) < 0,
        cells: [
          <a href={view.href(item.href)}>{item.title}</a>,
          item.what,
          <Moment view={view} at={item.since} />,
          <Due view={view} item={item} />,
        ],
      }))}
    />
  )
}

/** Business days until it is due; far away when it has no day. */
const daysLeft = (view: View, { dueOn }: WaitingThere): number => {
  if (!dueOn) return Infinity
  const day = today(view)
  const past = Temporal.PlainDate.compare(dueOn, day) < 0
  // Due on Friday and looked at on Sunday is late, though no business day has passed.
  return past ? Math.min(-1, businessDaysUntil(day, dueOn)) : businessDaysUntil(day, dueOn)
}

function Due({ view, item }: { readonly view: View; readonly item: WaitingThere }) {
  if (!item.dueOn) return <>{view.t("portal:today.no-due")}</>
  const left = daysLeft(view, item)
  return (
    <>
      <Day view={view} day={item.dueOn} near={false} />{" "}
      {left < 0 ? (
        <strong class="late">{view.t("portal:today.late", { count: -left })}</strong>
      ) : item.dueOn.equals(today(view)) ? (
        <strong>{view.t("portal:today.due-today")}</strong>
      ) : (
        <span>{view.t("portal:today.left", { count: left })}</span>
      )}
    </>
  )
}

function Changes({ view, changes, since }: TodayPageProps) {
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{view.t("portal:today.changes")}</h2>
      {changes.length === 0 ? (
        <p>
          {view.t("portal:today.no-changes")}（<Day view={view} day={since} near={false} />
          {view.t("portal:today.onwards")}）
        </p>
      ) : (
        <ul class="changes">
          {changes.map(({ title, what, href, at }) => (
            <li>
              <Moment view={view} at={at} /> <a href={view.href(href)}>{title}</a> <span>{what}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
