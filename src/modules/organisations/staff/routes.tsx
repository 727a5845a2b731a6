import type { Context as HonoContext } from "hono"
import type { z } from "zod"
import { drawPage, type Html } from "#jsx"
import { reading, type Context } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, submitForm, type FormState } from "#web/forms.ts"
import { listAreas } from "#modules/places"
import {
  approveRegistration,
  declineRegistration,
  holdRegistration,
  refuseRegistration,
  releaseRegistration,
  returnRegistration,
} from "../commands/decide.ts"
import { closeOrganisation, reinstateOrganisation, suspendOrganisation } from "../commands/hide.ts"
import { getRegistration } from "../queries/office.ts"
import {
  closureForm,
  decisionForm,
  reasonsAtFields,
  reinstatementForm,
  suspensionForm,
} from "../schema/office-form.ts"
import { intakeRoutes } from "./intake-routes.tsx"
import { organisationListRoutes } from "./list-routes.tsx"
import { RecordPage } from "./record-page.tsx"

type Request = HonoContext<WebEnv>

const recordPage = async (c: Request, id: string, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const page = await reading(context, async (tx) => ({
    found: await getRegistration(tx, context.actor, id),
    areas: await listAreas(tx),
  }))
  return <RecordPage view={view} actor={context.actor} form={form} {...page} />
}

const pathOf = (id: string): string => `/staff/registrations/${id}`

const decide = async (
  context: Context,
  id: string,
  input: z.output<typeof decisionForm>,
): Promise<string> => {
  const { decision, reason, note, checked, _version: version } = input
  const common = { id, version, note, checked }
  if (decision === "approve") await approveRegistration(context, common)
  if (decision === "release") await releaseRegistration(context, common)
  if (decision === "hold") await holdRegistration(context, { ...common, reason })
  if (decision === "decline") await declineRegistration(context, { ...common, reason })
  if (decision === "refuse") await refuseRegistration(context, { ...common, reason })
  if (decision === "return")
    await returnRegistration(context, { ...common, reason, fieldReasons: reasonsAtFields(input) })
  return pathOf(id)
}

export const organisationsStaff = routes()
  .route("/", organisationListRoutes)
  .route("/", intakeRoutes)
  .get("/registrations/:id", async (c) => c.html(drawPage(await recordPage(c, c.req.param("id"), emptyForm))))
  .post("/registrations/:id/decision", async (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: decisionForm,
      run: (context, input) => decide(context, id, input),
      again: (form) => recordPage(c, id, form),
      done: "organisations:done.decided",
    })
  })
  .post("/organisations/:id/suspension", async (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: suspensionForm,
      run: async (context, input) => {
        await suspendOrganisation(context, { id, ...input })
        return pathOf(id)
      },
      again: (form) => recordPage(c, id, form),
      done: "organisations:done.suspended",
    })
  })
  .post("/organisations/:id/reinstatement", async (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: reinstatementForm,
      run: async (context) => {
        await reinstateOrganisation(context, { id })
        return pathOf(id)
      },
      again: (form) => recordPage(c, id, form),
      done: "organisations:done.reinstated",
    })
  })
  .post("/organisations/:id/closure", async (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: closureForm,
      run: async (context, { closing, mistaken }) => {
        await closeOrganisation(context, { id, reason: closing, mistaken })
        return pathOf(id)
      },
      again: (form) => recordPage(c, id, form),
      done: "organisations:done.closed",
    })
  })
