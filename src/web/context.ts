import { Hono } from "hono"
import type { Child } from "#jsx"
import type { Context } from "#kernel/transaction.ts"
import type { Panel } from "#web/manifest.ts"
import type { KeepPage } from "#web/page-cache.ts"
import type { Lang, View } from "#web/view.ts"

/** What a handler finds in `c.var`. */
export type WebEnv = {
  Variables: {
    /** For commands and queries: who acts, on what, when. */
    context: Context
    /** For pages. */
    view: View
    /** Lets an anonymous page be kept: call it before the first read. */
    keep: KeepPage
    /** What the modules show on a page that this module owns. */
    panels: (on: Panel["on"], subject: string) => Promise<readonly Child[]>
    /** Address of the client, as far as the set-up lets us trust it. */
    clientAddress: string
  }
}

/** The routes of a module on one surface. */
export const routes = (): Hono<WebEnv> => new Hono<WebEnv>()

/** Who sends a request, as far as signing in knows. */
export type SignedIn = {
  readonly accountId: string
  readonly name: string
  readonly address: string
  readonly lang: Lang
}

/** Finds out who sends a request; given by app.ts, so that web/ knows no module. */
export type Identify = (headers: Headers) => Promise<SignedIn | null>
