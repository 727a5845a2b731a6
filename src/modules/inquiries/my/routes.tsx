import type { Context as HonoContext } from "hono"
import { drawPage, type Html } from "#jsx"
import { Invalid, NotFound, TooMany } from "#kernel/errors.ts"
import { isId } from "#kernel/ids.ts"
import { pageNumber } from "#kernel/paging.ts"
import { asActor, type Context } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, filledForm, readForm, submitForm, type FormState } from "#web/forms.ts"
import { countAttempt } from "#modules/accounts"
import { blockAsker, unblockAsker } from "../commands/block.ts"
import { handOverInquiry, reportInquiry } from "../commands/cases.ts"
import { closeInquiry, writeMessage } from "../commands/reply.ts"
import { addTemplate, changeTemplate, deleteTemplate } from "../commands/templates.ts"
import { countWaiting, listInquiries, type Box } from "../queries/lists.ts"
import { getRecord } from "../queries/records.ts"
import { getOwnGroup, templatesOf } from "../queries/templates.ts"
import { getOwnThread, ownSide } from "../queries/thread.ts"
import { blockForm, helpForm, inquiry, messageForm, nothing, reportForm, templateForm } from "../schema.ts"
import { draftsFor } from "../views/drafts.ts"
import { ListPage } from "./list-page.tsx"
import { TemplatesPage } from "./templates-page.tsx"
import { OwnThreadPage } from "./thread-page.tsx"

type Request = HonoContext<WebEnv>

const threadPage = async (c: Request, id: string, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const page = await asActor(context, async (tx) => {
    const { side, ...thread } = await getOwnThread(tx, context.actor, id)
    return { side, thread, templates: side === "group" ? await templatesOf(tx, thread.group.id) : [] }
  })
  const drafts = draftsFor(view, page.thread, page.templates)
  const chosen = drafts.find(({ id: draft }) => draft === c.req.query("draft"))
  const filled = chosen && form === emptyForm ? filledForm({ body: chosen.body }) : form
  return <OwnThreadPage view={view} actor={context.actor} form={filled} drafts={drafts} {...page} />
}

const pathOf = (id: string): string => `/my/inquiries/${id}`

/** On which side one stands: the group's where one is a member. */
const sideOf = (context: Context, id: string): Promise<"asker" | "group"> =>
  asActor(context, async (tx) => {
    const { organisationId } = await getRecord(tx, { id })
    return ownSide(context.actor, organisationId)
  })

const counted = async (c: Request, context: Context, id: string): Promise<void> => {
  try {
    await countAttempt(context, "inquiry-message", { client: c.var.clientAddress, account: id })
  } catch (error) {
    throw error instanceof TooMany ? new Invalid({ body: "inquiries:error.too-many" }) : error
  }
}

const templatesPage = async (c: Request, org: string, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const page = await asActor(context, async (tx) => {
    const group = await getOwnGroup(tx, context.actor, org)
    return { group, templates: await templatesOf(tx, group.id) }
  })
  const edited = page.templates.find(({ id }) => id === (c.req.param("id") ?? c.req.query("edit")))
  const filled = edited && form === emptyForm ? filledForm({ title: edited.title, body: edited.body }) : form
  return <TemplatesPage view={view} form={filled} edited={edited ?? null} {...page} />
}

const saveTemplate = async (c: Request, org: string, id: string | null): Promise<Response> => {
  const { typed } = await readForm(c, templateForm)
  const deletes = id !== null && typed["intent"]?.[0] === "delete"
  const path = `/my/organisations/${org}/answers`
  if (deletes)
    return submitForm(c, {
      schema: nothing,
      run: async (context) => {
        await deleteTemplate(context, { id })
        return path
      },
      again: (form) => templatesPage(c, org, form),
      done: "inquiries:done.template-deleted",
    })
  return submitForm(c, {
    schema: templateForm,
    run: async (context, { title, body, _version: version }) => {
      if (id) await changeTemplate(context, { id, title, body, version })
      else {
        const group = await asActor(context, (tx) => getOwnGroup(tx, context.actor, org))
        await addTemplate(context, { organisationId: group.id, title, body })
      }
      return path
    },
    again: (form) => templatesPage(c, org, form),
    done: "inquiries:done.template-saved",
  })
}

export const inquiriesMy = routes()
  .get("/inquiries", async (c) => {
    const { context, view } = c.var
    const belongs = context.actor.memberships.length > 0
    const asked = c.req.query("box")
    const box: Box = asked === "sent" || !belongs ? "sent" : "received"
    const state = inquiry.states.find((each) => each === c.req.query("state")) ?? null
    const page = await asActor(context, async (tx) => ({
      found: await listInquiries(tx, context.actor, { box, state, page: pageNumber(c.req.query("page")) }),
      waiting: belongs ? await countWaiting(tx, context.actor) : 0,
    }))
    return c.html(drawPage(<ListPage view={view} box={box} state={state} actor={context.actor} {...page} />))
  })
  .get("/inquiries/:id", async (c) => c.html(drawPage(await threadPage(c, c.req.param("id"), emptyForm))))
  .post("/inquiries/:id/messages", async (c) => {
    const id = c.req.param("id")
    const side = await sideOf(c.var.context, id)
    return submitForm(c, {
      schema: messageForm,
      run: async (context, { body, _version: version }) => {
        if (side === "asker") await counted(c, context, id)
        await writeMessage(context, { id, side, body, version })
        return pathOf(id)
      },
      again: (form) => threadPage(c, id, form),
      done: side === "asker" ? "inquiries:done.asked-on" : "inquiries:done.answered",
    })
  })
  .post("/inquiries/:id/closing", async (c) => {
    const id = c.req.param("id")
    const side = await sideOf(c.var.context, id)
    return submitForm(c, {
      schema: nothing,
      run: async (context) => {
        await closeInquiry(context, { id, side })
        return pathOf(id)
      },
      again: (form) => threadPage(c, id, form),
      done: "inquiries:done.closed",
    })
  })
  .post("/inquiries/:id/help", (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: helpForm,
      run: async (context, { help }) => {
        await handOverInquiry(context, { id, note: help })
        return pathOf(id)
      },
      again: (form) => threadPage(c, id, form),
      done: "inquiries:done.handed-over",
    })
  })
  .post("/inquiries/:id/report", async (c) => {
    const id = c.req.param("id")
    const side = await sideOf(c.var.context, id)
    return submitForm(c, {
      schema: reportForm,
      run: async (context, { reason, details }) => {
        await reportInquiry(context, { id, side, reason, note: details })
        return pathOf(id)
      },
      again: (form) => threadPage(c, id, form),
      done: "inquiries:done.reported",
    })
  })
  .post("/inquiries/:id/block", async (c) => {
    const id = c.req.param("id")
    const { input } = await readForm(c, blockForm)
    return submitForm(c, {
      schema: blockForm,
      run: async (context, { block }) => {
        await (block === "yes" ? blockAsker : unblockAsker)(context, { id })
        return pathOf(id)
      },
      again: (form) => threadPage(c, id, form),
      done: input?.block === "no" ? "inquiries:done.unblocked" : "inquiries:done.blocked",
    })
  })
  .get("/organisations/:org/answers", async (c) =>
    c.html(drawPage(await templatesPage(c, c.req.param("org"), emptyForm))),
  )
  .post("/organisations/:org/answers", (c) => saveTemplate(c, c.req.param("org"), null))
  .post("/organisations/:org/answers/:id", (c) => {
    const id = c.req.param("id")
    if (!isId(id)) throw new NotFound("no such template")
    return saveTemplate(c, c.req.param("org"), id)
  })
