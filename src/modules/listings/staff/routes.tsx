import type { Context as HonoContext } from "hono"
import { drawPage, type Html } from "#jsx"
import { reading, type Context } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, submitForm, type FormState } from "#web/forms.ts"
import { accountNames } from "#modules/accounts"
import { hideListing, reinstateListing, removeListing } from "../commands/office.ts"
import { getForOffice } from "../queries/office.ts"
import { detailOf } from "../queries/public.ts"
import { reportsOf } from "../queries/reports.ts"
import { talksOf } from "../queries/talks.ts"
import { approveListing, preApproveListing, returnListing } from "../commands/review.ts"
import { decideReports } from "../commands/reports.ts"
import { reply } from "../commands/talks.ts"
import { decisionForm } from "../schema/reports.ts"
import { replyForm } from "../schema/talks.ts"
import { reviewRoutes } from "./review.tsx"
import { officeForm, preApprovalForm, reinstatementForm, returnForm } from "../schema/form.ts"
import { listingListRoutes } from "./list-routes.tsx"
import { officeWritingRoutes } from "./writing-routes.tsx"
import { RecordPage } from "./record-page.tsx"

type Request = HonoContext<WebEnv>

const recordPage = async (c: Request, id: string, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const page = await reading(context, async (tx) => {
    const { row, history } = await getForOffice(tx, context.actor, id)
    const people = [...new Set(history.flatMap(({ accountId }) => accountId ?? []))]
    return {
      ...{ row, history },
      listing: await detailOf(tx, row, view),
      names: await accountNames(tx, people),
      reports: await reportsOf(tx, row.id),
      talks: await talksOf(tx, row.id),
    }
  })
  return <RecordPage view={view} actor={context.actor} form={form} {...page} />
}

type Act = (context: Context, input: { id: string; reason: string }) => Promise<unknown>

const decide = (c: Request, id: string, act: Act, done: string): Promise<Response> =>
  submitForm(c, {
    schema: officeForm,
    run: async (context, { reason }) => {
      await act(context, { id, reason })
      return `/staff/listings/${id}`
    },
    again: (form) => recordPage(c, id, form),
    done,
  })

export const listingsStaff = routes()
  .route("/", reviewRoutes)
  .route("/", listingListRoutes)
  .route("/", officeWritingRoutes)
  .get("/listings/:id", async (c) => c.html(drawPage(await recordPage(c, c.req.param("id"), emptyForm))))
  .post("/listings/:id/hiding", (c) => decide(c, c.req.param("id"), hideListing, "listings:done.hidden"))
  .post("/listings/:id/removal", (c) => decide(c, c.req.param("id"), removeListing, "listings:done.removed"))
  .post("/listings/:id/reinstatement", async (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: reinstatementForm,
      run: async (context) => {
        await reinstateListing(context, { id })
        return `/staff/listings/${id}`
      },
      again: (form) => recordPage(c, id, form),
      done: "listings:done.reinstated",
    })
  })
  .post("/listings/:id/approval", async (c) => {
    const id = c.req.param("id")
    let done = "listings:done.approved"
    return submitForm(c, {
      schema: reinstatementForm,
      run: async (context) => {
        const { event } = await approveListing(context, { id })
        if (event === "approve-ahead") done = "listings:done.approved-ahead"
        return `/staff/listings/${id}`
      },
      again: (form) => recordPage(c, id, form),
      done: () => done,
    })
  })
  .post("/listings/:id/return", (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: returnForm,
      run: async (context, { reason }) => {
        await returnListing(context, { id, reason })
        // It is a draft again, and those are their group's own.
        return "/staff/listings"
      },
      again: (form) => recordPage(c, id, form),
      done: "listings:done.returned",
    })
  })
  .post("/listings/:id/pre-approval", (c) => {
    const id = c.req.param("id")
    let approved = true
    return submitForm(c, {
      schema: preApprovalForm,
      run: async (context, input) => {
        approved = input.approved === "yes"
        await preApproveListing(context, { id, approved })
        return `/staff/listings/${id}`
      },
      again: (form) => recordPage(c, id, form),
      done: () => (approved ? "listings:done.pre-approved" : "listings:done.pre-approval-ended"),
    })
  })
  .post("/listings/:id/reports", (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: decisionForm,
      run: async (context, input) => {
        await decideReports(context, { id, ...input })
        return `/staff/listings/${id}`
      },
      again: (form) => recordPage(c, id, form),
      done: "listings:done.decided",
    })
  })
  .post("/listings/:id/replies", (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: replyForm,
      run: async (context, { text }) => {
        await reply(context, { id, text })
        return `/staff/listings/${id}`
      },
      again: (form) => recordPage(c, id, form),
      done: "listings:done.replied",
    })
  })
