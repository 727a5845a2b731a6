import { sql } from "kysely"
import { dayOf } from "#kernel/clock.ts"
import { countFigure, type FigureQuestion, listFigureSubjects, type Metric } from "#kernel/figures.ts"
import { fiscalYearDays } from "#kernel/fiscal-year.ts"
import { type Page, window } from "#kernel/paging.ts"
import type { Transaction } from "#kernel/transaction.ts"
import type { FigureRequest } from "./schema.ts"

/** A line of the report that `enishi figures --json` prints; see docs/operations/figures.md. */
export type FigureLine = {
  readonly system: string
  readonly metric: string
  readonly period: string
  readonly asOf: string
  readonly precision: "day"
  readonly area: string | null
  readonly body: string | null
  readonly value: number | null
  readonly unit: string
  readonly status: "value" | "missing" | "suppressed" | "unsettled"
  readonly kind: "computed" | "published" | "opening"
  readonly definition: string
}

/** A figure as a page shows it: the main line, what stands on a line of its own, and its parts. */
export type Figure = {
  readonly metric: Metric
  readonly value: number
  readonly separate: number
  readonly byKind: readonly { readonly kind: string; readonly value: number }[]
  readonly byMonth: readonly { readonly month: Temporal.PlainYearMonth; readonly value: number }[]
}

export const questionOf = (
  metric: Metric,
  request: FigureRequest,
  zone: string,
  areaCode?: string,
): FigureQuestion => ({
  metric: metric.name,
  ...fiscalYearDays(request.year),
  asOf: request.asOf,
  known: request.known,
  zone,
  ...(areaCode ? { areaCode } : {}),
})

export const getFigure = async (
  tx: Transaction,
  metric: Metric,
  request: FigureRequest,
  zone: string,
): Promise<Figure> => {
  const question = questionOf(metric, request, zone)
  const { value, separate } = await totals(tx, metric, question)
  const kinds = await countFigure(tx, question, "kind", metric.separately)
  return {
    metric,
    value,
    separate,
    byKind: [...kinds]
      .map(([kind, number]) => ({ kind, value: number }))
      .filter((part) => part.value !== 0)
      .sort((a, b) => b.value - a.value),
    byMonth: await monthsOf(tx, metric, question),
  }
}

const totals = async (
  tx: Transaction,
  metric: Metric,
  question: FigureQuestion,
): Promise<{ value: number; separate: number }> => {
  const parts = await countFigure(tx, question, metric.separately?.dimension ?? "")
  const separate = metric.separately ? (parts.get(metric.separately.value) ?? 0) : 0
  const all = [...parts.values()].reduce((sum, part) => sum + part, 0)
  return { value: all - separate, separate }
}

/** X4: the elapsed months of the year, those without anything as 0. */
const monthsOf = async (
  tx: Transaction,
  metric: Metric,
  question: FigureQuestion,
): Promise<Figure["byMonth"]> => {
  const end = Temporal.PlainDate.compare(question.asOf, question.last) < 0 ? question.asOf : question.last
  const months = []
  for (
    let first = question.first;
    Temporal.PlainDate.compare(first, end) <= 0;
    first = first.add({ months: 1 })
  ) {
    const last = first.add({ months: 1 }).subtract({ days: 1 })
    const { value } = await totals(tx, metric, { ...question, first, last })
    months.push({ month: first.toPlainYearMonth(), value })
  }
  return months
}

/** X6: the records that a figure counts, one page of them. */
export const listCounted = async (
  tx: Transaction,
  metric: Metric,
  request: FigureRequest & { readonly page: number; readonly separate: boolean },
  zone: string,
): Promise<
  Page<{
    subjectKind: string
    subjectId: string
    occurredOn: Temporal.PlainDate
    dims: Record<string, string>
  }>
> => {
  const question = questionOf(metric, request, zone)
  const { value, separate } = await totals(tx, metric, question)
  const side = metric.separately ? { ...metric.separately, only: request.separate } : undefined
  const rows = await listFigureSubjects(tx, question, window(request.page, pageSize), side)
  return { rows, total: request.separate ? separate : value, page: request.page, size: pageSize }
}

const pageSize = 50

/** Every figure of a fiscal year as of a day: for the whole city and for each area, imported things on their own lines. */
export const reportFigures = async (
  tx: Transaction,
  metrics: readonly Metric[],
  request: FigureRequest,
  zone: string,
  definition: (key: string) => string,
): Promise<FigureLine[]> => {
  const areas = await sql<{ code: string }>`select distinct area_code as code from figure_events
    where area_code is not null order by 1`.execute(tx)
  const lines: FigureLine[] = []
  for (const metric of metrics) {
    for (const area of [null, ...areas.rows.map((row) => row.code)]) {
      const counted = await totals(tx, metric, questionOf(metric, request, zone, area ?? undefined))
      lines.push(...linesOf(metric, request, area, counted, definition))
    }
  }
  return lines
}

const linesOf = (
  metric: Metric,
  request: FigureRequest,
  area: string | null,
  counted: { value: number; separate: number },
  definition: (key: string) => string,
): FigureLine[] => {
  const line = {
    period: `FY${request.year}`,
    asOf: request.asOf.toString(),
    precision: "day" as const,
    area,
    body: null,
    unit: metric.unit,
    status: "value" as const,
    kind: "computed" as const,
    definition: definition(metric.definition),
  }
  return [metric.system, ...(metric.alsoIn ?? [])].flatMap((system) => [
    { system, metric: metric.name, ...line, value: counted.value },
    ...(metric.separately
      ? [{ system, metric: `${metric.name}.${metric.separately.value}`, ...line, value: counted.separate }]
      : []),
  ])
}

/** The first fiscal year of which anything is counted. */
export const firstCountedDay = async (
  tx: Transaction,
  now: Temporal.Instant,
  zone: string,
): Promise<Temporal.PlainDate> => {
  const row = await tx
    .selectFrom("figureEvents")
    .select((eb) => eb.fn.min("occurredOn").as("first"))
    .executeTakeFirst()
  return row?.first ?? dayOf(now, zone)
}
