import type { Context as HonoContext } from "hono"
import { dayOf } from "#kernel/clock.ts"
import { reading } from "#kernel/transaction.ts"
import type { WebEnv } from "#web/context.ts"
import { findPerson } from "../auth/people.ts"
import type { SignedIn } from "../commands/sign-in.ts"
import { postsOf } from "../queries/posts.ts"

type C = HonoContext<WebEnv>

export const whoAsks = (c: C) => ({ headers: c.req.raw.headers, client: c.var.clientAddress })

export const setCookies = (c: C, cookies: readonly string[]): void => {
  for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true })
}

/** Gives the browser its session, and answers where to go: who came for the first time is asked for a name. */
export const arrive = async (c: C, signedIn: SignedIn): Promise<string> => {
  setCookies(c, signedIn.cookies)
  const { context } = c.var
  const today = dayOf(context.clock.now(), context.city.zone)
  const { person, posts } = await reading(context, async (tx) => ({
    person: await findPerson(tx, signedIn.accountId),
    posts: await postsOf(tx, signedIn.accountId, today),
  }))
  const home = signedIn.next || (posts.length > 0 ? "/staff" : "/my")
  return person?.name ? home : `/my/profile?${new URLSearchParams({ next: home })}`
}
