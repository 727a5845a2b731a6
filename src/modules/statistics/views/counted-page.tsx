import type { Metric } from "#kernel/figures.ts"
import type { Page } from "#kernel/paging.ts"
import { dayText } from "#web/day-text.ts"
import { Day } from "#web/dates.tsx"
import { PublicPage } from "#web/layout/public.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { Pagination } from "#web/ui/pagination.tsx"
import { Table } from "#web/ui/table.tsx"
import type { View } from "#web/view.ts"
import type { FigureRequest } from "../schema.ts"

type CountedPageProps = {
  readonly view: View
  readonly metric: Metric
  readonly request: FigureRequest & { readonly separate: boolean }
  readonly counted: Page<{ subjectId: string; occurredOn: Temporal.PlainDate; dims: Record<string, string> }>
  readonly subjects: ReadonlyMap<string, { readonly title: string; readonly href: string }>
}

/** X6: what a figure counts, record by record. */
export const CountedPage = ({ view, metric, request, counted, subjects }: CountedPageProps) => {
  const title = view.text(metric.label)
  const pages = Math.ceil(counted.total / counted.size)
  return (
    <PublicPage
      view={view}
      title={title}
      breadcrumbs={[
        { label: view.t("statistics:title"), href: view.href("/figures") },
        { label: view.t(metric.label) },
      ]}
      noindex
    >
      <h1>
        {view.t(metric.label)} {counted.total.toLocaleString(view.htmlLang)}
        {view.t("statistics:unit")}
      </h1>
      <p>
        {request.separate && view.t("statistics:separate")}{" "}
        {view.t("statistics:as-of-note", { day: dayText(view.lang, request.asOf) })}
      </p>
      <p>{view.t(metric.definition)}</p>
      {counted.rows.length === 0 ? (
        <EmptyState title={view.t("statistics:empty-list")} />
      ) : (
        <Table
          id="counted"
          caption={view.t("statistics:counted")}
          columns={[
            { label: view.t("statistics:name") },
            { label: view.t("statistics:kind") },
            { label: view.t("statistics:counted-on") },
          ]}
          rows={counted.rows.map((row) => ({
            cells: [
              <Subject view={view} subject={subjects.get(row.subjectId)} />,
              view.t(`statistics:kind-name.${row.dims["kind"] ?? "other"}`),
              <Day view={view} day={row.occurredOn} near={false} />,
            ],
          }))}
        />
      )}
      <Pagination view={view} page={counted.page} pages={pages} />
    </PublicPage>
  )
}

const Subject = ({
  view,
  subject,
}: {
  readonly view: View
  readonly subject: { title: string; href: string } | undefined
}) =>
  subject ? (
    <a href={view.href(subject.href)} lang="ja">
      {subject.title}
    </a>
  ) : (
    <>{view.t("statistics:hidden")}</>
  )
