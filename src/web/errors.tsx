import type { Context as HonoContext, ErrorHandler, MiddlewareHandler, NotFoundHandler } from "hono"
import { HTTPException } from "hono/http-exception"
import { drawPage } from "#jsx"
import { Conflict, Forbidden, Gone, Invalid, NotFound, TooMany } from "#kernel/errors.ts"
import type { WebEnv } from "#web/context.ts"
import { PublicPage } from "#web/layout/public.tsx"
import type { MessageKey } from "#web/messages.ts"
import { contentLang } from "#web/ui/lang-mark.tsx"
import type { View } from "#web/view.ts"

// Maps every refusal to an HTML page, or to an RFC 9457 problem for programs.

type Status = 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500

type Answer = {
  readonly status: Status
  readonly say: MessageKey
  readonly detail?: string
  readonly retryAfter?: number
}

const answerOf = (error: unknown): Answer => {
  if (error instanceof NotFound) return { status: 404, say: "web:error.not-found" }
  if (error instanceof Gone) return { status: 410, say: "web:error.gone", detail: error.reason }
  if (error instanceof Forbidden) return { status: 403, say: error.say ?? "web:error.forbidden" }
  if (error instanceof Conflict) return { status: 409, say: error.say ?? "web:error.moved-on" }
  if (error instanceof Invalid)
    return { status: 422, say: Object.values(error.fields)[0] ?? "web:error.invalid" }
  if (error instanceof TooMany)
    return { status: 429, say: "web:error.too-many", retryAfter: error.retryAfter }
  if (error instanceof HTTPException) return ofHttp(error.status)
  return { status: 500, say: "web:error.unexpected" }
}

/** What the framework refuses by itself. */
const ofHttp = (status: number): Answer => {
  if (status === 413) return { status, say: "web:error.too-large" }
  if (status === 404) return { status, say: "web:error.not-found" }
  return { status: 400, say: "web:error.invalid" }
}

export const answerError =
  (log: (error: unknown) => void): ErrorHandler<WebEnv> =>
  (error, c) => {
    const answer = answerOf(error)
    if (answer.status === 500) log(error)
    return respond(c, answer)
  }

export const pageNotFound: NotFoundHandler<WebEnv> = (c) =>
  respond(c, { status: 404, say: "web:error.not-found" })

const respond = (c: HonoContext<WebEnv>, answer: Answer): Response | Promise<Response> => {
  const { view } = c.var
  if (answer.retryAfter) c.header("Retry-After", String(answer.retryAfter))
  // The rest of the body is not read, so the connection ends: whoever sent the next request on it would hear nothing.
  if (answer.status === 413) c.header("Connection", "close")
  if (!view) return c.text(String(answer.status), answer.status)
  if (wantsProblem(c)) return problem(c, view, answer)
  return c.html(drawPage(<ErrorPage view={view} answer={answer} />), answer.status)
}

const wantsProblem = (c: HonoContext): boolean =>
  c.req.path.startsWith("/api/") || (c.req.header("accept") ?? "").startsWith("application/json")

const problem = (c: HonoContext, view: View, { status, say, detail }: Answer): Response =>
  c.body(
    JSON.stringify({ type: "about:blank", title: view.text(say), status, ...(detail ? { detail } : {}) }),
    status,
    {
      "Content-Type": "application/problem+json",
    },
  )

const ErrorPage = ({ view, answer }: { readonly view: View; readonly answer: Answer }) => (
  <PublicPage view={view} title={view.text(answer.say)} width="text" noindex>
    <>
      <h1>{view.t(answer.say)}</h1>
      {answer.detail && (
        <p>
          {view.t("web:error.reason")}
          <span lang={contentLang(view, "ja")}>{answer.detail}</span>
        </p>
      )}
      <p>
        {view.t(`web:error.next.${answer.status}`, { minutes: Math.ceil((answer.retryAfter ?? 60) / 60) })}
      </p>
      <p>
        <a href={view.href("/listings")}>{view.t("web:nav.listings")}</a>
      </p>
      <p>
        <a href={view.href("/")}>{view.t("web:error.home")}</a>
      </p>
    </>
  </PublicPage>
)

/** The surface /my: any signed-in person. */
export const requirePerson: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (c.var.context.actor.accountId) return next()
  if (c.req.method !== "GET" && c.req.method !== "HEAD")
    throw new Forbidden("not signed in", "web:error.sign-in-first")
  return c.redirect(c.var.view.href("/sign-in", { next: c.req.path }), 303)
}

/** The surface /staff: holders of a post only. */
export const requirePost: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (!c.var.context.actor.accountId) return requirePerson(c, next)
  if (!c.var.context.actor.wearing) throw new Forbidden("no post", "web:error.staff-only")
  return next()
}
