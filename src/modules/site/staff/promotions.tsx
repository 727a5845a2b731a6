import type { Context as HonoContext } from "hono"
import { drawPage } from "#jsx"
import { type Actor, isAllowed } from "#kernel/actor.ts"
import { NotFound } from "#kernel/errors.ts"
import { isId } from "#kernel/ids.ts"
import { type Page, pageNumber } from "#kernel/paging.ts"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { Day } from "#web/dates.tsx"
import { emptyForm, type FormState, submitForm } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button } from "#web/ui/button.tsx"
import { DateField } from "#web/ui/date-field.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form } from "#web/ui/form.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Pagination } from "#web/ui/pagination.tsx"
import { Table } from "#web/ui/table.tsx"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { recordPromotion, removePromotion } from "../commands/promotions.ts"
import { canRecordPromotion } from "../policy.ts"
import { listPromotions } from "../queries/promotions.ts"
import { nothing } from "../schema/pages.ts"
import { type Promotion, promotionForm } from "../schema/promotions.ts"
import { SiteTabs } from "../views/site-tabs.tsx"

const path = "/staff/site/promotions"

const page = async (c: HonoContext<WebEnv>, form: FormState) => {
  const { context, view } = c.var
  const number = pageNumber(c.req.query("page"))
  const found = await reading(context, (tx) => listPromotions(tx, context.actor, number))
  return <Promotions view={view} actor={context.actor} page={found} form={form} />
}

export const promotionPages = routes()
  .get("/site/promotions", async (c) => c.html(drawPage(await page(c, emptyForm))))
  .post("/site/promotions", (c) =>
    submitForm(c, {
      schema: promotionForm,
      run: async (context, input) => {
        await recordPromotion(context, input)
        return path
      },
      again: (form) => page(c, form),
      done: "site:done.promotion",
    }),
  )
  .post("/site/promotions/:id/removal", (c) =>
    submitForm(c, {
      schema: nothing,
      run: async (context) => {
        const id = c.req.param("id")
        if (!isId(id)) throw new NotFound("no such promotion")
        await removePromotion(context, { id })
        return path
      },
      again: (form) => page(c, form),
      done: "site:done.promotion-removed",
    }),
  )

type PromotionsProps = {
  readonly view: View
  readonly actor: Actor
  readonly page: Page<Promotion>
  readonly form: FormState
}

/** civic-portal.R7: where the merits of registration were explained. */
function Promotions(props: PromotionsProps) {
  const { view, actor, page: found, form } = props
  return (
    <StaffPage view={view} title={view.text("site:office.promotions")} scripts={["submit-once"]}>
      <h1>{view.t("site:office.title")}</h1>
      <SiteTabs view={view} actor={actor} />
      <ErrorSummary view={view} errors={errorsOf(view, form, fieldLabels(view))} />
      <p>
        {view.t("site:promotion.lead")} <a href={view.href("/pages/merits")}>{view.t("web:about.merits")}</a>
      </p>
      {found.total === 0 ? <EmptyState title={view.t("site:promotion.none")} /> : <List {...props} />}
      <Pagination view={view} page={found.page} pages={Math.ceil(found.total / found.size)} />
      {isAllowed(canRecordPromotion(actor)) && <Recording {...props} />}
    </StaffPage>
  )
}

const fieldLabels = (view: View) => ({
  day: view.t("site:promotion.day"),
  occasion: view.t("site:promotion.occasion"),
  audience: view.t("site:promotion.audience"),
  explainedBy: view.t("site:promotion.by"),
  registrations: view.t("site:promotion.registrations"),
  note: view.t("site:promotion.note"),
})

function List({ view, actor, page: found }: PromotionsProps) {
  const labels = fieldLabels(view)
  const mayRemove = isAllowed(canRecordPromotion(actor))
  return (
    <Table
      id="promotions"
      caption={view.t("site:office.promotions")}
      captionHidden
      columns={[
        { label: labels.occasion },
        { label: labels.day },
        { label: labels.audience },
        { label: labels.explainedBy },
        { label: labels.registrations, numeric: true },
        { label: labels.note },
        { label: view.t("site:promotion.remove") },
      ]}
      rows={found.rows.map((row) => ({
        cells: [
          row.occasion,
          <Day view={view} day={row.onDay} near={false} />,
          row.audience,
          row.explainedBy,
          row.registrations,
          row.note,
          mayRemove && (
            <Form view={view} action={view.href(`${path}/${row.id}/removal`)} label={row.occasion}>
              <Button kind="quiet" size="small">
                {view.t("site:promotion.remove")}
              </Button>
            </Form>
          ),
        ],
      }))}
    />
  )
}

function Recording({ view, form }: PromotionsProps) {
  const field = fieldsOf(view, form)
  const labels = fieldLabels(view)
  return (
    <section class="record-action" aria-labelledby="recording">
      <h2 id="recording">{view.t("site:promotion.record")}</h2>
      <Form view={view} action={view.href(path)}>
        <DateField {...field("day")} label={labels.day} required />
        <TextField
          {...field("occasion")}
          label={labels.occasion}
          hint={view.t("site:promotion.occasion-hint")}
          required
        />
        <TextField
          {...field("audience")}
          label={labels.audience}
          hint={view.t("site:promotion.audience-hint")}
          required
        />
        <TextField {...field("explainedBy")} label={labels.explainedBy} required />
        <TextField
          {...field("registrations")}
          label={labels.registrations}
          inputmode="numeric"
          width="short"
        />
        <TextareaField {...field("note")} label={labels.note} rows={2} />
        <Button>{view.t("site:promotion.do")}</Button>
      </Form>
    </section>
  )
}
