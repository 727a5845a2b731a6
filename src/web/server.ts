import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { getRequestListener } from "@hono/node-server"
import { serveStatic } from "@hono/node-server/serve-static"
import { Hono } from "hono"
import { bodyLimit } from "hono/body-limit"
import { compress } from "hono/compress"
import type { WebEnv } from "#web/context.ts"
import { answerError, pageNotFound, requirePerson, requirePost } from "#web/errors.tsx"
import { fileRoutes } from "#web/file-routes.ts"
import type { Manifest } from "#web/manifest.ts"
import type { KeptPage, PageCache } from "#web/page-cache.ts"
import { hasOwnCookie, keepPages, pageKey } from "#web/keep-pages.ts"
import { requestContext } from "#web/request-context.ts"
import type { Surroundings } from "#web/surroundings.ts"
import {
  contentPolicy,
  refuseBrokenAddresses,
  refuseForeignPosts,
  securityHeaders,
} from "#web/request-guards.ts"
import { limitBodies, takesUploads } from "#web/uploads.ts"

const largestForm = 1024 * 1024

type WebParts = Surroundings & {
  readonly assetsDir: string | null
  readonly log: (error: unknown) => void
}

/** The whole site. Read it as the list of what happens to a request. */
export const createWebApp = (parts: WebParts): Hono<WebEnv> => {
  const app = new Hono<WebEnv>()
  app.get("/healthz", (c) => c.json({ status: "ok" }))
  if (parts.assetsDir) app.use("/assets/*", assets(parts.assetsDir))
  app.use(refuseBrokenAddresses)
  app.use(compress())
  app.use(keepPages(parts.cache))
  app.use(contentPolicy)
  app.use(securityHeaders)
  app.use(requestContext(parts))
  app.use(refuseForeignPosts(parts.base.baseUrl))
  app.use(limitBodies(bodyLimit({ maxSize: largestForm }), takesUploads(uploadPaths(parts.modules))))
  for (const { gate } of parts.modules) if (gate) app.use(gate)
  app.use("/my/*", requirePerson)
  app.use("/staff/*", requirePost)
  app.route("/", fileRoutes(parts.modules))
  app.route("/staff", fileRoutes(parts.modules))
  for (const module of parts.modules) mount(app, module)
  app.notFound(pageNotFound)
  app.onError(answerError(parts.log))
  return app
}

const uploadPaths = (modules: readonly Manifest[]): string[] =>
  modules.flatMap((module) => module.uploads ?? [])

const mount = (app: Hono<WebEnv>, { surfaces }: Manifest): void => {
  if (surfaces?.public) app.route("/", surfaces.public)
  if (surfaces?.my) app.route("/my", surfaces.my)
  if (surfaces?.staff) app.route("/staff", surfaces.staff)
}

/** Built files carry a hash in their names: a browser never needs to ask for one twice. */
const assets = (root: string) =>
  serveStatic({
    root,
    precompressed: true,
    onFound: (_path, c) => c.header("Cache-Control", "public, max-age=31536000, immutable"),
  })

/** Kept pages are answered before anything else is built; everything else goes through the site. */
export const createHttpServer = (app: Hono<WebEnv>, cache: PageCache): Server => {
  const listener = getRequestListener(app.fetch)
  return createServer((request, response) => {
    const key = mayBeKept(request) ? pageKey(request.url ?? "/") : null
    if (key === null) return void listener(request, response)
    cache
      .find(key)
      .then((page) => (page ? answerKept(request, response, page) : listener(request, response)))
      .catch(() => listener(request, response))
  })
}

const mayBeKept = (request: IncomingMessage): boolean =>
  request.method === "GET" && !hasOwnCookie(request.headers.cookie)

const answerKept = (request: IncomingMessage, response: ServerResponse, page: KeptPage): void => {
  const zipped = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")
  const body = zipped ? page.zipped() : page.body
  const encoding = zipped ? { "content-encoding": "gzip" } : {}
  response.writeHead(200, {
    ...page.headers,
    ...encoding,
    vary: "accept-encoding",
    "content-length": body.length,
  })
  response.end(body)
}
