import type { Context as HonoContext } from "hono"
import { z } from "zod"
import { drawPage, type Html } from "#jsx"
import { reading, type Context } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { filledForm, readForm, submitForm, type FormState } from "#web/forms.ts"
import { searchAreas } from "#modules/places"
import {
  correctListing,
  draftListing,
  mendListing,
  publishListing,
  publishNewListing,
  reviseDraft,
} from "../commands/publish.ts"
import { dropTyping } from "../commands/typings.ts"
import { findLastWritten } from "../queries/last-written.ts"
import { getOwnOrganisation, getOwnWithGroup } from "../queries/own.ts"
import { contentOf } from "../queries/records.ts"
import { getTyping, listTypings } from "../queries/typings.ts"
import { listingForm } from "../schema/form.ts"
import { publicationForm, typedPublication } from "../schema/publication-form.ts"
import { typedOf } from "../schema/typed.ts"
import { FormPage } from "./form-page.tsx"
import type { Subject } from "./subject.ts"
import { answerTyping, keepForPreview, typingOf } from "./typing.ts"

type Request = HonoContext<WebEnv>

/** Content and publication in one form; every mistake is told at once. */
export const writingForm = ({ city }: Context, now: Temporal.Instant) =>
  z.intersection(listingForm(city, now), publicationForm(city.zone, now))

type Written = z.output<ReturnType<typeof writingForm>>

const formPage = async (
  c: Request,
  { organisation, row, copied = false }: Subject,
  form: FormState,
): Promise<Html> => {
  const { context, view } = c.var
  const key = { organisationId: organisation.id, listingId: row?.id ?? null }
  const page = await reading(context, async (tx) => ({
    areas: await searchAreas(tx),
    typings: await listTypings(tx, context.actor, key),
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

const newOf = (c: Request, publicId: string): Promise<Subject> =>
  reading(c.var.context, async (tx) => ({
    organisation: await getOwnOrganisation(tx, c.var.context.actor, publicId),
    row: null,
  }))

const subjectOf = (c: Request, id: string): Promise<Subject> =>
  reading(c.var.context, (tx) => getOwnWithGroup(tx, c.var.context.actor, id))

type Saved = { readonly id: string; readonly done: string }

/** Draft, publication or correction, by what the form was asked to do and by what is there. */
export const saveWritten = async (
  context: Context,
  { organisation, row }: Subject,
  input: Written,
): Promise<Saved> => {
  const { intent, version = 0, content, publishAt, noIndex } = input
  const isDraft = intent === "draft"
  if (!row) {
    const fresh = { organisationId: organisation.id, content, publishAt, noIndex }
    return isDraft
      ? { ...(await draftListing(context, fresh)), done: "listings:done.draft" }
      : published(await publishNewListing(context, fresh))
  }
  const editing = { id: row.publicId, version, content, noIndex }
  if (row.state === "published")
    return { ...(await correctListing(context, editing)), done: "listings:done.corrected" }
  if (row.state === "hidden")
    return { ...(await mendListing(context, editing)), done: "listings:done.mended" }
  return isDraft
    ? { ...(await reviseDraft(context, { ...editing, publishAt })), done: "listings:done.draft" }
    : published(await publishListing(context, { ...editing, publishAt }))
}

const doneByWay = { publish: "published", schedule: "scheduled", submit: "submitted" } as const

const published = ({ id, way }: Awaited<ReturnType<typeof publishListing>>): Saved => ({
  id,
  done: `listings:done.${doneByWay[way]}`,
})

const submit = async (c: Request, subject: Subject): Promise<Response> => {
  const { context, view } = c.var
  const schema = writingForm(context, view.now)
  const { typed, input } = await readForm(c, schema)
  if (typed["intent"]?.[0] === "preview" && input)
    return c.redirect(view.href(await keepForPreview(c, subject, typed)), 303)
  let done = ""
  return submitForm(c, {
    schema,
    run: async (commandContext, written) => {
      const saved = await saveWritten(commandContext, subject, written)
      done = saved.done
      const typing = typingOf(typed)
      if (typing) await dropTyping(context, typing.id)
      return `/my/listings/${saved.id}`
    },
    again: (form) => formPage(c, subject, form),
    done: () => done,
  })
}

/** The form as it was typed and not saved, where the address asks for that; else what stands there. */
const formOf = async (c: Request, values: () => Promise<FormState>): Promise<FormState> => {
  const { context } = c.var
  const asked = c.req.query("typing")
  if (!asked) return values()
  const { id, version, typed } = await reading(context, (tx) => getTyping(tx, context.actor, asked))
  return { typed: { ...typed, _typing: [id], "_typing-version": [String(version)] }, errors: {} }
}

export const writingRoutes = routes()
  .get("/organisations/:org/listings/new", async (c) => {
    const { context, view } = c.var
    const subject = await newOf(c, c.req.param("org"))
    const { mainAreaCode, fields } = subject.organisation
    // Where a group works is where most of what it does takes place: chosen on the form, and changed there.
    const scope = context.city.firstLevel === "ward" ? "areas" : "whole-city"
    const last = c.req.query("typing")
      ? null
      : await reading(context, (tx) => findLastWritten(tx, subject.organisation.id, view.zone))
    const form = await formOf(c, () =>
      Promise.resolve(filledForm(last ?? { scope, areas: [mainAreaCode], fields: fields.map(String) })),
    )
    return c.html(drawPage(await formPage(c, { ...subject, copied: last !== null }, form)))
  })
  .post("/organisations/:org/listings", async (c) => submit(c, await newOf(c, c.req.param("org"))))
  .post("/organisations/:org/listings/typing", async (c) =>
    answerTyping(c, await newOf(c, c.req.param("org"))),
  )
  .get("/listings/:id/edit", async (c) => {
    const { context, view } = c.var
    const subject = await subjectOf(c, c.req.param("id"))
    const { row } = subject
    const form = await formOf(c, async () => {
      const content = await reading(context, async (tx) => row && contentOf(tx, row))
      if (!content || !row) return filledForm({})
      return filledForm({ ...typedOf(content, view.zone), ...typedPublication(row, view.zone, view.now) })
    })
    return c.html(drawPage(await formPage(c, subject, form)))
  })
  .post("/listings/:id", async (c) => submit(c, await subjectOf(c, c.req.param("id"))))
  .post("/listings/:id/typing", async (c) => answerTyping(c, await subjectOf(c, c.req.param("id"))))
