import type { Context as HonoContext } from "hono"
import { drawPage } from "#jsx"
import { startOfDay } from "#kernel/clock.ts"
import { NotFound } from "#kernel/errors.ts"
import { fiscalYearAt, fiscalYearOf } from "#kernel/fiscal-year.ts"
import { pageNumber } from "#kernel/paging.ts"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { today } from "#web/dates.tsx"
import { firstCountedDay, getFigure, listCounted } from "./queries.ts"
import { readFigureRequest } from "./schema.ts"
import { CountedPage } from "./views/counted-page.tsx"
import { FiguresPage } from "./views/figures-page.tsx"

/** The next moment at which a page about today says something else. */
const nextMidnight = (c: HonoContext<WebEnv>) =>
  startOfDay(today(c.var.view).add({ days: 1 }), c.var.view.zone)

const requestOf = (c: HonoContext<WebEnv>) =>
  readFigureRequest(
    { year: c.req.query("year"), asOf: c.req.query("as-of"), known: c.req.query("known") },
    c.var.view.now,
    c.var.view.zone,
  )

export const statisticsPublic = routes()
  .get("/figures", async (c) => {
    const { context, view, collected } = c.var
    await c.var.keep(["figures"], nextMidnight(c))
    const request = requestOf(c)
    const page = await reading(context, async (tx) => {
      const figures = []
      for (const metric of collected.metrics) figures.push(await getFigure(tx, metric, request, view.zone))
      return { figures, firstYear: fiscalYearOf(await firstCountedDay(tx, view.now, view.zone)) }
    })
    const lastYear = fiscalYearAt(view.now, view.zone)
    const assumed = context.city.settings.countRegistrations
    return c.html(
      drawPage(
        <FiguresPage
          view={view}
          request={request}
          lastYear={lastYear}
          assumed={assumed.assumption}
          {...page}
        />,
      ),
    )
  })
  .get("/figures/:metric", async (c) => {
    const { context, view, collected } = c.var
    const metric = collected.metrics.find((each) => each.slug === c.req.param("metric"))
    if (!metric) throw new NotFound("no such figure")
    await c.var.keep(["figures", "listings", "organisations"], nextMidnight(c))
    const request = {
      ...requestOf(c),
      page: pageNumber(c.req.query("page")),
      separate: c.req.query("source") === "import",
    }
    const page = await reading(context, async (tx) => {
      const counted = await listCounted(tx, metric, request, view.zone)
      const subjects = new Map<string, { title: string; href: string }>()
      for (const [kind, rows] of Map.groupBy(counted.rows, (row) => row.subjectKind)) {
        for (const [id, subject] of await collected.subjects(
          tx,
          kind,
          rows.map((row) => row.subjectId),
        ))
          subjects.set(id, subject)
      }
      return { counted, subjects }
    })
    return c.html(drawPage(<CountedPage view={view} metric={metric} request={request} {...page} />))
  })
