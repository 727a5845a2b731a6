import { sql } from "kysely"
import { authorise, type Hat } from "#kernel/actor.ts"
import { audit } from "#kernel/audit/audit.ts"
import { dayOf } from "#kernel/clock.ts"
import { Invalid, NotFound } from "#kernel/errors.ts"
import type { Work } from "#kernel/transaction.ts"
import { listBodies } from "#modules/places"
import { canManagePosts } from "../policy.ts"
import { type HeldPost, postRows } from "../queries/posts.ts"

/** Whoever ends posts does so one after the other: two administrators could else end each other at once. */
export const endingAlone = (work: Work) =>
  sql`select pg_advisory_xact_lock(hashtext('accounts.posts.ending'))`.execute(work.tx)

export const lockManaged = async (work: Work, id: string): Promise<{ held: HeldPost; hat: Hat }> => {
  const held = await postRows(work.tx).where("id", "=", id).forUpdate().executeTakeFirst()
  if (!held) throw new NotFound(`there is no post ${id}`)
  return { held, hat: authorise(canManagePosts(work.actor, { id: held.bodyId })) }
}

/** The last day of a post, written and audited. Its powers end with that day in every open session. */
export const endHeld = async (
  work: Work,
  hat: Hat,
  held: HeldPost,
  to: Temporal.PlainDate,
): Promise<void> => {
  if (Temporal.PlainDate.compare(to, held.validFrom) < 0)
    throw new Invalid({ to: "accounts:error.to-before-from" })
  await work.tx.updateTable("posts").set({ validTo: to }).where("id", "=", held.id).execute()
  const payload = { from: held.validTo?.toString() ?? null, to: to.toString() }
  await audit(work, {
    hat,
    verb: "accounts.end-post",
    subject: { kind: "post", id: held.id },
    payload: { last: payload },
  })
}

export const removeHeld = async (work: Work, hat: Hat, held: HeldPost): Promise<void> => {
  await work.tx.deleteFrom("posts").where("id", "=", held.id).execute()
  const { accountId: account, programme, role } = held
  const payload = { account, programme, role, from: held.validFrom.toString() }
  await audit(work, { hat, verb: "accounts.withdraw-post", subject: { kind: "post", id: held.id }, payload })
}

/**
 * The City always keeps somebody who can give posts, on every day from today on. Asked after the change; what was
 * without anybody before is not this change's fault.
 */
export const keepAnAdministrator = async (
  work: Work,
  before: readonly HeldPost[],
  field = "to",
): Promise<void> => {
  const day = today(work)
  const after = await administrators(work)
  if (isCovered(before, day) && !isCovered(after, day))
    throw new Invalid({ [field]: "accounts:error.last-administrator" })
}

/** Those who can give posts in the City, now and ahead. */
export const administrators = async (work: Work): Promise<HeldPost[]> => {
  const offices = (await listBodies(work.tx)).filter((body) => body.kind === "city").map((body) => body.id)
  return postRows(work.tx)
    .where("role", "=", "administrator")
    .where("bodyId", "in", offices)
    .where("programme", "in", ["*", "accounts"])
    .where((eb) => eb.or([eb("validTo", "is", null), eb("validTo", ">=", today(work))]))
    .orderBy("validFrom")
    .execute()
}

/** Is each day from this one on within one of the posts? They stand in the order of their first days. */
const isCovered = (posts: readonly HeldPost[], from: Temporal.PlainDate): boolean => {
  let open = from
  for (const { validFrom, validTo } of posts) {
    if (Temporal.PlainDate.compare(validFrom, open) > 0) return false
    if (validTo === null) return true
    if (Temporal.PlainDate.compare(validTo, open) >= 0) open = validTo.add({ days: 1 })
  }
  return false
}

export const today = (work: Work): Temporal.PlainDate => dayOf(work.now, work.city.zone)
