import type { MiddlewareHandler } from "hono"
import { secureHeaders } from "hono/secure-headers"
import { Forbidden } from "#kernel/errors.ts"
import type { WebEnv } from "#web/context.ts"

/** A file that is given out has its own, narrower policy than our pages. */
export const contentPolicy: MiddlewareHandler<WebEnv> = async (c, next) => {
  await next()
  if (c.var.contentPolicy) c.header("Content-Security-Policy", c.var.contentPolicy)
}

/** No script or style that does not come from this site's own files; no frame; no other form target. */
export const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    manifestSrc: ["'self'"],
  },
  // `no-referrer` would make browsers send `Origin: null` with our own forms.
  referrerPolicy: "same-origin",
  permissionsPolicy: { camera: [], microphone: [], geolocation: ["self"] },
})

/**
 * Refuses what another site makes a browser post here. Programs that send neither header are let through: they have
 * no cookies that somebody else could misuse.
 */
export const refuseForeignPosts = (baseUrl: string): MiddlewareHandler => {
  const own = ownOrigins(baseUrl)
  return async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next()
    const origin = c.req.header("origin")
    const site = c.req.header("sec-fetch-site")
    if (origin !== undefined && !own.has(origin)) throw new Forbidden(`a post from ${origin}`)
    if (site !== undefined && site !== "same-origin" && site !== "none") throw new Forbidden(`a ${site} post`)
    return next()
  }
}

const ownOrigins = (baseUrl: string): ReadonlySet<string> => {
  const { origin, hostname, protocol, port } = new URL(baseUrl)
  if (hostname !== "localhost" && hostname !== "127.0.0.1") return new Set([origin])
  const suffix = port ? `:${port}` : ""
  return new Set([`${protocol}//localhost${suffix}`, `${protocol}//127.0.0.1${suffix}`])
}

/** NUL bytes and broken escapes in an address mean nothing, and the database would refuse them later. */
export const refuseBrokenAddresses: MiddlewareHandler = async (c, next) => {
  const { pathname, search } = new URL(c.req.url)
  if (/%00/.test(pathname + search) || !isDecodable(pathname)) return c.text("400 Bad Request", 400)
  return next()
}

const isDecodable = (text: string): boolean => {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}
