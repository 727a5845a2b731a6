import type { Context as HonoContext, MiddlewareHandler } from "hono"
import { drawPage } from "#jsx"
import { reading } from "#kernel/transaction.ts"
import type { WebEnv } from "#web/context.ts"
import { agreeToTerms } from "../commands/consents.ts"
import { findDueTerms } from "../queries/consents.ts"
import { ConsentPage } from "../views/consent-page.tsx"

/**
 * Before somebody does something, they agree to the terms in force. Reading is never held up, and neither is keeping
 * one's sign-in safe. What was being sent is carried along and goes on its way with the agreement. A file cannot be carried:
 * who sends one is asked the next time.
 */
export const consentGate: MiddlewareHandler<WebEnv> = async (c, next) => {
  const { context, view } = c.var
  const { accountId } = context.actor
  if (!accountId || !isAct(c)) return next()
  const due = await reading(context, (tx) => findDueTerms(tx, accountId, view.now))
  if (!due) return next()
  const sent = await fieldsOf(c)
  if (sent.some(([name, value]) => name === "_agreed" && value === due.id)) {
    await agreeToTerms(context, { versionId: due.id })
    return next()
  }
  const fields = sent.filter(([name]) => name !== "_agreed")
  const { path, query } = view.url
  return c.html(
    drawPage(<ConsentPage view={view} terms={due} action={`${path}${query}`} fields={fields} />),
    428,
  )
}

const isAct = (c: HonoContext<WebEnv>): boolean =>
  c.req.method === "POST" &&
  c.req.path.startsWith("/my/") &&
  !c.req.path.startsWith("/my/sessions/") &&
  c.req.path !== "/my/password" &&
  !(c.req.header("content-type") ?? "").startsWith("multipart/")

const fieldsOf = async (c: HonoContext<WebEnv>): Promise<(readonly [string, string])[]> => {
  const body = await c.req.parseBody({ all: true })
  return Object.entries(body).flatMap(([name, values]) =>
    [values].flat().flatMap((value) => (typeof value === "string" ? [[name, value] as const] : [])),
  )
}
