import type { Context as HonoContext } from "hono"
import { reading } from "#kernel/transaction.ts"
import type { Collected, WebEnv } from "#web/context.ts"
import type { Panel, Waiting } from "#web/manifest.ts"
import type { Surroundings } from "#web/surroundings.ts"

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

/** Figures and waiting things of all modules. */
export const collect = (around: Pick<Surroundings, "modules">, c: HonoContext<WebEnv>): Collected => ({
  metrics: around.modules.flatMap((module) => module.figures ?? []),
  subjects: async (tx, kind, ids) => {
    const found = new Map<string, { title: string; href: string }>()
    for (const { figureSubjects } of around.modules) {
      for (const [id, subject] of (await figureSubjects?.(tx, kind, ids)) ?? []) found.set(id, subject)
    }
    return found
  },
  waits: async (tx) => {
    const waiting: Waiting[] = []
    for (const { waits } of around.modules)
      waiting.push(...((await waits?.(tx, c.var.context.actor, c.var.view)) ?? []))
    return waiting.sort((a, b) => dueOrder(a).localeCompare(dueOrder(b)))
  },
})

/** What has a due date comes first, the nearest before the others; then what waits longest. */
const dueOrder = ({ dueOn, since }: Waiting): string => `${dueOn?.toString() ?? "9999"} ${since.toString()}`
