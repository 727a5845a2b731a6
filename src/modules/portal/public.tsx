import { drawPage } from "#jsx"
import { startOfDay } from "#kernel/clock.ts"
import { fiscalYearAt } from "#kernel/fiscal-year.ts"
import { reading } from "#kernel/transaction.ts"
import { countByDay, countOpenByArea } from "#modules/listings"
import { getAreaBySlug, officeOf, searchAreas } from "#modules/places"
import { getFigure, readFigureRequest } from "#modules/statistics"
import { routes } from "#web/context.ts"
import { today } from "#web/dates.tsx"
import { AreaPage, AreasPage } from "./views/area-pages.tsx"
import { FrontPage } from "./views/front-page.tsx"
import { robots, sitemap } from "./views/sitemap.ts"

export const portalPublic = routes()
  .get("/", async (c) => {
    const { context, view, collected } = c.var
    const day = today(view)
    await c.var.keep(
      ["places", "listings", "organisations", "figures"],
      startOfDay(day.add({ days: 1 }), view.zone),
    )
    const request = readFigureRequest(
      { year: String(fiscalYearAt(view.now, view.zone)) },
      view.now,
      view.zone,
    )
    const page = await reading(context, async (tx) => {
      const figures = []
      for (const metric of collected.metrics) figures.push(await getFigure(tx, metric, request, view.zone))
      return {
        areas: await searchAreas(tx),
        counts: await countOpenByArea(tx, view.now),
        week: await countByDay(tx, day, day.add({ days: 6 })),
        figures,
      }
    })
    return c.html(
      drawPage(
        <FrontPage
          view={view}
          tiles={context.city.areas}
          panels={await c.var.panels("front", "")}
          {...page}
        />,
      ),
    )
  })
  .get("/robots.txt", (c) => c.text(robots(c.var.context.baseUrl, c.var.view.demo)))
  .get("/sitemap.xml", async (c) => {
    const { context, collected, view } = c.var
    await c.var.keep(["site", "notices", "places", "listings", "organisations"], view.now.add({ hours: 1 }))
    const addresses = await reading(context, async (tx) => [
      ...["/", "/listings", "/organisations", "/areas", "/figures", "/notices", "/opinions"].map((path) => ({
        path,
        at: null,
      })),
      ...(await searchAreas(tx)).map(({ slug }) => ({ path: `/areas/${slug}`, at: null })),
      ...(await collected.addresses(tx)),
    ])
    return c.body(sitemap(context.baseUrl, addresses), 200, {
      "Content-Type": "application/xml; charset=utf-8",
    })
  })
  .get("/areas", async (c) => {
    const { context, view } = c.var
    await c.var.keep(
      ["places", "listings", "organisations"],
      startOfDay(today(view).add({ days: 1 }), view.zone),
    )
    const page = await reading(context, async (tx) => ({
      areas: await searchAreas(tx),
      counts: await countOpenByArea(tx, view.now),
    }))
    return c.html(drawPage(<AreasPage view={view} tiles={context.city.areas} {...page} />))
  })
  .get("/areas/:slug", async (c) => {
    const { context, view } = c.var
    await c.var.keep(
      ["places", "listings", "organisations"],
      startOfDay(today(view).add({ days: 1 }), view.zone),
    )
    const page = await reading(context, async (tx) => {
      const area = await getAreaBySlug(tx, c.req.param("slug"))
      return { area, office: await officeOf(tx, area.code), areas: await searchAreas(tx) }
    })
    const neighbours = context.city.areas.find((each) => each.code === page.area.code)?.neighbours ?? []
    const panels = await c.var.panels("area", page.area.code)
    return c.html(drawPage(<AreaPage view={view} panels={panels} neighbours={neighbours} {...page} />))
  })
