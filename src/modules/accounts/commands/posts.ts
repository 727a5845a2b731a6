import { authorise } from "#kernel/actor.ts"
import { Conflict, NotFound } from "#kernel/errors.ts"
import { command } from "#kernel/transaction.ts"
import { findBody } from "#modules/places"
import { canManagePosts } from "../policy.ts"
import {
  administrators,
  endHeld,
  endingAlone,
  keepAnAdministrator,
  lockManaged,
  removeHeld,
  today,
} from "./ending.ts"
import { givePost, type PostInput } from "./giving.ts"

export type { PostInput } from "./giving.ts"

/** Gives a person a dated place in a body; it may be set ahead. */
export const grantPost = command("accounts.grant-post", async (work, input: PostInput) => {
  const body = await findBody(work.tx, input.bodyId)
  if (!body) throw new NotFound(`there is no body ${input.bodyId}`)
  const hat = authorise(canManagePosts(work.actor, body))
  return givePost(work, hat, body, input)
})

/** Sets the last day of a post; what was done under its hat stays as it is. */
export const endPost = command(
  "accounts.end-post",
  async (work, input: { readonly id: string; readonly to: Temporal.PlainDate }) => {
    await endingAlone(work)
    const { held, hat } = await lockManaged(work, input.id)
    const before = await administrators(work)
    await endHeld(work, hat, held, input.to)
    await keepAnAdministrator(work, before)
    return { id: held.id }
  },
)

/** Takes back a post that was set ahead and has not begun: nobody ever wore its hat. */
export const withdrawPost = command(
  "accounts.withdraw-post",
  async (work, input: { readonly id: string }) => {
    await endingAlone(work)
    const { held, hat } = await lockManaged(work, input.id)
    if (Temporal.PlainDate.compare(held.validFrom, today(work)) <= 0)
      throw new Conflict("the post has begun", { say: "web:error.moved-on" })
    const before = await administrators(work)
    await removeHeld(work, hat, held)
    await keepAnAdministrator(work, before)
    return { id: held.id }
  },
)
