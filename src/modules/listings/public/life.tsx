import type { Context as HonoContext } from "hono"
import { drawPage, type Html } from "#jsx"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, submitForm, type FormState } from "#web/forms.ts"
import { listAreas } from "#modules/places"
import { reportListing } from "../commands/reports.ts"
import { changesOf } from "../queries/changes.ts"
import { getPublicListing } from "../queries/public.ts"
import { reportForm } from "../schema/reports.ts"
import { ChangesPage } from "./changes-page.tsx"
import { ReportPage } from "./report-page.tsx"

type Request = HonoContext<WebEnv>

const mostChanges = 100

const reportPage = async (c: Request, id: string, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const listing = await reading(context, (tx) => getPublicListing(tx, id, view))
  const purpose = await c.var.purpose("report")
  return <ReportPage view={view} listing={listing} purpose={purpose} form={form} />
}

/** What readers see of a listing's life, and what they can say about it. */
export const lifeRoutes = routes()
  .get("/listings/:id/changes", async (c) => {
    const { context, view } = c.var
    const id = c.req.param("id")
    await c.var.keep([`listing:${id}`, "places"])
    const page = await reading(context, async (tx) => {
      const listing = await getPublicListing(tx, id, view)
      return { listing, areas: await listAreas(tx), changes: await changesOf(tx, listing.id, mostChanges) }
    })
    return c.html(drawPage(<ChangesPage view={view} {...page} />))
  })
  .get("/listings/:id/report", async (c) =>
    c.html(drawPage(await reportPage(c, c.req.param("id"), emptyForm))),
  )
  .post("/listings/:id/report", (c) => {
    const id = c.req.param("id")
    const { clientAddress: client, view } = c.var
    return submitForm(c, {
      schema: reportForm,
      run: async (context, input) => {
        await reportListing(context, { id, ...input, lang: view.lang, client })
        return `/listings/${id}`
      },
      again: (form) => reportPage(c, id, form),
      done: "listings:done.reported",
    })
  })
