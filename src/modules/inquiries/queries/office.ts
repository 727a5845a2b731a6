import { sql, type SelectQueryBuilder } from "kysely"
import { authorise, isAllowed, type Actor } from "#kernel/actor.ts"
import type { City } from "#kernel/city.ts"
import type { DB } from "#kernel/database/tables.generated.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { findOrganisations, type OrganisationSummary } from "#modules/organisations"
import { canListAsOffice } from "../policy.ts"
import { caseColumns, type InquiryCase } from "./records.ts"
import type { Standing } from "./standings.ts"

/** A case for the office, with the conversation that it is about. */
export type CaseRow = InquiryCase & {
  readonly publicId: string
  readonly organisationId: string
  readonly group: OrganisationSummary | undefined
}

export const caseKinds = ["help", "report"] as const

type Filter = {
  readonly settled: boolean
  readonly kind?: (typeof caseKinds)[number] | undefined
  readonly order?: { readonly by: "at" | "dueOn" | "settledAt"; readonly descending: boolean } | undefined
}

/** X17: row-level security shows what was handed over or reported to the worn body, and nothing else. */
const cases = (tx: Transaction, actor: Actor, { settled, kind }: Filter) =>
  tx
    .selectFrom("inquiryCases as case")
    .where(sql<boolean>`"case".body_ids && ${[actor.wearing?.bodyId ?? ""].filter(Boolean)}::uuid[]`)
    .where("case.settledAt", settled ? "is not" : "is", null)
    .$if(kind !== undefined, (chosen) => chosen.where("case.kind", "=", kind ?? ""))

type Range = { readonly limit: number; readonly offset: number }

/** What is settled: the latest first; what is not: the nearest due; unless another order is asked for. */
export const listCases = async (
  tx: Transaction,
  actor: Actor,
  filter: Filter,
  { limit, offset }: Range,
): Promise<{ readonly rows: CaseRow[]; readonly total: number }> => {
  authorise(canListAsOffice(actor))
  const { settled } = filter
  const order = filter.order ?? { by: settled ? "settledAt" : "dueOn", descending: settled }
  const { total } = await cases(tx, actor, filter)
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow()
  const rows = await readRows(
    cases(tx, actor, filter)
      .orderBy(`case.${order.by}`, order.descending ? "desc" : "asc")
      .orderBy("case.id")
      .limit(limit)
      .offset(offset),
  )
  return { rows: await withGroups(tx, rows), total: Number(total) }
}

type Row = InquiryCase & { readonly publicId: string; readonly organisationId: string }

const readRows = <O>(
  query: SelectQueryBuilder<{ case: DB["inquiryCases"] } & DB, "case", O>,
): Promise<Row[]> =>
  query
    .innerJoin("inquiries", "inquiries.id", "case.inquiryId")
    .clearSelect()
    .select(caseColumns.map((column) => `case.${column}` as const))
    .select(["inquiries.publicId", "inquiries.organisationId"])
    .$castTo<Row>()
    .execute()

const withGroups = async (tx: Transaction, rows: readonly Row[]): Promise<CaseRow[]> => {
  const groups = await findOrganisations(
    tx,
    rows.map(({ organisationId }) => organisationId),
  )
  return rows.map((row) => ({ ...row, group: groups.get(row.organisationId) }))
}

/** What waits for the worn post. */
export const listWaitingCases = async (tx: Transaction, actor: Actor): Promise<CaseRow[]> => {
  if (!isAllowed(canListAsOffice(actor))) return []
  return withGroups(tx, await readRows(cases(tx, actor, { settled: false }).orderBy("case.dueOn").limit(100)))
}

/** A group whose people may need help with answering. */
export type SlowGroup = Standing & { readonly group: OrganisationSummary }

/**
 * Groups of the worn post's areas where somebody waits long, or answers usually take long; in the order of waiting.
 * It is for offering help: it is shown to nobody else.
 */
export const listSlowGroups = async (
  tx: Transaction,
  actor: Actor,
  { city, now }: { readonly city: City; readonly now: Temporal.Instant },
): Promise<SlowGroup[]> => {
  authorise(canListAsOffice(actor))
  const days = city.settings.inquiries.slowDays.value
  const since = now.subtract({ hours: days * 24 })
  const rows = await tx
    .selectFrom("inquiryStandings")
    .select(["organisationId", "answered", "medianMinutes", "usualDays", "waiting", "waitingSince"])
    .where((eb) => eb.or([eb("waitingSince", "<=", since), eb("medianMinutes", ">=", days * 24 * 60)]))
    .orderBy(sql`waiting_since asc nulls last`)
    .orderBy("organisationId")
    .limit(500)
    .execute()
  const groups = await findOrganisations(
    tx,
    rows.map(({ organisationId }) => organisationId),
  )
  const areas = actor.wearing?.areas ?? []
  return rows.flatMap(({ organisationId, ...standing }) => {
    const group = groups.get(organisationId)
    const covered = group && (areas === "all" || areas.includes(group.mainAreaCode))
    return covered && group.state === "registered" ? [{ ...standing, group }] : []
  })
}
