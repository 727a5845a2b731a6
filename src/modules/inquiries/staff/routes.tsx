import type { Context as HonoContext } from "hono"
import { drawPage, type Html } from "#jsx"
import { pageNumber } from "#kernel/paging.ts"
import { asActor } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, submitForm, type FormState } from "#web/forms.ts"
import { settleCase } from "../commands/cases.ts"
import { writeMessage } from "../commands/reply.ts"
import { listCases, listSlowGroups } from "../queries/office.ts"
import { getThread } from "../queries/thread.ts"
import { messageForm, settlementForm } from "../schema.ts"
import { CasesPage, SlowPage } from "./list-page.tsx"
import { OfficeThreadPage } from "./thread-page.tsx"

type Request = HonoContext<WebEnv>

const threadPage = async (c: Request, id: string, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const thread = await asActor(context, (tx) => getThread(tx, context.actor, "office", { id }))
  return <OfficeThreadPage view={view} actor={context.actor} thread={thread} form={form} />
}

export const inquiriesStaff = routes()
  .get("/inquiries", async (c) => {
    const { context, view } = c.var
    const settled = c.req.query("state") === "settled"
    const found = await asActor(context, (tx) =>
      listCases(tx, context.actor, { settled, page: pageNumber(c.req.query("page")) }),
    )
    return c.html(drawPage(<CasesPage view={view} settled={settled} found={found} />))
  })
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
