import type { Context as HonoContext } from "hono"
import { drawPage, type Html } from "#jsx"
import { pageNumber } from "#kernel/paging.ts"
import { reading, type Context } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, filledForm, readForm, submitForm, type FormState } from "#web/forms.ts"
import type { OrganisationSummary } from "#modules/organisations"
import { searchAreas } from "#modules/places"
import {
  correctListing,
  draftListing,
  publishListing,
  publishNewListing,
  reviseDraft,
} from "../commands/publish.ts"
import { withdrawListing } from "../commands/withdraw.ts"
import { historyOf } from "../queries/office.ts"
import { findLastWritten } from "../queries/last-written.ts"
import { getOwn, getOwnOrganisation, getOwnWithGroup, listOwn, listOwnOrganisations } from "../queries/own.ts"
import { previewOf } from "../queries/preview.ts"
import { detailOf } from "../queries/public.ts"
import { contentOf, type ListingRow } from "../queries/records.ts"
import type { Content } from "../schema/content.ts"
import { listingForm, withdrawalForm, type ListingInput } from "../schema/form.ts"
import { typedOf } from "../schema/typed.ts"
import { FormPage } from "./form-page.tsx"
import { OwnListPage } from "./list-page.tsx"
import { OwnPage } from "./own-page.tsx"
import { StartPage } from "./start-page.tsx"

type Request = HonoContext<WebEnv>
/** What a form is about: something new of a group, or something that is there. */
type Subject = {
  readonly organisation: OrganisationSummary
  readonly row: ListingRow | null
  /** Begun with what stays the same since the last one. */
  readonly copied?: boolean
}

const formPage = async (
  c: Request,
  { organisation, row, copied = false }: Subject,
  form: FormState,
  content: Content | null = null,
): Promise<Html> => {
  const { context, view } = c.var
  const page = await reading(context, async (tx) => ({
    areas: await searchAreas(tx),
    preview: content ? await previewOf(tx, content, organisation, view) : null,
  }))
  const purpose = await c.var.purpose("listing")
  return (
    <FormPage
      view={view}
      form={form}
      organisation={organisation}
      existing={row}
      copied={copied}
      purpose={purpose}
      {...page}
    />
  )
}

const ownPage = async (c: Request, id: string, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const page = await reading(context, async (tx) => {
    const own = await getOwnWithGroup(tx, context.actor, id)
    return { ...own, listing: await detailOf(tx, own.row, view), history: await historyOf(tx, own.row.id) }
  })
  return <OwnPage view={view} actor={context.actor} form={form} {...page} />
}

const newOf = (c: Request, publicId: string): Promise<Subject> =>
  reading(c.var.context, async (tx) => ({
    organisation: await getOwnOrganisation(tx, c.var.context.actor, publicId),
    row: null,
  }))

const subjectOf = (c: Request, id: string): Promise<Subject> =>
  reading(c.var.context, (tx) => getOwnWithGroup(tx, c.var.context.actor, id))

/** Draft or publication, of something new or of what is there, by what the form was asked to do. */
const save = async (
  context: Context,
  { organisation, row }: Subject,
  input: ListingInput,
): Promise<string> => {
  const { intent, version = 0, content } = input
  const fresh = { organisationId: organisation.id, content }
  if (!row) return (await (intent === "draft" ? draftListing : publishNewListing)(context, fresh)).id
  const editing = { id: row.publicId, version, content }
  if (intent === "draft") return (await reviseDraft(context, editing)).id
  return (await (row.state === "published" ? correctListing : publishListing)(context, editing)).id
}

const doneBy = (intent: unknown, { row }: Subject): string => {
  if (intent === "draft") return "listings:done.draft"
  return row?.state === "published" ? "listings:done.corrected" : "listings:done.published"
}

const submit = async (c: Request, subject: Subject): Promise<Response> => {
  const { context, view } = c.var
  const schema = listingForm(context.city, view.now)
  const { typed, input } = await readForm(c, schema)
  const [intent] = typed["intent"] ?? []
  if (intent === "preview" && input) {
    const { content, version = "" } = input
    const form = filledForm({ ...typedOf(content, view.zone), _version: String(version) })
    return c.html(drawPage(await formPage(c, subject, form, content)))
  }
  return submitForm(c, {
    schema,
    run: async (commandContext, input) => `/my/listings/${await save(commandContext, subject, input)}`,
    again: (form) => formPage(c, subject, form),
    done: doneBy(intent, subject),
  })
}

export const listingsMy = routes()
  .get("/listings", async (c) => {
    const { context, view } = c.var
    const organisations = await reading(context, (tx) => listOwnOrganisations(tx, context.actor))
    const [only, second] = organisations
    // With one group there is nothing to choose.
    if (only && !second) return c.redirect(view.href(`/my/organisations/${only.publicId}/listings`), 303)
    return c.html(drawPage(<StartPage view={view} organisations={organisations} />))
  })
  .get("/organisations/:org/listings", async (c) => {
    const { context, view } = c.var
    const page = await reading(context, async (tx) => {
      const organisation = await getOwnOrganisation(tx, context.actor, c.req.param("org"))
      return { organisation, found: await listOwn(tx, organisation.id, pageNumber(c.req.query("page"))) }
    })
    return c.html(drawPage(<OwnListPage view={view} {...page} />))
  })
  .get("/organisations/:org/listings/new", async (c) => {
    const subject = await newOf(c, c.req.param("org"))
    const { mainAreaCode, fields } = subject.organisation
    // Where a group works is where most of what it does takes place: chosen on the form, and changed there.
    const scope = c.var.context.city.firstLevel === "ward" ? "areas" : "whole-city"
    const { context, view } = c.var
    const last = await reading(context, (tx) => findLastWritten(tx, subject.organisation.id, view.zone))
    const form = filledForm(last ?? { scope, areas: [mainAreaCode], fields: fields.map(String) })
    return c.html(drawPage(await formPage(c, { ...subject, copied: last !== null }, form)))
  })
  .post("/organisations/:org/listings", async (c) => submit(c, await newOf(c, c.req.param("org"))))
  .get("/listings/:id", async (c) => c.html(drawPage(await ownPage(c, c.req.param("id"), emptyForm))))
  .get("/listings/:id/edit", async (c) => {
    const { context, view } = c.var
    const subject = await subjectOf(c, c.req.param("id"))
    const content = await reading(context, async (tx) =>
      contentOf(tx, await getOwn(tx, context.actor, c.req.param("id"))),
    )
    return c.html(drawPage(await formPage(c, subject, filledForm(typedOf(content, view.zone)))))
  })
  .post("/listings/:id", async (c) => submit(c, await subjectOf(c, c.req.param("id"))))
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
