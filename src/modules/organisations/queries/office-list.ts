import { sql, type RawBuilder } from "kysely"
import { authorise, type Actor } from "#kernel/actor.ts"
import { nameKey, phoneKey, toKatakana } from "#kernel/text.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { type Contact, contactsByIds, organisationsByPhone } from "#modules/accounts"
import { canListAsOffice } from "../policy.ts"
import type { OrganisationKind } from "../schema/form.ts"
import type { RegistrationState } from "../schema/registration.ts"

export type OfficeListFilter = {
  /** Null: all of them. */
  readonly state: RegistrationState | null
  readonly areaCode: string | null
  readonly kind: string | null
  readonly field: number | null
  readonly q: string
  /** activity-publishing.U4: registered groups that published nothing since that day. */
  readonly silentSince: Temporal.PlainDate | null
}

export type OfficeListOrder = { readonly column: string; readonly descending: boolean } | null

export type OfficeListRow = {
  readonly id: string
  readonly publicId: string
  readonly name: string
  readonly kana: string
  readonly kind: OrganisationKind
  readonly mainAreaCode: string
  readonly fields: readonly number[]
  readonly state: RegistrationState
  readonly receiptNumber: string | null
  readonly submittedAt: Temporal.Instant | null
  readonly dueOn: Temporal.PlainDate | null
  readonly registeredAt: Temporal.Instant | null
  readonly updatedAt: Temporal.Instant
  readonly lastPublishedOn: Temporal.PlainDate | null
}

/** With whom to speak: for the pages and files of the office only. */
export type OfficeListEntry = OfficeListRow & { readonly contact: Contact | undefined }

type Condition = RawBuilder<unknown>

/** What the worn post covers and was submitted once: drafts are their writers' own. */
const covered = (actor: Actor): Condition => {
  authorise(canListAsOffice(actor))
  const areas = actor.wearing?.areas ?? []
  const once = sql`o.submitted_at is not null`
  return areas === "all" ? once : sql`${once} and o.main_area_code = any (${areas}::text[])`
}

const asked = (filter: OfficeListFilter, byPhone: readonly string[]): Condition[] => [
  ...(filter.areaCode ? [sql`o.main_area_code = ${filter.areaCode}`] : []),
  ...(filter.kind ? [sql`o.kind = ${filter.kind}`] : []),
  ...(filter.field ? [sql`o.fields @> array[${filter.field}]::integer[]`] : []),
  ...(filter.q ? [named(filter.q, byPhone)] : []),
  ...(filter.silentSince
    ? [sql`o.state = 'registered' and coalesce(o.last_published_on, '-infinity') < ${filter.silentSince}`]
    : []),
]

/** By name, reading, receipt number or telephone; `%` and `_` mean themselves. */
const named = (q: string, byPhone: readonly string[]): Condition => {
  const anywhere = (text: string) => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`
  const key = nameKey(q)
  return sql`(${key === "" ? sql`false` : sql`o.name_key like ${anywhere(key)}`}
    or o.kana like ${anywhere(toKatakana(q))}
    or o.receipt_number ilike ${anywhere(q.normalize("NFKC"))}
    or o.id = any (${[...byPhone]}::uuid[]))`
}

const orders: Readonly<Record<string, RawBuilder<unknown>>> = {
  name: sql`o.kana collate "ja-x-icu"`,
  area: sql`o.main_area_code`,
  submitted: sql`o.submitted_at`,
  due: sql`o.due_on`,
  registered: sql`o.registered_at`,
  updated: sql`o.updated_at`,
  published: sql`o.last_published_on`,
}

const ordered = (order: OfficeListOrder): Condition => {
  const column = order && orders[order.column]
  if (!column) return sql`o.submitted_at, o.id`
  return sql`${column} ${order.descending ? sql`desc` : sql`asc`} nulls last, o.id`
}

export type StateCount = { readonly state: RegistrationState; readonly count: number }

/** How many there are in each state, of all that the other filters leave. */
const countStates = async (tx: Transaction, fits: Condition): Promise<StateCount[]> => {
  const { rows } = await sql<StateCount>`
    select o.state, count(*)::int as count from organisations o where ${fits} group by o.state`.execute(tx)
  return rows
}

type ContactedRow = OfficeListRow & { readonly contactId: string }

const columns = sql`o.id, o.public_id, o.name, o.kana, o.kind, o.main_area_code, o.fields, o.state, o.receipt_number,
  o.submitted_at, o.due_on, o.registered_at, o.updated_at, o.last_published_on, o.contact_id`

/** Groups for the office, the oldest submission first unless another order is asked for. */
export const listForOffice = async (
  tx: Transaction,
  actor: Actor,
  filter: OfficeListFilter,
  order: OfficeListOrder,
  range: { readonly limit: number; readonly offset: number },
): Promise<{ rows: OfficeListEntry[]; total: number; states: StateCount[] }> => {
  const phone = phoneKey(filter.q)
  const byPhone = phone ? await organisationsByPhone(tx, phone) : []
  const fits = sql.join([covered(actor), ...asked(filter, byPhone)], sql` and `)
  const states = await countStates(tx, fits)
  const inState = filter.state ? sql`${fits} and o.state = ${filter.state}` : fits
  const { rows } = await sql<ContactedRow>`
    select ${columns} from organisations o where ${inState} order by ${ordered(order)}
    limit ${range.limit} offset ${range.offset}`.execute(tx)
  const contacts = await contactsByIds(
    tx,
    rows.map(({ contactId }) => contactId),
  )
  const entries = rows.map((row) => ({ ...row, contact: contacts.get(row.contactId) }))
  const counted = filter.state ? states.filter(({ state }) => state === filter.state) : states
  return { rows: entries, states, total: counted.reduce((sum, { count }) => sum + count, 0) }
}

/** Those of the chosen that the worn post covers, in the order of the list. */
export const chosenForOffice = async (
  tx: Transaction,
  actor: Actor,
  publicIds: readonly string[],
): Promise<OfficeListRow[]> => {
  const { rows } = await sql<OfficeListRow>`
    select ${columns} from organisations o
    where ${covered(actor)} and o.public_id = any (${[...publicIds]}::text[]) order by o.kana, o.id`.execute(
    tx,
  )
  return rows
}
