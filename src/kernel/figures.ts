import { sql } from "kysely"
import { dayOf } from "#kernel/clock.ts"
import { newId } from "#kernel/ids.ts"
import { touch } from "#kernel/stamps.ts"
import type { Transaction, Work } from "#kernel/transaction.ts"

// X1–X6: figures are events, written in the transaction of the act that they count and corrected only by reversal.

export type Metric = {
  /** The system of the requirements that reports it. */
  readonly system: string
  /** X7: further systems under which the same counter is shown; never added together. */
  readonly alsoIn?: readonly string[]
  readonly name: string
  /** What people call it: a message key. */
  readonly label: string
  /** Its page: /figures/{slug}. */
  readonly slug: string
  readonly kind: "flow" | "stock" | "average" | "ratio"
  readonly unit: string
  /** What is counted and what is not: a message key, shown beside the figure. */
  readonly definition: string
  /** Under which dimension events are shown on a line of their own. */
  readonly separately?: { readonly dimension: string; readonly value: string }
}

export type FigureEvent = {
  readonly metric: string
  readonly subject: { readonly kind: string; readonly id: string }
  /** Without it, the calendar day of the act in the city's time zone. */
  readonly occurredOn?: Temporal.PlainDate
  readonly delta?: number
  readonly areaCode?: string | null
  readonly bodyId?: string | null
  readonly dims?: Readonly<Record<string, string>>
}

export const recordFigure = async (work: Work, event: FigureEvent): Promise<string> => {
  const id = newId()
  touch(work, "figures")
  await work.tx
    .insertInto("figureEvents")
    .values({
      id,
      metric: event.metric,
      subjectKind: event.subject.kind,
      subjectId: event.subject.id,
      occurredOn: event.occurredOn ?? dayOf(work.now, work.city.zone),
      recordedAt: work.now,
      delta: event.delta ?? 1,
      areaCode: event.areaCode ?? null,
      bodyId: event.bodyId ?? null,
      dims: JSON.stringify(event.dims ?? {}),
    })
    .execute()
  return id
}

/** Takes back whatever stands counted for a subject: a spam item, a duplicate, a wrong entry. */
export const reverseFigures = async (
  work: Work,
  metric: string,
  subject: { kind: string; id: string },
): Promise<void> => {
  const standing = await work.tx
    .selectFrom("figureEvents as counted")
    .selectAll("counted")
    .where("counted.metric", "=", metric)
    .where("counted.subjectKind", "=", subject.kind)
    .where("counted.subjectId", "=", subject.id)
    .where("counted.cancels", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("figureEvents as reversal")
            .select("reversal.id")
            .whereRef("reversal.cancels", "=", "counted.id"),
        ),
      ),
    )
    .execute()
  if (standing.length > 0) touch(work, "figures")
  for (const event of standing) {
    await work.tx
      .insertInto("figureEvents")
      .values({
        ...event,
        id: newId(),
        delta: -event.delta,
        recordedAt: work.now,
        cancels: event.id,
        dims: JSON.stringify(event.dims),
      })
      .execute()
  }
}

/** Counts again what was taken back, on its first day: a duplicate that was none, a wrong closing. */
export const countAgain = async (
  work: Work,
  metric: string,
  subject: { kind: string; id: string },
): Promise<void> => {
  const events = await work.tx
    .selectFrom("figureEvents")
    .selectAll()
    .where("metric", "=", metric)
    .where("subjectKind", "=", subject.kind)
    .where("subjectId", "=", subject.id)
    .orderBy("id")
    .execute()
  const counted = events.find(({ cancels }) => cancels === null)
  if (!counted || events.reduce((sum, { delta }) => sum + Number(delta), 0) !== 0) return
  touch(work, "figures")
  await work.tx
    .insertInto("figureEvents")
    .values({ ...counted, id: newId(), recordedAt: work.now, dims: JSON.stringify(counted.dims) })
    .execute()
}

export type FigureQuestion = {
  readonly metric: string
  readonly first: Temporal.PlainDate
  readonly last: Temporal.PlainDate
  /** Nothing that happened after this day counts. */
  readonly asOf: Temporal.PlainDate
  /** `then`: as it was known at the end of that day; `now`: with everything recorded since. */
  readonly known: "then" | "now"
  readonly zone: string
  readonly areaCode?: string
}

const counted = (question: FigureQuestion) => {
  const end = Temporal.PlainDate.compare(question.asOf, question.last) < 0 ? question.asOf : question.last
  const knownBefore = question.asOf.add({ days: 1 }).toZonedDateTime(question.zone).toInstant()
  return sql`metric = ${question.metric} and occurred_on between ${question.first} and ${end}
    ${question.known === "then" ? sql`and recorded_at < ${knownBefore}` : sql``}
    ${question.areaCode ? sql`and area_code = ${question.areaCode}` : sql``}`
}

/** Only what has this value in a dimension, or only what has not. */
export type Side = { readonly dimension: string; readonly value: string; readonly only: boolean }

const onSide = (side: Side | undefined) => {
  if (!side) return sql`true`
  const has = sql`dims ->> ${side.dimension} is not distinct from ${side.value}`
  return side.only ? has : sql`not (${has})`
}

/** Sums of a flow, by the values of one dimension (`""` where an event has none). */
export const countFigure = async (
  tx: Transaction,
  question: FigureQuestion,
  dimension: string,
  without?: { readonly dimension: string; readonly value: string },
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ value: string; sum: number }>`
    select coalesce(dims ->> ${dimension}, '') as value, sum(delta)::bigint as sum
    from figure_events where ${counted(question)} and ${onSide(without && { ...without, only: false })}
    group by 1 order by 1`.execute(tx)
  return new Map(rows.map((row) => [row.value, row.sum]))
}

/** X6: the subjects that a figure counts, newest first. */
export const listFigureSubjects = async (
  tx: Transaction,
  question: FigureQuestion,
  page: { readonly limit: number; readonly offset: number },
  side?: Side,
): Promise<
  { subjectKind: string; subjectId: string; occurredOn: Temporal.PlainDate; dims: Record<string, string> }[]
> => {
  const { rows } = await sql<{
    subjectKind: string
    subjectId: string
    occurredOn: Temporal.PlainDate
    dims: Record<string, string>
  }>`
    select subject_kind, subject_id, min(occurred_on) as occurred_on, min(dims::text)::jsonb as dims
    from figure_events where ${counted(question)} and ${onSide(side)}
    group by subject_kind, subject_id having sum(delta) > 0
    order by min(occurred_on) desc, subject_id limit ${page.limit} offset ${page.offset}`.execute(tx)
  return rows
}
