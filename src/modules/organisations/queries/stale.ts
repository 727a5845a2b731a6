import { sql } from "kysely"
import { authorise, type Actor } from "#kernel/actor.ts"
import { window, type Page } from "#kernel/paging.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { canListAsOffice } from "../policy.ts"

export const staleSize = 50

export type StaleRow = {
  readonly publicId: string
  readonly name: string
  readonly mainAreaCode: string
  readonly confirmedAt: Temporal.Instant
  readonly reminders: number
  readonly staleAt: Temporal.Instant
}

/** Registered groups of the worn post's areas. */
export const coveredBy = (tx: Transaction, actor: Actor) => {
  const areas = actor.wearing?.areas ?? []
  return tx
    .selectFrom("organisations")
    .where("organisations.state", "=", "registered")
    .$if(areas !== "all", (query) => query.where(sql<boolean>`main_area_code = any (${areas}::text[])`))
}

/** civic-portal.R6: what left the lists because nobody confirmed it, the longest ago first. */
export const listStale = async (tx: Transaction, actor: Actor, page: number): Promise<Page<StaleRow>> => {
  authorise(canListAsOffice(actor))
  const { limit, offset } = window(page, staleSize)
  const asked = coveredBy(tx, actor).where("staleAt", "is not", null)
  const { total } = await asked
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow()
  const rows = await asked
    .select(["publicId", "name", "mainAreaCode", "confirmedAt", "reminders", "staleAt"])
    .orderBy("confirmedAt")
    .orderBy("id")
    .limit(limit)
    .offset(offset)
    .$castTo<StaleRow>()
    .execute()
  return { rows, total: Number(total), page, size: staleSize }
}
