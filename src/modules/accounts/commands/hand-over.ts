import { Invalid, NotFound } from "#kernel/errors.ts"
import { command, type Work } from "#kernel/transaction.ts"
import { findBody } from "#modules/places"
import type { HeldPost } from "../queries/posts.ts"
import {
  administrators,
  endHeld,
  endingAlone,
  keepAnAdministrator,
  lockManaged,
  removeHeld,
} from "./ending.ts"
import { givePost } from "./giving.ts"

type HandingOver = {
  readonly accountId: string
  readonly postIds: readonly string[]
  readonly address: string
  readonly name?: string
  /** The last day of whoever leaves; the successor begins on the next. */
  readonly last: Temporal.PlainDate
}

/** X18: what one person holds goes to another on one day, without a gap and without a day of both. */
export const handOverPosts = command("accounts.hand-over", async (work, input: HandingOver) => {
  await endingAlone(work)
  if (input.postIds.length === 0) throw new Invalid({ posts: "accounts:error.no-posts" })
  const before = await administrators(work)
  for (const id of input.postIds.toSorted()) await handOverOne(work, id, input)
  await keepAnAdministrator(work, before, "last")
  return { count: input.postIds.length }
})

const handOverOne = async (work: Work, id: string, input: HandingOver): Promise<void> => {
  const { held, hat } = await lockManaged(work, id)
  if (held.accountId !== input.accountId) throw new NotFound("the post is somebody else's")
  const body = await findBody(work.tx, held.bodyId)
  if (!body) throw new NotFound("the post has no body")
  const { begun, from, to } = daysOf(held, input.last)
  if (!begun) await removeHeld(work, hat, held)
  else if (held.validTo === null || Temporal.PlainDate.compare(held.validTo, input.last) > 0)
    await endHeld(work, hat, held, input.last)
  const { bodyId, programme, role, areaCodes } = held
  const { address, name = "" } = input
  await givePost(work, hat, body, {
    address,
    name,
    bodyId,
    programme,
    role,
    areaCodes,
    from,
    to,
    field: "address",
  })
}

/** What would begin after the last day begins with the successor; an end that lies further ahead stays. */
const daysOf = ({ validFrom, validTo }: HeldPost, last: Temporal.PlainDate) => {
  const begun = Temporal.PlainDate.compare(validFrom, last) <= 0
  const outlives = validTo !== null && Temporal.PlainDate.compare(validTo, last) > 0
  return { begun, from: begun ? last.add({ days: 1 }) : validFrom, to: outlives || !begun ? validTo : null }
}
