import { NotFound } from "#kernel/errors.ts"
import { isId } from "#kernel/ids.ts"
import type { Actor } from "#kernel/actor.ts"
import type { Transaction } from "#kernel/transaction.ts"
import type { Typed } from "#web/forms.ts"
import type { TypingKey } from "../schema/typings.ts"

export type Typing = {
  readonly id: string
  readonly organisationId: string
  readonly listingId: string | null
  readonly version: number
  readonly savedAt: Temporal.Instant
  readonly typed: Typed
}

const own = (tx: Transaction, actor: Actor) =>
  tx
    .selectFrom("listingTypings")
    .select(["id", "organisationId", "listingId", "version", "savedAt", "typed"])
    .where("accountId", "=", actor.accountId ?? "00000000-0000-0000-0000-000000000000")

/** What the actor was typing and has not saved: about this listing, or something new of this group. The last first. */
export const listTypings = (tx: Transaction, actor: Actor, key: TypingKey): Promise<Typing[]> =>
  own(tx, actor)
    .where("organisationId", "=", key.organisationId)
    .where("listingId", key.listingId === null ? "is" : "=", key.listingId)
    .orderBy("savedAt", "desc")
    .$castTo<Typing>()
    .execute()

/** One of the actor's own. */
export const getTyping = async (tx: Transaction, actor: Actor, id: string): Promise<Typing> => {
  const found = isId(id)
    ? await own(tx, actor).where("id", "=", id).$castTo<Typing>().executeTakeFirst()
    : undefined
  if (!found) throw new NotFound(`there is no typing ${id}`)
  return found
}
