import type { Actor } from "#kernel/actor.ts"
import type { Context } from "#kernel/transaction.ts"
import type { KeepPage } from "#web/page-cache.ts"
import type { View } from "#web/view.ts"
import { Hono } from "hono"

/** What a handler finds in `c.var`. */
export type WebEnv = {
  Variables: {
    /** For commands and queries: who acts, on what, when. */
    context: Context
    /** For pages. */
    view: View
    /** Lets an anonymous page be kept: call it before the first read. */
    keep: KeepPage
    /** Address of the client, as far as the set-up lets us trust it. */
    clientAddress: string
  }
}

/** The routes of a module on one surface. */
export const routes = (): Hono<WebEnv> => new Hono<WebEnv>()

/** Finds out who sends a request; given by app.ts, so that web/ knows no module. */
export type Identify = (headers: Headers) => Promise<Actor>
