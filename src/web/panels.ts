import type { Context as HonoContext } from "hono"
import type { Child } from "#jsx"
import type { Actor } from "#kernel/actor.ts"
import { reading, type Transaction } from "#kernel/transaction.ts"
import type { Collected, WebEnv } from "#web/context.ts"
import type { Address, Change, Hit, Manifest, Panel, Waiting, WaitingThere } from "#web/manifest.ts"
import type { Surroundings } from "#web/surroundings.ts"
import type { View } from "#web/view.ts"

/** Loads and shows what the modules declare for a page, in their order; the page depends on their tags too. */
export const withPanels =
  (around: Pick<Surroundings, "modules" | "base">, c: HonoContext<WebEnv>): WebEnv["Variables"]["panels"] =>
  async (on, subject) => {
    const panels = around.modules
      .flatMap((module) => (module.panels ?? []) as readonly unknown[] as readonly Panel[])
      .filter((panel) => panel.on === on)
      .sort((a, b) => a.order - b.order)
    await c.var.keep(panels.flatMap((panel) => panel.tags))
    const { view } = c.var
    const loaded = await reading(around.base, async (tx) => {
      const data = []
      for (const panel of panels) data.push(await panel.load(tx, subject, { now: view.now, lang: view.lang }))
      return data
    })
    for (const [at, panel] of panels.entries()) await c.var.keep([], panel.until?.(loaded[at]) ?? null)
    return panels.map((panel, at) => panel.show(view, loaded[at]))
  }

/** What the modules say at a form; it is no reason to keep the page. */
export const withPurposes =
  (around: Pick<Surroundings, "modules" | "base">, c: HonoContext<WebEnv>): WebEnv["Variables"]["purpose"] =>
  (collection) =>
    reading(around.base, async (tx) => {
      const said: Child[] = []
      for (const { purpose } of around.modules)
        if (purpose) said.push(await purpose(tx, c.var.view, collection))
      return said
    })

/** A sitemap holds 50,000 at most. */
const mostAddresses = 15_000

/** Figures, waiting things and whatever else pages about all modules show. */
export const collect = (around: Pick<Surroundings, "modules">, c: HonoContext<WebEnv>): Collected => ({
  metrics: around.modules.flatMap((module) => module.figures ?? []),
  addresses: async (tx) => {
    const found: Address[] = []
    for (const { addresses } of around.modules)
      if (addresses) found.push(...(await addresses(tx, mostAddresses, c.var.view.now)))
    return found
  },
  subjects: async (tx, kind, ids) => {
    const found = new Map<string, { title: string; href: string }>()
    for (const { figureSubjects } of around.modules) {
      for (const [id, subject] of (await figureSubjects?.(tx, kind, ids)) ?? []) found.set(id, subject)
    }
    return found
  },
  waits: (tx, actor = c.var.context.actor) => waitsOf(around.modules, tx, actor, c.var.view),
  changes: async (tx, since) => {
    const changes: Change[] = []
    for (const { changes: changed } of around.modules)
      changes.push(...((await changed?.(tx, c.var.context.actor, c.var.view, since)) ?? []))
    return changes.sort((a, b) => Temporal.Instant.compare(b.at, a.at))
  },
  lookups: async (tx, question) => {
    const hits: Hit[] = []
    for (const { lookups } of around.modules)
      hits.push(...((await lookups?.(tx, c.var.context.actor, c.var.view, question)) ?? []))
    return hits
  },
  auditTitles: async (tx, kind, ids) => {
    const titles = new Map<string, { title: string; href?: string }>()
    for (const { auditSubjects } of around.modules)
      for (const [id, subject] of (await auditSubjects?.(tx, kind, ids)) ?? []) titles.set(id, subject)
    return titles
  },
})

/** What waits for an actor in all modules, the oldest due first. */
export const waitsOf = async (
  modules: readonly Manifest[],
  tx: Transaction,
  actor: Actor,
  view: View,
): Promise<WaitingThere[]> => {
  const waiting: WaitingThere[] = []
  for (const { name, waits } of modules)
    for (const each of (await waits?.(tx, actor, view)) ?? []) waiting.push({ ...each, programme: name })
  return waiting.sort((a, b) => dueOrder(a).localeCompare(dueOrder(b)))
}

/** What has a due date comes first, the nearest before the others; then what waits longest. */
const dueOrder = ({ dueOn, since }: Waiting): string => `${dueOn?.toString() ?? "9999"} ${since.toString()}`
