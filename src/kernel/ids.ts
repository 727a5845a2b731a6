import { randomBytes, randomUUIDv7 } from "node:crypto"
import type { Work } from "#kernel/transaction.ts"

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
const publicId = /^[0-9a-hjkmnp-tv-z]{10}$/

let lastTime = ""
let sameTime = 0

/**
 * A UUIDv7: unique, and within one process in order of creation. Node fills everything after the millisecond with
 * chance, so that ids of one transaction would be out of order: 24 of those bits count instead.
 */
export const newId = (): string => {
  const id = randomUUIDv7()
  const time = id.slice(0, 13)
  sameTime = time > lastTime ? 0 : sameTime + 1
  if (time > lastTime) lastTime = time
  const count = sameTime.toString(16).padStart(6, "0")
  return `${lastTime}-7${count.slice(0, 3)}-8${count.slice(3)}-${id.slice(24)}`
}

/** Ten Crockford base-32 characters (50 random bits) for URLs. */
export const newPublicId = (): string => Array.from(randomBytes(10), (byte) => alphabet[byte & 31]).join("")

export const isPublicId = (text: string): boolean => publicId.test(text)

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isId = (text: string): boolean => uuid.test(text)

/**
 * The next 受付番号 of a body in a fiscal year, without gaps: the counter's row is locked until the
 * transaction ends. `mark` is the short name of the body that stands in its numbers.
 */
export const nextReceiptNumber = async (
  work: Work,
  body: { readonly id: string; readonly mark: string },
  fiscalYear: number,
): Promise<string> => {
  const counter = await work.tx
    .insertInto("receiptCounters")
    .values({ bodyId: body.id, fiscalYear, last: 1 })
    .onConflict((row) =>
      row
        .columns(["bodyId", "fiscalYear"])
        .doUpdateSet((eb) => ({ last: eb("receiptCounters.last", "+", 1) })),
    )
    .returning("last")
    .executeTakeFirstOrThrow()
  return `${body.mark}${fiscalYear}-${String(counter.last).padStart(4, "0")}`
}
