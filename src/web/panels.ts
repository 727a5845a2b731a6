import type { Context as HonoContext } from "hono"
import type { Child } from "#jsx"
import { reading } from "#kernel/transaction.ts"
import type { WebEnv } from "#web/context.ts"
import type { Panel } from "#web/manifest.ts"
import type { Surroundings } from "#web/request-context.ts"

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
