import { sql, type RawBuilder } from "kysely"
import { isAllowed, type Actor } from "#kernel/actor.ts"
import { inPattern, type Question } from "#kernel/question.ts"
import { titled } from "#kernel/search.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { organisationsReachedBy } from "#modules/accounts"
import { canListAsOffice } from "../policy.ts"
import type { RegistrationState } from "../schema/registration.ts"

export type FoundOrganisation = {
  readonly id: string
  readonly publicId: string
  readonly name: string
  readonly kana: string
  readonly state: RegistrationState
  readonly mainAreaCode: string
  readonly receiptNumber: string | null
  /** The worn post checks it; else it is one that everybody may know of. */
  readonly covered: boolean
  /** Found by a contact that is not public. */
  readonly personal: boolean
}

const most = 12

/** X17: what the worn post covers in whatever state it was submitted, and what everybody knows of. */
const coveredBy = (actor: Actor): RawBuilder<boolean> => {
  if (!isAllowed(canListAsOffice(actor))) return sql<boolean>`false`
  const areas = actor.wearing?.areas ?? []
  const submitted = sql<boolean>`o.submitted_at is not null`
  return areas === "all"
    ? submitted
    : sql<boolean>`(${submitted} and o.main_area_code = any (${areas}::text[]))`
}

/**
 * Groups by name, reading, receipt number, or by whom they are reached: while the telephone rings, so each way is an
 * index of its own and stops early.
 */
export const lookUpOrganisations = async (
  tx: Transaction,
  actor: Actor,
  question: Question,
): Promise<FoundOrganisation[]> => {
  const reached = await organisationsReachedBy(tx, question)
  const covered = coveredBy(actor)
  const item = question.phones.length > 0 ? "phone" : "name"
  const shown = sql<boolean>`(${item} = any (o.shown))`
  const seen = sql<boolean>`(o.state = 'registered' or ${covered})`
  const ways = [
    ...byName(question, seen),
    ...byReceipt(question, covered),
    ...byContact(reached, covered, shown),
  ]
  if (ways.length === 0) return []
  const { rows } = await sql<FoundOrganisation>`
    with found as (${sql.join(ways, sql` union all `)}),
      nearest as (select id, min(rank) as rank, bool_and(rank = 9) as by_contact from found group by id)
    select o.id, o.public_id, o.name, o.kana, o.state, o.main_area_code, o.receipt_number,
      ${covered} as covered, by_contact and not ${shown} as personal
    from nearest join organisations o using (id)
    order by nearest.rank, o.kana collate "ja-x-icu", o.id limit ${most}`.execute(tx)
  return rows
}

const way = (rank: number, condition: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select o.id, ${sql.lit(rank)} as rank from organisations o where ${condition} limit 40)`

/** Two letters are too few for the pieces of three: the public index keeps pieces of two. */
const byName = ({ key, text, phones }: Question, seen: RawBuilder<boolean>): RawBuilder<unknown>[] => {
  if (key === "" || phones.length > 0) return []
  const start = `${inPattern(key)}%`
  const ways = [
    way(0, sql`o.name_key like ${start} and ${seen}`),
    way(1, sql`o.kana_key like ${start} and ${seen}`),
  ]
  if ([...key].length >= 3) {
    ways.push(way(2, sql`o.name_key like ${`%${start}`} and ${seen}`))
    ways.push(way(3, sql`o.kana_key like ${`%${start}`} and ${seen}`))
  }
  const byTitle = titled("organisation", text, sql<string>`o.id`)
  if (byTitle) ways.push(way(2, sql`o.state = 'registered' and ${byTitle}`))
  return ways
}

/** Four digits may end a receipt number too; what is longer and begins with 0 is a telephone's. */
const byReceipt = ({ text }: Question, covered: RawBuilder<boolean>): RawBuilder<unknown>[] =>
  /\d{3}/.test(text) && !/^0[\d\s()-]{4}/.test(text)
    ? [way(0, sql`o.receipt_number ilike ${`%${inPattern(text)}%`} and ${covered}`)]
    : []

/** X13: who does not check a group learns of its contact only where the contact is public. */
const byContact = (
  ids: readonly string[],
  covered: RawBuilder<boolean>,
  shown: RawBuilder<boolean>,
): RawBuilder<unknown>[] =>
  ids.length === 0
    ? []
    : [way(9, sql`o.id = any (${ids}::uuid[]) and (${covered} or (o.state = 'registered' and ${shown}))`)]
