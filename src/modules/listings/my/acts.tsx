import type { Context as HonoContext } from "hono"
import { drawPage, type Html } from "#jsx"
import { z } from "zod"
import { reading, type Context } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, submitForm, type FormState } from "#web/forms.ts"
import { confirmListing } from "../commands/confirm.ts"
import { copyForNextYear } from "../commands/copies.ts"
import { takeBackListing, undoWithdrawal } from "../commands/take-back.ts"
import { reply } from "../commands/talks.ts"
import { withdrawListing } from "../commands/withdraw.ts"
import { historyOf } from "../queries/office.ts"
import { getOwnWithGroup } from "../queries/own.ts"
import { detailOf } from "../queries/public.ts"
import { talksOf } from "../queries/talks.ts"
import { withdrawalForm } from "../schema/form.ts"
import { replyForm } from "../schema/talks.ts"
import { OwnPage } from "./own-page.tsx"

type Request = HonoContext<WebEnv>

const ownPage = async (c: Request, id: string, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const page = await reading(context, async (tx) => {
    const own = await getOwnWithGroup(tx, context.actor, id)
    return {
      ...own,
      listing: await detailOf(tx, own.row, view),
      history: await historyOf(tx, own.row.id),
      talks: await talksOf(tx, own.row.id),
    }
  })
  return <OwnPage view={view} actor={context.actor} form={form} {...page} />
}

type Act = (context: Context, input: { readonly id: string }) => Promise<{ readonly id: string }>

/** One click, no question. It leads to the listing, or to what the act has made. */
const click = (c: Request, act: Act, done: string, below = ""): Promise<Response> => {
  const id = c.req.param("id") ?? ""
  return submitForm(c, {
    schema: z.object({}),
    run: async (context) => `/my/listings/${(await act(context, { id })).id}${below}`,
    again: (form) => ownPage(c, id, form),
    done,
  })
}

export const actRoutes = routes()
  .get("/listings/:id", async (c) => c.html(drawPage(await ownPage(c, c.req.param("id"), emptyForm))))
  .post("/listings/:id/take-back", (c) => click(c, takeBackListing, "listings:done.taken-back"))
  .post("/listings/:id/return-to-public", (c) => click(c, undoWithdrawal, "listings:done.brought-back"))
  .post("/listings/:id/confirmation", (c) => click(c, confirmListing, "listings:done.confirmed"))
  .post("/listings/:id/copies", (c) => click(c, copyForNextYear, "listings:done.copied", "/edit"))
  .post("/listings/:id/withdrawal", async (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: withdrawalForm,
      run: async (context, { reason }) => {
        await withdrawListing(context, { id, reason })
        return `/my/listings/${id}`
      },
      again: (form) => ownPage(c, id, form),
      done: "listings:done.withdrawn",
    })
  })
  .post("/listings/:id/replies", async (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: replyForm,
      run: async (context, { text }) => {
        await reply(context, { id, text })
        return `/my/listings/${id}`
      },
      again: (form) => ownPage(c, id, form),
      done: "listings:done.replied",
    })
  })
