import type { Context as HonoContext } from "hono"
import { drawPage, type Html } from "#jsx"
import { Gone, NotFound } from "#kernel/errors.ts"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { filledForm, submitForm, type FormState } from "#web/forms.ts"
import { proposeChange } from "../commands/change-request.ts"
import { getRecord, profileOf } from "../queries/records.ts"
import { changeRequestForm, publicTexts } from "../schema/change-request.ts"
import { OutdatedPage } from "./outdated-page.tsx"

const outdatedPage = async (c: HonoContext<WebEnv>, id: string, form: FormState | null): Promise<Html> => {
  const { context, view } = c.var
  const { record, known } = await reading(context, async (tx) => {
    const found = await getRecord(tx, id)
    if (!found.registeredAt) throw new NotFound(`organisation ${id} was never public`)
    if (found.state !== "registered") throw new Gone(`organisation ${id} is gone`, found.publicReason ?? "")
    return { record: found, known: publicTexts(await profileOf(tx, found)) }
  })
  const filled = form ?? filledForm({ ...known, address: context.actor.address })
  const purpose = await c.var.purpose("report")
  return <OutdatedPage view={view} purpose={purpose} record={record} known={known} form={filled} />
}

export const outdatedPublic = routes()
  .get("/organisations/:id/outdated", async (c) =>
    c.html(drawPage(await outdatedPage(c, c.req.param("id"), null))),
  )
  .post("/organisations/:id/outdated", (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: changeRequestForm,
      run: async (context, input) => {
        const { over, word, address, ...typed } = input
        const { lang } = c.var.view
        await proposeChange(context, { id, typed, over, word, address, lang, client: c.var.clientAddress })
        return `/organisations/${id}`
      },
      again: (form) => outdatedPage(c, id, form),
      done: "organisations:done.proposed",
    })
  })
