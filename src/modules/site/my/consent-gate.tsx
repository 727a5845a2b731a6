import type { Context as HonoContext, MiddlewareHandler } from "hono"
import { drawPage, type Html } from "#jsx"
import { reading } from "#kernel/transaction.ts"
import type { WebEnv } from "#web/context.ts"
import { agreeToTerms } from "../commands/consents.ts"
import { findDueTerms } from "../queries/consents.ts"
import { ConsentPage } from "../views/consent-page.tsx"

/**
 * Before somebody does something, they agree to the terms in force. Reading is never held up, and neither is keeping
 * one's sign-in safe. What was being sent is carried along and goes on its way with the agreement. Files cannot be
 * carried: a form that takes them is shown only after the agreement.
 */
export const consentGate: MiddlewareHandler<WebEnv> = async (c, next) => {
  const { context, view } = c.var
  const { accountId } = context.actor
  const opens = opensUploads(c)
  if (!accountId || !(opens || isAct(c))) return next()
  const due = await reading(context, (tx) => findDueTerms(tx, accountId, view.now))
  if (!due) return next()
  const { path, query } = view.url
  if (opens || c.var.uploads) {
    const fields = [["next", `${path}${query}`]] as const
    return held(c, <ConsentPage view={view} terms={due} action="/my/consents" fields={fields} files />)
  }
  const sent = await fieldsOf(c)
  if (sent.some(([name, value]) => name === "_agreed" && value === due.id)) {
    await agreeToTerms(context, { versionId: due.id })
    return next()
  }
  const fields = sent.filter(([name]) => name !== "_agreed")
  return held(c, <ConsentPage view={view} terms={due} action={`${path}${query}`} fields={fields} />)
}

const held = (c: HonoContext<WebEnv>, page: Html): Response | Promise<Response> => c.html(drawPage(page), 428)

const isMine = (c: HonoContext<WebEnv>): boolean => c.req.path.startsWith("/my/")

const opensUploads = (c: HonoContext<WebEnv>): boolean =>
  c.req.method === "GET" && isMine(c) && c.var.uploadForm === true

const isAct = (c: HonoContext<WebEnv>): boolean =>
  c.req.method === "POST" &&
  isMine(c) &&
  !c.req.path.startsWith("/my/sessions/") &&
  c.req.path !== "/my/password"

const fieldsOf = async (c: HonoContext<WebEnv>): Promise<(readonly [string, string])[]> => {
  const body = await c.req.parseBody({ all: true })
  return Object.entries(body).flatMap(([name, values]) =>
    [values].flat().flatMap((value) => (typeof value === "string" ? [[name, value] as const] : [])),
  )
}
