import { drawPage } from "#jsx"
import { NotFound } from "#kernel/errors.ts"
import { reading } from "#kernel/transaction.ts"
import { routes } from "#web/context.ts"
import { getPastTerms, getPublicPage } from "../queries/pages.ts"
import { SitePageView } from "../views/site-page.tsx"

export const pageRoutes = routes()
  .get("/pages/:slug", async (c) => {
    const { context, view } = c.var
    await c.var.keep(["site"])
    const found = await reading(context, (tx) => getPublicPage(tx, c.req.param("slug"), view.now))
    await c.var.keep([], found.until)
    const words = (c.req.query("q") ?? "").slice(0, 100)
    return c.html(drawPage(<SitePageView view={view} baseUrl={context.baseUrl} words={words} {...found} />))
  })
  .get("/pages/:slug/versions/:number", async (c) => {
    const { context, view } = c.var
    const slug = c.req.param("slug")
    const number = Number(c.req.param("number"))
    if (!Number.isInteger(number) || number < 1 || number > 100_000) throw new NotFound("no such version")
    await c.var.keep(["site"])
    const page = await reading(context, async (tx) => ({
      old: await getPastTerms(tx, slug, number, view.now),
      found: await getPublicPage(tx, slug, view.now),
    }))
    await c.var.keep([], page.found.until)
    return c.html(
      drawPage(
        <SitePageView view={view} baseUrl={context.baseUrl} words="" {...page.found} version={page.old} />,
      ),
    )
  })
