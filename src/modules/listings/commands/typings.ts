import { NotFound } from "#kernel/errors.ts"
import { newId } from "#kernel/ids.ts"
import { working, type Context, type Work } from "#kernel/transaction.ts"
import type { Typed } from "#web/forms.ts"
import { mostTyped, type TypingKey } from "../schema/typings.ts"

// What somebody types is kept as it stands in the fields. No form's key: every keystroke is another one.

/** Kept, with the version to send next time; or another window has written in between, and nothing is overwritten. */
export type KeptTyping =
  | { readonly kept: true; readonly id: string; readonly version: number; readonly savedAt: Temporal.Instant }
  | { readonly kept: false }

/** Keeps what stands in the fields. `id` and `version` are those of the last time, of this window. */
export const keepTyping = (
  context: Context,
  key: TypingKey,
  typed: Typed,
  last: { readonly id: string; readonly version: number } | null,
): Promise<KeptTyping> =>
  working(context, "listings.keep-typing", (work) =>
    last ? keepAgain(work, typed, last) : keepFirst(work, key, typed),
  )

const accountOf = ({ actor }: Work): string => {
  if (!actor.accountId) throw new NotFound("nobody is signed in")
  return actor.accountId
}

const keepFirst = async (work: Work, key: TypingKey, typed: Typed): Promise<KeptTyping> => {
  const id = newId()
  await work.tx
    .insertInto("listingTypings")
    .values({ id, ...key, accountId: accountOf(work), typed: JSON.stringify(typed), savedAt: work.now })
    .execute()
  await dropOldest(work)
  return { kept: true, id, version: 1, savedAt: work.now }
}

const keepAgain = async (
  work: Work,
  typed: Typed,
  last: { readonly id: string; readonly version: number },
): Promise<KeptTyping> => {
  const version = last.version + 1
  const kept = await work.tx
    .updateTable("listingTypings")
    .set({ typed: JSON.stringify(typed), version, savedAt: work.now })
    .where("id", "=", last.id)
    .where("accountId", "=", accountOf(work))
    .where("version", "=", last.version)
    .returning("id")
    .executeTakeFirst()
  return kept ? { kept: true, id: kept.id, version, savedAt: work.now } : { kept: false }
}

/** One person types so many things at a time; what is older was forgotten. */
const dropOldest = async (work: Work): Promise<void> => {
  const account = accountOf(work)
  const kept = work.tx
    .selectFrom("listingTypings")
    .select("id")
    .where("accountId", "=", account)
    .orderBy("savedAt", "desc")
    .orderBy("id", "desc")
    .limit(mostTyped)
  await work.tx
    .deleteFrom("listingTypings")
    .where("accountId", "=", account)
    .where("id", "not in", kept)
    .execute()
}

/** It was saved or published, or is not wanted any more. */
export const dropTyping = (context: Context, id: string): Promise<void> =>
  working(context, "listings.drop-typing", async (work) => {
    await work.tx
      .deleteFrom("listingTypings")
      .where("id", "=", id)
      .where("accountId", "=", accountOf(work))
      .execute()
  })

/** What nobody has gone on with is forgotten. */
export const dropOldTypings = async (work: Work, before: Temporal.Instant): Promise<void> => {
  await work.tx.deleteFrom("listingTypings").where("savedAt", "<", before).execute()
}
