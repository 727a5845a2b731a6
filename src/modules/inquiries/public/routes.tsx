import type { Context as HonoContext } from "hono"
import { getCookie } from "hono/cookie"
import { drawPage, type Html } from "#jsx"
import { Invalid, NotFound, TooMany } from "#kernel/errors.ts"
import { asActor, type Context } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, filledForm, submitForm, type FormState } from "#web/forms.ts"
import { setOwnCookie } from "#web/own-cookie.ts"
import { countAttempt } from "#modules/accounts"
import { askGroup } from "../commands/ask.ts"
import { reportInquiry } from "../commands/cases.ts"
import { closeInquiry, writeMessage } from "../commands/reply.ts"
import { getRecord } from "../queries/records.ts"
import { findStanding } from "../queries/standings.ts"
import { findSubject, type SubjectOf } from "../queries/subject.ts"
import { getThread } from "../queries/thread.ts"
import { guestForm, keyForm, messageForm, nothing, personForm, reportForm } from "../schema.ts"
import { AskPage } from "./ask-page.tsx"
import { KeyPage } from "./key-page.tsx"
import { GuestThreadPage } from "./thread-page.tsx"

type Request = HonoContext<WebEnv>

const pathOf = (of: SubjectOf): string =>
  "listing" in of ? `/listings/${of.listing}` : `/organisations/${of.organisation}`

const askPage = async (c: Request, of: SubjectOf, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const page = await asActor(context, async (tx) => {
    const subject = await findSubject(tx, of)
    if (!subject) throw new NotFound("there is nobody to ask")
    return { subject, days: (await findStanding(tx, subject.organisation.id)).usualDays }
  })
  const { actor } = context
  const known = actor.accountId !== null
  const purpose = await c.var.purpose("inquiry")
  return <AskPage view={view} purpose={purpose} path={pathOf(of)} form={form} known={known} {...page} />
}

/** Who knocks too often is told so at the form, where nothing that was typed is lost. */
const counted = async (
  c: Request,
  context: Context,
  kind: "inquiry" | "inquiry-key" | "inquiry-message",
  account: string,
  field = "",
): Promise<void> => {
  try {
    await countAttempt(context, kind, { client: c.var.clientAddress, account })
  } catch (error) {
    throw error instanceof TooMany ? new Invalid({ [field]: "inquiries:error.too-many" }) : error
  }
}

const ask = (c: Request, of: SubjectOf): Promise<Response> => {
  const { actor } = c.var.context
  return submitForm(c, {
    schema: actor.accountId ? personForm : guestForm,
    run: async (context, input) => {
      await counted(c, context, "inquiry", input.address ?? actor.accountId ?? "")
      const { id, key } = await askGroup(context, { of, lang: c.var.view.lang, ...input })
      if (actor.accountId) return `/my/inquiries/${id}`
      remember(c, id, key)
      return `/inquiries/${id}`
    },
    again: (form) => askPage(c, of, form),
    done: "inquiries:done.asked",
  })
}

const cookieOf = (id: string) => `enishi.inquiry-${id}` as const

/** For a while, in this browser: it may be one that several people use. */
const remember = (c: Request, id: string, key: string): void =>
  setOwnCookie(c, c.var.context.baseUrl, { name: cookieOf(id), value: key, seconds: 7_200 })

const keyOf = (c: Request, id: string): string | undefined => getCookie(c, cookieOf(id)) ?? undefined

const keyPage = (c: Request, id: string, form: FormState): Html => (
  <KeyPage view={c.var.view} id={id} form={form} />
)

const threadPage = async (c: Request, id: string, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const thread = await asActor(context, (tx) =>
    getThread(tx, context.actor, "asker", { id, key: keyOf(c, id) }),
  )
  return <GuestThreadPage view={view} actor={context.actor} thread={thread} form={form} />
}

const orNothing = (error: unknown): null => {
  if (error instanceof NotFound) return null
  throw error
}

export const inquiriesPublic = routes()
  .get("/organisations/:id/inquiry", async (c) =>
    c.html(drawPage(await askPage(c, { organisation: c.req.param("id") }, named(c)))),
  )
  .post("/organisations/:id/inquiry", (c) => ask(c, { organisation: c.req.param("id") }))
  .get("/listings/:id/inquiry", async (c) =>
    c.html(drawPage(await askPage(c, { listing: c.req.param("id") }, named(c)))),
  )
  .post("/listings/:id/inquiry", (c) => ask(c, { listing: c.req.param("id") }))
  // Whether there is such a conversation is not told: whoever has no key is asked for one.
  .get("/inquiries/:id", async (c) => {
    const id = c.req.param("id")
    const page = keyOf(c, id) ? await threadPage(c, id, emptyForm).catch(orNothing) : null
    c.header("Cache-Control", "private, no-store")
    return c.html(drawPage(page ?? keyPage(c, id, emptyForm)))
  })
  .post("/inquiries/:id/key", (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: keyForm,
      run: async (context, { key }) => {
        await counted(c, context, "inquiry-key", id, "key")
        const found = await asActor(context, (tx) => getRecord(tx, { id, key })).catch(orNothing)
        if (!found?.byKey) throw new Invalid({ key: "inquiries:error.key" })
        remember(c, id, key)
        return `/inquiries/${id}`
      },
      again: (form) => keyPage(c, id, form),
    })
  })
  .post("/inquiries/:id/messages", (c) => {
    const id = c.req.param("id")
    const key = keyOf(c, id)
    return submitForm(c, {
      schema: messageForm,
      run: async (context, { body, _version: version }) => {
        await counted(c, context, "inquiry-message", id, "body")
        await writeMessage(context, { id, key, side: "asker", body, version })
        return `/inquiries/${id}`
      },
      again: (form) => threadPage(c, id, form),
      done: "inquiries:done.asked-on",
    })
  })
  .post("/inquiries/:id/closing", (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: nothing,
      run: async (context) => {
        await closeInquiry(context, { id, key: keyOf(c, id), side: "asker" })
        return `/inquiries/${id}`
      },
      again: (form) => threadPage(c, id, form),
      done: "inquiries:done.closed",
    })
  })
  .post("/inquiries/:id/report", (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: reportForm,
      run: async (context, { reason, details }) => {
        await reportInquiry(context, { id, key: keyOf(c, id), side: "asker", reason, note: details })
        return `/inquiries/${id}`
      },
      again: (form) => threadPage(c, id, form),
      done: "inquiries:done.reported",
    })
  })

const named = (c: Request): FormState => filledForm({ name: c.var.context.actor.name })
