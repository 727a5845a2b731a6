import type { Context as HonoContext, MiddlewareHandler } from "hono"
import type { WebEnv } from "#web/context.ts"
import type { PageCache } from "#web/page-cache.ts"

/** Keeps the finished page, headers included, when its handler asked for it and nobody in particular did. */
export const keepPages =
  (cache: PageCache): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    const keeper = cache.keeper()
    c.set("keep", keeper.keep)
    await next()
    if (!keeper.wanted() || !isForEverybody(c)) return
    const body = Buffer.from(await c.res.clone().arrayBuffer())
    keeper.store(pageKey(c.req.url), { body, headers: Object.fromEntries(c.res.headers) })
  }

/** Path and query: what a kept page is found by. */
export const pageKey = (url: string): string => {
  const { pathname, search } = new URL(url, "http://localhost")
  return `${pathname}${search}`
}

/** Nobody who has one of our cookies is anonymous. */
export const hasOwnCookie = (cookies: string | undefined): boolean =>
  cookies !== undefined && /(?:^|[\s;_-])enishi\./.test(cookies)

const isForEverybody = (c: HonoContext): boolean =>
  c.req.method === "GET" &&
  c.res.status === 200 &&
  !hasOwnCookie(c.req.header("cookie")) &&
  !c.res.headers.has("set-cookie")
