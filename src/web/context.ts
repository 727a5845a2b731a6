import { Hono } from "hono"
import type { Child } from "#jsx"
import type { Actor } from "#kernel/actor.ts"
import type { Metric } from "#kernel/figures.ts"
import type { Question } from "#kernel/question.ts"
import type { Context, Transaction } from "#kernel/transaction.ts"
import type { Address, Change, Collection, Hit, Panel, Titles, WaitingThere } from "#web/manifest.ts"
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
    /** Brings the end of a kept page nearer; it is no reason to keep it. */
    notAfter: (instant: Temporal.Instant) => void
    /** The stamp of what stands on every page, read when the request came. */
    everywhere: number
    /** What the modules show on a page that this module owns. */
    panels: (on: Panel["on"], subject: string) => Promise<readonly Child[]>
    /** What is to be read before somebody writes down something about themselves: it stands above the fields. */
    purpose: (collection: Collection) => Promise<Child>
    /** What the modules declare for pages that are about all of them. */
    collected: Collected
    /** A form that takes files stands at this address. */
    uploadForm?: boolean
    /** This request brings files: its body is read piece by piece. */
    uploads?: boolean
    /** What the answer may do in a browser, where it is not one of our pages. */
    contentPolicy?: string
    /** Address of the client, as far as the set-up lets us trust it. */
    clientAddress: string
  }
}

export type Collected = {
  /** Public pages of all modules for search engines. */
  readonly addresses: (tx: Transaction) => Promise<readonly Address[]>
  readonly metrics: readonly Metric[]
  /** The public face of records that figures count. */
  readonly subjects: (
    tx: Transaction,
    kind: string,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly title: string; readonly href: string }>>
  /** What waits for the worn post (or another actor's), the oldest due first. */
  readonly waits: (tx: Transaction, actor?: Actor) => Promise<readonly WaitingThere[]>
  /** What happened in what the worn post covers, the newest first. */
  readonly changes: (tx: Transaction, since: Temporal.Instant) => Promise<readonly Change[]>
  readonly lookups: (tx: Transaction, question: Question) => Promise<readonly Hit[]>
  /** What the audit's subjects are called, by kind and id. */
  readonly auditTitles: (tx: Transaction, kind: string, ids: readonly string[]) => Promise<Titles>
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
