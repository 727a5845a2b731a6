import type { Context as HonoContext, MiddlewareHandler } from "hono"
import type { WebEnv } from "#web/context.ts"
import type { PageCache } from "#web/page-cache.ts"

/** Keeps the finished page, headers included, when its handler asked for it and nobody in particular did. */
export const keepPages =
  (cache: PageCache): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    const keeper = cache.keeper()
    c.set("keep", keeper.keep)
    c.set("notAfter", keeper.notAfter)
    c.set("everywhere", await keeper.begin())
    await next()
    const key = pageKey(c.req.url)
    if (key === null || !keeper.wanted() || !isForEverybody(c)) return
    const body = Buffer.from(await c.res.clone().arrayBuffer())
    keeper.store(key, { body, headers: Object.fromEntries(c.res.headers) })
  }

/**
 * Path and query: what a kept page is found by. Nothing where a request line names no address: `GET //` and the like
 * arrive here before anything has looked at them, and a throw would end the program.
 */
export const pageKey = (url: string): string | null => {
  const address = URL.parse(url.startsWith("/") ? `http://localhost${url}` : url)
  return address && `${address.pathname}${address.search}`
}

/** Nobody who has one of our cookies is anonymous. */
export const hasOwnCookie = (cookies: string | undefined): boolean =>
  cookies !== undefined && /(?:^|[\s;_-])enishi\./.test(cookies)

const isForEverybody = (c: HonoContext): boolean =>
  c.req.method === "GET" &&
  c.res.status === 200 &&
  !hasOwnCookie(c.req.header("cookie")) &&
  !c.res.headers.has("set-cookie")
