import type { Context as HonoContext } from "hono"
import { drawPage } from "#jsx"
import { authorise } from "#kernel/actor.ts"
import { pageNumber } from "#kernel/paging.ts"
import { reading } from "#kernel/transaction.ts"
import { listAreas } from "#modules/places"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, filledForm, type FormState, readForm, submitForm, typedValue } from "#web/forms.ts"
import { changeNotice, createNotice, withdrawNotice } from "../commands/notices.ts"
import { canListNotices } from "../policy.ts"
import { getNotice, listForOffice } from "../queries/notices.ts"
import { contentsValues } from "../schema/contents.ts"
import { noticeForm, noticeWithdrawalForm, type SiteNotice } from "../schema/notices.ts"
import { NoticeFormPage } from "./notice-form.tsx"
import { OfficeNotices } from "./notice-list.tsx"

type C = HonoContext<WebEnv>

const path = "/staff/site/notices"

const valuesOf = (notice: SiteNotice, zone: string) => {
  const start = notice.startsAt.toZonedDateTimeISO(zone)
  return {
    ...contentsValues(notice.contents),
    area: notice.areaCode ?? "",
    from: start.toPlainDate().toString(),
    fromTime: start.toPlainTime().toString({ smallestUnit: "minute" }),
    to: notice.endsAt?.subtract({ seconds: 1 }).toZonedDateTimeISO(zone).toPlainDate().toString() ?? "",
  }
}

/** The form of a notice that is there, or of a new one. */
const formPage = async (c: C, id: string | null, form: FormState | null) => {
  const { context, view } = c.var
  const { actor } = context
  authorise(canListNotices(actor))
  const { notice, areas } = await reading(context, async (tx) => ({
    notice: id === null ? null : await getNotice(tx, actor, id),
    areas: await listAreas(tx),
  }))
  const shown = form ?? (notice ? filledForm(valuesOf(notice, view.zone)) : emptyForm)
  return <NoticeFormPage view={view} actor={actor} notice={notice} areas={areas} form={shown} />
}

export const noticePages = routes()
  .get("/site/notices", async (c) => {
    const { context, view } = c.var
    const found = await reading(context, async (tx) => ({
      page: await listForOffice(tx, context.actor, pageNumber(c.req.query("page"))),
      areas: await listAreas(tx),
    }))
    return c.html(drawPage(<OfficeNotices view={view} actor={context.actor} {...found} />))
  })
  .get("/site/notices/new", async (c) => c.html(drawPage(await formPage(c, null, null))))
  .post("/site/notices", async (c) => {
    const { typed } = await readForm(c, noticeForm)
    const draft = typed["intent"]?.[0] === "draft"
    return submitForm(c, {
      schema: noticeForm,
      run: async (context, input) => `${path}/${(await createNotice(context, input)).id}`,
      again: (form) => formPage(c, null, form),
      done: draft ? "site:done.notice-draft" : "site:done.notice",
    })
  })
  .get("/site/notices/:id", async (c) => c.html(drawPage(await formPage(c, c.req.param("id"), null))))
  .post("/site/notices/:id", async (c) => {
    const id = c.req.param("id")
    const form = await readForm(c, noticeForm)
    return submitForm(c, {
      schema: noticeForm,
      run: async (context, input) => {
        await changeNotice(context, { id, input })
        return `${path}/${id}`
      },
      again: (again) => formPage(c, id, again),
      done: typedValue(form, "intent") === "draft" ? "site:done.notice-draft" : "site:done.notice",
    })
  })
  .post("/site/notices/:id/withdrawal", (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: noticeWithdrawalForm,
      run: async (context, { reason }) => {
        await withdrawNotice(context, { id, reason })
        return path
      },
      again: async (form) => {
        const { context, view } = c.var
        const notice = await reading(context, (tx) => getNotice(tx, context.actor, id))
        const values = filledForm({ ...valuesOf(notice, view.zone), reason: typedValue(form, "reason") })
        return formPage(c, id, { ...values, errors: form.errors })
      },
      done: "site:done.notice-withdrawn",
    })
  })
