import type { Context as HonoContext } from "hono"
import { drawPage, type Html } from "#jsx"
import { authorise } from "#kernel/actor.ts"
import { Forbidden } from "#kernel/errors.ts"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { filledForm, submitForm, type FormState } from "#web/forms.ts"
import { findBody, searchAreas } from "#modules/places"
import { publishForOffice } from "../commands/office-write.ts"
import { correctListing } from "../commands/publish.ts"
import { canDo, officeKinds, writesAsOffice } from "../policy.ts"
import { getForOffice } from "../queries/office.ts"
import { contentOf, type ListingRow } from "../queries/records.ts"
import type { Kind } from "../schema/content.ts"
import { listingForm } from "../schema/form.ts"
import { typedOf } from "../schema/typed.ts"
import { OfficeFormPage } from "./form-page.tsx"

type Request = HonoContext<WebEnv>

/** What the worn post may write; whoever may write nothing has no business here. */
const kindsFor = (c: Request): readonly Kind[] => {
  const { actor } = c.var.context
  if (!writesAsOffice(actor)) throw new Forbidden("this post writes nothing in the name of an office")
  return officeKinds(actor)
}

const formPage = async (c: Request, row: ListingRow | null, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const kinds = kindsFor(c)
  const bodyId = row?.bodyId ?? context.actor.wearing?.bodyId ?? ""
  const page = await reading(context, async (tx) => ({
    areas: await searchAreas(tx),
    body: (await findBody(tx, bodyId))?.name ?? "",
  }))
  return <OfficeFormPage view={view} form={form} kinds={kinds} existing={row} {...page} />
}

/** A listing that the worn post may correct as its own. */
const ownOf = (c: Request, id: string): Promise<ListingRow> =>
  reading(c.var.context, async (tx) => {
    const { row } = await getForOffice(tx, c.var.context.actor, id)
    authorise(row.organisationId === null ? canDo(c.var.context.actor, "correct", row) : "refused")
    return row
  })

/** A ward office begins with its own ward. */
const beginning = (c: Request): FormState => {
  const { context } = c.var
  const post = context.actor.wearing
  const areas = post && post.areas !== "all" ? post.areas : []
  const kind = c.req.query("kind") ?? ""
  return filledForm({ kind, scope: areas.length > 0 ? "areas" : "whole-city", areas })
}

const schemaOf = (c: Request) => listingForm(c.var.context.city, c.var.view.now, kindsFor(c))

export const officeWritingRoutes = routes()
  .get("/listings/new", async (c) => c.html(drawPage(await formPage(c, null, beginning(c)))))
  .post("/listings", (c) =>
    submitForm(c, {
      schema: schemaOf(c),
      run: async (context, { content }) =>
        `/staff/listings/${(await publishForOffice(context, { content })).id}`,
      again: (form) => formPage(c, null, form),
      done: "listings:done.published",
    }),
  )
  .get("/listings/:id/edit", async (c) => {
    const row = await ownOf(c, c.req.param("id"))
    const content = await reading(c.var.context, (tx) => contentOf(tx, row))
    return c.html(drawPage(await formPage(c, row, filledForm(typedOf(content, c.var.view.zone)))))
  })
  .post("/listings/:id", async (c) => {
    const row = await ownOf(c, c.req.param("id"))
    return submitForm(c, {
      schema: schemaOf(c),
      run: async (context, { content, version = 0 }) => {
        await correctListing(context, { id: row.publicId, version, content })
        return `/staff/listings/${row.publicId}`
      },
      again: (form) => formPage(c, row, form),
      done: "listings:done.corrected",
    })
  })
