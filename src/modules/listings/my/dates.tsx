import type { Context as HonoContext } from "hono"
import { drawPage, type Html } from "#jsx"
import { dayOf } from "#kernel/clock.ts"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { filledForm, submitForm, type FormState } from "#web/forms.ts"
import { changeDates } from "../commands/dates.ts"
import { comingDates } from "../queries/dates.ts"
import { getOwnWithGroup } from "../queries/own.ts"
import { datesForm } from "../schema/dates-form.ts"
import { DatesPage } from "./dates-page.tsx"

type Request = HonoContext<WebEnv>

const datesPage = async (c: Request, id: string, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const page = await reading(context, async (tx) => {
    const { row } = await getOwnWithGroup(tx, context.actor, id)
    return { row, dates: await comingDates(tx, row.id, view.now) }
  })
  return <DatesPage view={view} actor={context.actor} form={form} {...page} />
}

/** Single dates: called off, postponed, moved, put back. */
export const dateRoutes = routes()
  .get("/listings/:id/dates", async (c) =>
    c.html(drawPage(await datesPage(c, c.req.param("id"), filledForm({ change: "cancelled" })))),
  )
  .post("/listings/:id/dates", (c) => {
    const id = c.req.param("id")
    const { view } = c.var
    return submitForm(c, {
      schema: datesForm(dayOf(view.now, view.zone)),
      run: async (context, input) => {
        await changeDates(context, { id, ...input })
        return `/my/listings/${id}/dates`
      },
      again: (form) => datesPage(c, id, form),
      done: "listings:done.dates",
    })
  })
