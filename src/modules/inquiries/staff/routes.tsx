import type { Context as HonoContext } from "hono"
import { drawPage, type Html } from "#jsx"
import { asActor } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, submitForm, type FormState } from "#web/forms.ts"
import { answerList, answerListFile, type ListSource } from "#web/office-list/list-routes.tsx"
import { ButtonLink } from "#web/ui/button.tsx"
import { recordListTaken, savedViewsOf } from "#modules/accounts"
import { settleCase } from "../commands/cases.ts"
import { writeMessage } from "../commands/reply.ts"
import { caseKinds, listCases, listSlowGroups, type CaseRow } from "../queries/office.ts"
import { getThread } from "../queries/thread.ts"
import { messageForm, settlementForm } from "../schema.ts"
import { SlowPage } from "./list-page.tsx"
import { caseList, type Around } from "./office-list.tsx"
import { OfficeThreadPage } from "./thread-page.tsx"

type Request = HonoContext<WebEnv>

const threadPage = async (c: Request, id: string, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const thread = await asActor(context, (tx) => getThread(tx, context.actor, "office", { id }))
  return <OfficeThreadPage view={view} actor={context.actor} thread={thread} form={form} />
}

const orders = { at: "at", due: "dueOn", settled: "settledAt" } as const

const source: ListSource<CaseRow, Around> = {
  list: caseList,
  load: (context, view, { filters, order }, range) => {
    const { actor } = context
    const by = orders[order?.column as keyof typeof orders]
    const filter = {
      settled: filters["state"] === "settled",
      kind: caseKinds.find((kind) => kind === filters["kind"]),
      order: order && by ? { by, descending: order.descending } : undefined,
    }
    return asActor(context, async (tx) => ({
      around: { view },
      found: await listCases(tx, actor, filter, range),
      saved: await savedViewsOf(tx, actor, caseList.name),
    }))
  },
  taken: recordListTaken,
  doors: ({ view }) => (
    <ButtonLink kind="secondary" href={view.href("/staff/inquiries/slow")}>
      {view.t("inquiries:office.slow")}
    </ButtonLink>
  ),
}

export const inquiriesStaff = routes()
  .get("/inquiries", (c) => answerList(c, source))
  .get("/inquiries.csv", (c) => answerListFile(c, source, "csv"))
  .get("/inquiries.xlsx", (c) => answerListFile(c, source, "xlsx"))
  .get("/inquiries/slow", async (c) => {
    const { context, view } = c.var
    const reader = { city: context.city, now: view.now }
    const groups = await asActor(context, (tx) => listSlowGroups(tx, context.actor, reader))
    return c.html(drawPage(<SlowPage view={view} city={context.city} groups={groups} />))
  })
  .get("/inquiries/:id", async (c) => c.html(drawPage(await threadPage(c, c.req.param("id"), emptyForm))))
  .post("/inquiries/:id/messages", (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: messageForm,
      run: async (context, { body, _version: version }) => {
        await writeMessage(context, { id, side: "office", body, version })
        return `/staff/inquiries/${id}`
      },
      again: (form) => threadPage(c, id, form),
      done: "inquiries:done.answered",
    })
  })
  .post("/inquiries/:id/settlement", (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: settlementForm,
      run: async (context, input) => {
        await settleCase(context, { id, ...input })
        return `/staff/inquiries/${id}`
      },
      again: (form) => threadPage(c, id, form),
      done: "inquiries:done.settled",
    })
  })
