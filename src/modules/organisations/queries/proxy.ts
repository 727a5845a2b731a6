import { authorise, type Actor } from "#kernel/actor.ts"
import { Conflict } from "#kernel/errors.ts"
import type { Context, Transaction } from "#kernel/transaction.ts"
import { findBody, listAreas } from "#modules/places"
import { canChangeForGroup, canReadAsOffice, isChangeable } from "../policy.ts"
import { openCodeOf } from "./claims.ts"
import { intakesOf } from "./intakes.ts"
import { getRecord, historyOf, profileOf } from "./records.ts"

/** A group that an officer changes for its people, with what the office asked for last. */
export const getForProxy = async (tx: Transaction, actor: Actor, publicId: string) => {
  const record = await getRecord(tx, publicId)
  authorise(canChangeForGroup(actor, record))
  if (!isChangeable(record))
    throw new Conflict(`organisation ${publicId} is ${record.state}`, { say: "web:error.moved-on" })
  const asked = record.state === "returned" ? await historyOf(tx, record.id) : []
  return {
    record,
    profile: await profileOf(tx, record),
    reasons: asked.find(({ event }) => event === "return")?.fieldReasons ?? {},
  }
}

export type ProxyRecord = Awaited<ReturnType<typeof getForProxy>>

/** What stands on the receipt; the code only for those who may hand it out. */
export const getSlip = async (tx: Transaction, context: Context, publicId: string) => {
  const record = await getRecord(tx, publicId)
  const { actor, clock, secret } = context
  authorise(canReadAsOffice(actor, record))
  const hands = typeof canChangeForGroup(actor, record) !== "string"
  return {
    record,
    profile: await profileOf(tx, record),
    areas: await listAreas(tx),
    office: await findBody(tx, record.bodyId),
    intake: (await intakesOf(tx, record.id)).find(({ act }) => act === "registration") ?? null,
    code: hands ? await openCodeOf(tx, record, secret, clock.now()) : null,
  }
}

export type Slip = Awaited<ReturnType<typeof getSlip>>
