import type { Context as HonoContext } from "hono"
import { drawPage, type Html } from "#jsx"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, submitForm, type FormState } from "#web/forms.ts"
import { listAreas } from "#modules/places"
import { mergeOrganisations, undoMerge } from "../commands/merge.ts"
import { getMerge, getMergePage } from "../queries/merges.ts"
import { findRecordById } from "../queries/records.ts"
import { choicesIn, mergeForm } from "../schema/merge.ts"
import { agreementForm } from "../schema/members.ts"
import { MergePage } from "./merge-page.tsx"

type Request = HonoContext<WebEnv>

const mergePage = async (c: Request, id: string, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const asked = (c.req.query("with") ?? "").slice(0, 200)
  const page = await reading(context, async (tx) => ({
    areas: await listAreas(tx),
    page: await getMergePage(tx, context.actor, id, asked),
  }))
  return <MergePage view={view} form={form} {...page} />
}

const survivorOf = (c: Request, id: string): Promise<string> =>
  reading(c.var.context, async (tx) => {
    const { survivorId } = await getMerge(tx, id)
    return (await findRecordById(tx, survivorId))?.publicId ?? ""
  })

export const mergeStaff = routes()
  .get("/organisations/:id/merge", async (c) =>
    c.html(drawPage(await mergePage(c, c.req.param("id"), emptyForm))),
  )
  .post("/organisations/:id/merge", (c) => {
    const id = c.req.param("id")
    const other = (c.req.query("with") ?? "").slice(0, 10)
    return submitForm(c, {
      schema: mergeForm,
      run: async (context, input) => {
        const { _version: version, otherVersion, reason } = input
        await mergeOrganisations(context, {
          ...{ id, other, version, otherVersion, reason },
          choices: choicesIn(input),
        })
        return `/staff/organisations/${id}/merge`
      },
      again: (form) => mergePage(c, id, form),
      done: "organisations:done.merged",
    })
  })
  .post("/merges/:merge/undoing", (c) => {
    const merge = c.req.param("merge")
    return submitForm(c, {
      schema: agreementForm,
      run: async (context) => {
        const { id } = await undoMerge(context, { merge })
        return `/staff/registrations/${id}`
      },
      again: async (form) => mergePage(c, await survivorOf(c, merge), form),
      done: "organisations:done.parted",
    })
  })
