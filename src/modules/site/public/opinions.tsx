import type { Context as HonoContext } from "hono"
import { type Child, drawPage } from "#jsx"
import { type Page, pageNumber } from "#kernel/paging.ts"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { Day } from "#web/dates.tsx"
import { filledForm, type FormState, submitForm, typedValue } from "#web/forms.ts"
import { PublicPage } from "#web/layout/public.tsx"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { CheckboxField } from "#web/ui/choice-fields.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Form, Hidden } from "#web/ui/form.tsx"
import { contentLang } from "#web/ui/lang-mark.tsx"
import { Pagination } from "#web/ui/pagination.tsx"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { giveOpinion } from "../commands/opinions.ts"
import { listPublishedOpinions } from "../queries/opinions.ts"
import { type Opinion, opinionForm } from "../schema/opinions.ts"

type C = HonoContext<WebEnv>

export const opinionRoutes = routes()
  .get("/opinions", async (c) => {
    const { context, view } = c.var
    await c.var.keep(["opinions"])
    const page = await reading(context, (tx) => listPublishedOpinions(tx, pageNumber(c.req.query("page"))))
    return c.html(drawPage(<OpinionsPage view={view} page={page} />))
  })
  .get("/opinions/new", async (c) => {
    const { address } = c.var.context.actor
    return c.html(drawPage(await formPage(c, filledForm({ page: cameFrom(c), address }))))
  })
  .post("/opinions", (c) =>
    submitForm(c, {
      schema: opinionForm,
      run: async (context, input) => {
        await giveOpinion(context, { ...input, lang: c.var.view.lang, client: c.var.clientAddress })
        return "/opinions"
      },
      again: (form) => formPage(c, form),
      done: "site:done.opinion",
    }),
  )

/** The page of this site from which somebody came, so that they need not describe it. */
const cameFrom = (c: C): string => {
  const from = URL.parse(c.req.header("referer") ?? "")
  return from && from.host === new URL(c.req.url).host ? from.pathname : ""
}

const formPage = async (c: C, form: FormState) => (
  <OpinionForm view={c.var.view} purpose={await c.var.purpose("opinion")} form={form} />
)

type OpinionFormProps = { readonly view: View; readonly purpose: Child; readonly form: FormState }

function OpinionForm({ view, purpose, form }: OpinionFormProps) {
  const field = fieldsOf(view, form)
  const labels = { text: view.t("site:opinion.text"), address: view.t("site:opinion.address") }
  const from = typedValue(form, "page")
  return (
    <PublicPage
      view={view}
      title={view.text("site:opinion.title")}
      width="text"
      noindex
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: view.t("site:opinions.title"), href: view.href("/opinions") },
        { label: view.t("site:opinion.title") },
      ]}
    >
      <div class="stack">
        <h1>{view.t("site:opinion.title")}</h1>
        <ErrorSummary view={view} errors={errorsOf(view, form, labels)} />
        <p class="lead">{view.t("site:opinion.lead")}</p>
        {purpose}
        <Form view={view} action={view.href("/opinions")}>
          <Hidden name="page" value={from} />
          {from !== "" && <p>{view.t("site:opinion.about", { page: decoded(from) })}</p>}
          <TextareaField {...field("text")} label={labels.text} rows={8} required />
          <TextField
            {...field("address")}
            label={labels.address}
            hint={view.t("site:opinion.address-hint")}
            type="email"
            autocomplete="email"
            inputmode="email"
          />
          <CheckboxField
            {...field("mayPublish")}
            value="yes"
            checked={typedValue(form, "mayPublish") === "yes"}
            label={view.t("site:opinion.may-publish")}
            hint={view.t("site:opinion.may-publish-hint")}
          />
          <Button size="large">{view.t("site:opinion.do")}</Button>
        </Form>
      </div>
    </PublicPage>
  )
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** civic-portal.R8: what people told us, what we answered, what was changed. */
function OpinionsPage({ view, page }: { readonly view: View; readonly page: Page<Opinion> }) {
  return (
    <PublicPage view={view} title={view.text("site:opinions.title")} width="text">
      <div class="stack">
        <h1>{view.t("site:opinions.title")}</h1>
        <p class="lead">{view.t("site:opinions.lead")}</p>
        <Buttons>
          <ButtonLink href={view.href("/opinions/new")}>{view.t("site:opinion.title")}</ButtonLink>
        </Buttons>
        {page.total === 0 && <EmptyState title={view.t("site:opinions.none")} />}
        {page.rows.map((opinion) => (
          <Answered view={view} opinion={opinion} />
        ))}
        <Pagination view={view} page={page.page} pages={Math.ceil(page.total / page.size)} />
      </div>
    </PublicPage>
  )
}

function Answered({ view, opinion }: { readonly view: View; readonly opinion: Opinion }) {
  const { publicId, publicText, answer, change, answeredAt, lang } = opinion
  const written = contentLang(view, lang === "en" ? "en" : "ja")
  return (
    <article class="voice" id={`opinion-${publicId}`}>
      <blockquote lang={written}>
        <p class="preserved">{publicText}</p>
      </blockquote>
      <h2>{view.t("site:opinions.answer")}</h2>
      <p class="preserved" lang={written}>
        {answer}
      </p>
      {change !== "" && (
        <p class="voice-change">
          <strong>{view.t("site:opinions.change")}</strong>
          <span lang={contentLang(view, "ja")}>{change}</span>
        </p>
      )}
      {answeredAt && (
        <p class="quiet">
          <Day view={view} day={answeredAt.toZonedDateTimeISO(view.zone).toPlainDate()} near={false} />
        </p>
      )}
    </article>
  )
}
