import type { Context as HonoContext } from "hono"
import { drawPage } from "#jsx"
import { authorise, isAllowed } from "#kernel/actor.ts"
import { NotFound } from "#kernel/errors.ts"
import { isId } from "#kernel/ids.ts"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, type FormState, readForm, submitForm } from "#web/forms.ts"
import { endEmergency, raiseEmergency } from "../commands/emergencies.ts"
import { canRaiseEmergency } from "../policy.ts"
import { listEmergencies } from "../queries/emergencies.ts"
import { emergencyForm, endForm } from "../schema/emergencies.ts"
import { EmergencyConfirm } from "./emergency-confirm.tsx"
import { EmergencyPage } from "./emergency-page.tsx"

type C = HonoContext<WebEnv>

const page = async (c: C, form: FormState) => {
  const { context, view } = c.var
  const found = await reading(context, (tx) => listEmergencies(tx, context.actor))
  const mayRaise = isAllowed(canRaiseEmergency(context.actor, context.city))
  const { emergencyRole } = context.city.settings
  return (
    <EmergencyPage
      view={view}
      actor={context.actor}
      form={form}
      mayRaise={mayRaise}
      role={emergencyRole.value}
      {...found}
    />
  )
}

export const emergencyPages = routes()
  .get("/site/emergency", async (c) => c.html(drawPage(await page(c, emptyForm))))
  .post("/site/emergency", async (c) => {
    const { context, view } = c.var
    authorise(canRaiseEmergency(context.actor, context.city))
    const form = await readForm(c, emergencyForm)
    // Looked at once more before it stands on every page.
    if (form.input && form.input.confirmed !== "yes")
      return c.html(drawPage(<EmergencyConfirm view={view} input={form.input} typed={form.typed} />))
    return submitForm(c, {
      schema: emergencyForm,
      run: async (acting, input) => {
        await raiseEmergency(acting, input)
        return "/staff/site/emergency"
      },
      again: (again) => page(c, again),
      done: "site:done.emergency",
    })
  })
  .post("/site/emergency/:id/end", (c) =>
    submitForm(c, {
      schema: endForm,
      run: async (acting) => {
        const id = c.req.param("id")
        if (!isId(id)) throw new NotFound("no such emergency")
        await endEmergency(acting, { id })
        return "/staff/site/emergency"
      },
      again: (form) => page(c, form),
      done: "site:done.emergency-ended",
    }),
  )
