import type { Context as HonoContext } from "hono"
import { drawPage } from "#jsx"
import { authorise } from "#kernel/actor.ts"
import { NotFound } from "#kernel/errors.ts"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, filledForm, type FormState, readForm, submitForm, typedValue } from "#web/forms.ts"
import { publishPage, restoreVersion, saveDraft, unschedulePage } from "../commands/pages.ts"
import { canWritePage } from "../policy.ts"
import { getPageRecord, listPages, versionOf } from "../queries/office-pages.ts"
import { contentsOf, contentsValues } from "../schema/contents.ts"
import { draftForm, nothing, publicationForm } from "../schema/pages.ts"
import { EditPage } from "./edit-page.tsx"
import { PageList } from "./page-list.tsx"
import { PageRecordPage } from "./page-record.tsx"
import { VersionPage } from "./version-page.tsx"

type C = HonoContext<WebEnv>

const recordOf = (c: C, slug: string) =>
  reading(c.var.context, (tx) => getPageRecord(tx, c.var.context.actor, slug, c.var.view.now))

const recordPage = async (c: C, slug: string, form: FormState) => (
  <PageRecordPage
    view={c.var.view}
    actor={c.var.context.actor}
    record={await recordOf(c, slug)}
    form={form}
  />
)

const editPage = async (c: C, slug: string, form: FormState | null) => {
  const { context, view } = c.var
  authorise(canWritePage(context.actor))
  const record = await recordOf(c, slug)
  const [latest] = record.versions
  if (!latest) throw new NotFound(`${slug} has no version`)
  const shown = form ?? filledForm({ ...contentsValues(latest.contents), why: "" })
  return <EditPage view={view} page={record.page} latest={latest.number} form={shown} />
}

const numberOf = (text: string): number => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 100_000) throw new NotFound("no such version")
  return number
}

export const pageRoutes = routes()
  .get("/site", async (c) => {
    const { context, view } = c.var
    const pages = await reading(context, (tx) => listPages(tx, context.actor, view.now))
    return c.html(drawPage(<PageList view={view} actor={context.actor} pages={pages} />))
  })
  .get("/site/pages/:slug", async (c) =>
    c.html(drawPage(await recordPage(c, c.req.param("slug"), emptyForm))),
  )
  .get("/site/pages/:slug/edit", async (c) => c.html(drawPage(await editPage(c, c.req.param("slug"), null))))
  .post("/site/pages/:slug", async (c) => {
    const slug = c.req.param("slug")
    const form = await readForm(c, draftForm)
    // Looking at it saves nothing: the same page, with what was typed drawn beside it.
    if (typedValue(form, "intent") === "preview") {
      const errors = { ...form.errors }
      delete errors["why"]
      return c.html(drawPage(await editPage(c, slug, { ...form, errors })))
    }
    return submitForm(c, {
      schema: draftForm,
      run: async (context, input) => {
        await saveDraft(context, {
          ...{ slug, version: input._version, why: input.why },
          contents: contentsOf(input),
        })
        return `/staff/site/pages/${slug}`
      },
      again: (again) => editPage(c, slug, again),
      done: "site:done.saved",
    })
  })
  .post("/site/pages/:slug/publication", async (c) => {
    const slug = c.req.param("slug")
    const form = await readForm(c, publicationForm)
    return submitForm(c, {
      schema: publicationForm,
      run: async (context, input) => {
        await publishPage(context, { slug, version: input._version, at: input.at, consent: input.consent })
        return `/staff/site/pages/${slug}`
      },
      again: (again) => recordPage(c, slug, again),
      done: typedValue(form, "when") === "later" ? "site:done.scheduled" : "site:done.published",
    })
  })
  .post("/site/pages/:slug/unscheduling", (c) => {
    const slug = c.req.param("slug")
    return submitForm(c, {
      schema: nothing,
      run: async (context) => {
        await unschedulePage(context, { slug })
        return `/staff/site/pages/${slug}`
      },
      again: (form) => recordPage(c, slug, form),
      done: "site:done.unscheduled",
    })
  })
  .get("/site/pages/:slug/versions/:number", async (c) => {
    const { context, view } = c.var
    const record = await recordOf(c, c.req.param("slug"))
    const version = versionOf(record, numberOf(c.req.param("number")))
    const wanted = Number(c.req.query("against") ?? version.number - 1)
    const against = record.versions.find(({ number }) => number === wanted)
    return c.html(
      drawPage(
        <VersionPage view={view} actor={context.actor} record={record} version={version} against={against} />,
      ),
    )
  })
  .post("/site/pages/:slug/versions/:number/restoration", (c) => {
    const slug = c.req.param("slug")
    const number = numberOf(c.req.param("number"))
    return submitForm(c, {
      schema: nothing,
      run: async (context) => {
        await restoreVersion(context, {
          slug,
          number,
          why: c.var.view.text("site:version.restored", { number }),
        })
        return `/staff/site/pages/${slug}`
      },
      again: (form) => recordPage(c, slug, form),
      done: "site:done.restored",
    })
  })
