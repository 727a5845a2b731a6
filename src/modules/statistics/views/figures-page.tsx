import { fiscalYearName } from "#kernel/fiscal-year.ts"
import { PublicPage } from "#web/layout/public.tsx"
import { Button } from "#web/ui/button.tsx"
import { RadiosField, SelectField } from "#web/ui/choice-fields.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { FigureTile, FigureTiles } from "#web/ui/figure-tile.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import { dayText } from "#web/day-text.ts"
import { ruby } from "#web/ruby.tsx"
import type { View } from "#web/view.ts"
import type { Figure } from "../queries.ts"
import type { FigureRequest } from "../schema.ts"
import { BarTable } from "./bar-table.tsx"

type FiguresPageProps = {
  readonly view: View
  readonly request: FigureRequest
  readonly figures: readonly Figure[]
  readonly firstYear: number
  readonly lastYear: number
  /** A way of counting on which the sources are silent. */
  readonly assumed: boolean
}

export const FiguresPage = (props: FiguresPageProps) => {
  const { view, figures } = props
  const counted = figures.filter((figure) => figure.value !== 0 || figure.separate !== 0)
  return (
    <PublicPage view={view} title={view.text("statistics:title")} description={view.text("statistics:lead")}>
      <h1>{view.t("statistics:title")}</h1>
      <p class="lead">{view.t("statistics:lead")}</p>
      <AskForm {...props} />
      {counted.length === 0 ? (
        <EmptyState title={view.t("statistics:none")}>{view.t("statistics:none-next")}</EmptyState>
      ) : (
        counted.map((figure) => <OneFigure {...props} figure={figure} />)
      )}
    </PublicPage>
  )
}

const yearLabel = (view: View, year: number): string =>
  view.lang === "en" ? `FY${year}` : `${fiscalYearName(year)}（${year}）`

const AskForm = ({ view, request, firstYear, lastYear }: FiguresPageProps) => {
  const years = Array.from({ length: Math.max(1, lastYear - firstYear + 1) }, (_, back) => lastYear - back)
  return (
    <form class="ask-figures" method="get" action="/figures" aria-label={view.text("statistics:ask")}>
      {view.lang !== "ja" && <input type="hidden" name="lang" value={view.lang} />}
      <SelectField
        view={view}
        name="year"
        mark={false}
        label={view.t("statistics:year")}
        value={String(request.year)}
        options={years.map((year) => ({ value: String(year), label: yearLabel(view, year) }))}
      />
      <TextField
        view={view}
        name="as-of"
        mark={false}
        label={view.t("statistics:as-of")}
        hint={view.t("statistics:as-of-hint")}
        value={request.asOf.toString()}
        width="medium"
      />
      <RadiosField
        view={view}
        name="known"
        mark={false}
        label={view.t("statistics:known")}
        value={request.known}
        options={[
          { value: "now", label: view.t("statistics:known-now") },
          { value: "then", label: view.t("statistics:known-then") },
        ]}
      />
      <Button kind="secondary">{view.t("statistics:count")}</Button>
    </form>
  )
}

const OneFigure = ({ view, request, figure, assumed }: FiguresPageProps & { readonly figure: Figure }) => {
  const { metric } = figure
  const query = { year: String(request.year), "as-of": request.asOf.toString(), known: request.known }
  const note = view.t("statistics:as-of-note", { day: dayText(view.lang, request.asOf) })
  const unit = view.t("statistics:unit")
  return (
    <section class="figure" aria-labelledby={`figure-${metric.slug}`}>
      <h2 id={`figure-${metric.slug}`}>{view.t(metric.label)}</h2>
      <FigureTiles>
        <FigureTile
          view={view}
          label={view.t(metric.label)}
          value={figure.value}
          unit={unit}
          note={note}
          href={view.href(`/figures/${metric.slug}`, query)}
        />
        {metric.separately && (
          <FigureTile
            view={view}
            label={view.t("statistics:separate")}
            value={figure.separate}
            unit={unit}
            note={note}
            href={view.href(`/figures/${metric.slug}`, { ...query, source: "import" })}
          />
        )}
      </FigureTiles>
      <details class="definition">
        <summary>{view.t("statistics:definition")}</summary>
        <p>{view.t(metric.definition)}</p>
        {assumed && <p>{view.t("statistics:assumption")}</p>}
      </details>
      <div class="figure-parts">
        <BarTable
          view={view}
          id={`${metric.slug}-kinds`}
          title={view.t("statistics:by-kind")}
          heading={view.t("statistics:kind")}
          bars={figure.byKind.map((part) => ({
            label: view.t(`statistics:kind-name.${part.kind || "other"}`),
            value: part.value,
          }))}
        />
        <BarTable
          view={view}
          id={`${metric.slug}-months`}
          title={view.t("statistics:by-month")}
          heading={view.t("statistics:month")}
          bars={figure.byMonth.map((part) => ({
            label: ruby(monthText(view, part.month)),
            value: part.value,
          }))}
        />
      </div>
    </section>
  )
}

const monthText = (view: View, month: Temporal.PlainYearMonth): string => {
  if (view.lang === "en")
    return month.toLocaleString("en-GB", { month: "short", year: "numeric", calendar: "iso8601" })
  return view.lang === "ja-easy"
    ? `${month.year}{年|ねん}${month.month}{月|がつ}`
    : `${month.year}年${month.month}月`
}
