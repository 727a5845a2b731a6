import { getConnInfo } from "@hono/node-server/conninfo"
import type { Context as HonoContext, MiddlewareHandler } from "hono"
import { getCookie } from "hono/cookie"
import { type Actor, anonymous, type Post } from "#kernel/actor.ts"
import { dayOf } from "#kernel/clock.ts"
import { reading } from "#kernel/transaction.ts"
import type { SignedIn, WebEnv } from "#web/context.ts"
import { emergenciesOf } from "#web/emergencies.ts"
import { collect, withPanels, withPurposes } from "#web/panels.ts"
import { viewOf } from "#web/request-view.ts"
import type { Surroundings } from "#web/surroundings.ts"

/** Works out who asks, in which language, under which hat. */
export const requestContext = (around: Surroundings): MiddlewareHandler<WebEnv> => {
  const emergencies = emergenciesOf(around)
  return async (c, next) => {
    const signedIn = await around.identify(c.req.raw.headers)
    const actor = signedIn ? await asActorOf(around, c, signedIn) : anonymous
    const standing = await emergencies(c.var.everywhere)
    for (const { endsAt } of standing) c.var.notAfter(endsAt)
    const view = { ...viewOf(around, c, actor, signedIn), emergencies: standing }
    c.set("context", { ...around.base, actor })
    c.set("view", view)
    c.set("panels", withPanels(around, c))
    c.set("purpose", withPurposes(around, c))
    c.set("collected", collect(around, c))
    c.set("clientAddress", clientAddress(c, around.trustProxy))
    await next()
    // Files say themselves how long they may be kept, and so does what is somebody's own without an account.
    const says = c.var.contentPolicy || c.res.headers.get("Cache-Control")?.includes("no-store")
    if (!says) c.header("Cache-Control", signedIn ? "private, no-store" : "no-cache")
    c.header("Content-Language", view.htmlLang)
  }
}

const asActorOf = async (around: Surroundings, c: HonoContext, signedIn: SignedIn): Promise<Actor> => {
  const today = dayOf(around.base.clock.now(), around.base.city.zone)
  const facts = await reading(around.base, async (tx) => {
    const found = []
    for (const { actorFacts } of around.modules)
      if (actorFacts) found.push(await actorFacts(tx, signedIn.accountId, today))
    return found
  })
  const posts = facts.flatMap((fact) => fact.posts ?? [])
  return {
    ...anonymous,
    accountId: signedIn.accountId,
    name: signedIn.name,
    address: signedIn.address,
    memberships: facts.flatMap((fact) => fact.memberships ?? []),
    posts,
    wearing: c.req.path === "/staff" || c.req.path.startsWith("/staff/") ? wornPost(c, posts) : null,
  }
}

const wornPost = (c: HonoContext, posts: readonly Post[]): Post | null =>
  posts.find((post) => post.id === getCookie(c, "enishi.hat")) ?? posts[0] ?? null

const clientAddress = (c: HonoContext, trustProxy: boolean): string => {
  const forwarded = trustProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined
  if (forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address ?? "unknown"
  } catch {
    return "in-process"
  }
}
