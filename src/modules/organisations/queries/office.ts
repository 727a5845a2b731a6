import { sql } from "kysely"
import { authorise, isAllowed, type Actor } from "#kernel/actor.ts"
import type { Transaction } from "#kernel/transaction.ts"
import { accountNames } from "#modules/accounts"
import { canListAsOffice, canReadAsOffice } from "../policy.ts"
import type { RegistrationState } from "../schema/registration.ts"
import { codeUntil, hasPeople } from "./claims.ts"
import { intakesOf } from "./intakes.ts"
import { getRecord, historyOf, profileOf } from "./records.ts"
import { similarForOffice } from "./similar.ts"

export type OfficeRow = {
  readonly id: string
  readonly publicId: string
  readonly name: string
  readonly kind: string
  readonly mainAreaCode: string
  readonly state: RegistrationState
  readonly receiptNumber: string | null
  readonly submittedAt: Temporal.Instant | null
  readonly dueOn: Temporal.PlainDate | null
}

/** What the worn post covers and was submitted once: drafts are their writers' own. */
const covered = (tx: Transaction, actor: Actor) => {
  const areas = actor.wearing?.areas ?? []
  return tx
    .selectFrom("organisations")
    .select([
      "id",
      "publicId",
      "name",
      "kind",
      "mainAreaCode",
      "state",
      "receiptNumber",
      "submittedAt",
      "dueOn",
    ])
    .$narrowType<{ readonly state: RegistrationState }>()
    .where("submittedAt", "is not", null)
    .$if(areas !== "all", (query) => query.where(sql<boolean>`main_area_code = any (${areas}::text[])`))
}

/** What waits for the worn post: submitted registrations, with the day by which they are answered. */
export const listWaiting = async (tx: Transaction, actor: Actor): Promise<OfficeRow[]> => {
  if (!isAllowed(canListAsOffice(actor))) return []
  const held = actor.wearing?.bodyKind === "city" ? (["held"] as const) : []
  return covered(tx, actor)
    .where((eb) =>
      eb.or([
        eb("state", "in", ["submitted", ...held]),
        // What was imported is completed when somebody can; what an officer took in was promised an answer.
        eb.and([eb("state", "=", "incomplete"), eb("dueOn", "is not", null)]),
      ]),
    )
    .orderBy("submittedAt")
    .limit(200)
    .execute()
}

/** One record for the office, with who did what and what resembles it. */
export const getRegistration = async (tx: Transaction, actor: Actor, publicId: string) => {
  const record = await getRecord(tx, publicId)
  authorise(canReadAsOffice(actor, record))
  const profile = await profileOf(tx, record)
  const history = await historyOf(tx, record.id)
  const intakes = await intakesOf(tx, record.id)
  const people = [...history, ...intakes].flatMap(({ accountId }) => accountId ?? [])
  return {
    record,
    profile,
    history,
    intakes,
    hasPeople: await hasPeople(tx, record),
    codeUntil: await codeUntil(tx, record),
    names: await accountNames(tx, [...new Set(people)]),
    similar: await similarForOffice(tx, actor, profile, record.id),
  }
}

export type OfficeRecord = Awaited<ReturnType<typeof getRegistration>>
