import type { Context as HonoContext } from "hono"
import { drawPage, type Html } from "#jsx"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, filledForm, readForm, submitForm, typedValue, type FormState } from "#web/forms.ts"
import { findBody, listAreas, officeOf } from "#modules/places"
import { saveDraft, submitRegistration } from "../commands/apply.ts"
import { changeProfile } from "../commands/change-profile.ts"
import { confirmProfile } from "../commands/freshness.ts"
import { withdrawOrganisation } from "../commands/hide.ts"
import { canChangeNow, canDoNow } from "../policy.ts"
import { getOwn, listOwn, type OwnRecord } from "../queries/own.ts"
import { similarForApplicant } from "../queries/similar.ts"
import {
  confirmationForm,
  emptyProfile,
  profileForm,
  registrationForm,
  withdrawalForm,
} from "../schema/form.ts"
import { profileValues } from "../schema/profile.ts"
import { claimRoutes } from "./claim-routes.tsx"
import { EditPage } from "./edit-page.tsx"
import { OwnPage } from "./own-page.tsx"
import { RegisterPage } from "./register-page.tsx"
import { StartPage } from "./start-page.tsx"

type Request = HonoContext<WebEnv>

const ownOf = (c: Request, id: string): Promise<OwnRecord> =>
  reading(c.var.context, (tx) => getOwn(tx, c.var.context.actor, id))

/** The form again, or for the first time; what was typed once is compared with the groups that are there. */
const registerPage = async (c: Request, own: OwnRecord | null, form: FormState): Promise<Html> => {
  const typed = {
    name: typedValue(form, "name"),
    kana: typedValue(form, "kana"),
    contactPhone: typedValue(form, "contactPhone"),
  }
  const tried = Object.keys(form.errors).length > 0 && typed.name !== ""
  const page = await reading(c.var.context, async (tx) => ({
    areas: await listAreas(tx),
    similar: tried ? await similarForApplicant(tx, typed, own?.record.id ?? null) : null,
  }))
  const purpose = await c.var.purpose("registration")
  return <RegisterPage view={c.var.view} form={form} own={own} purpose={purpose} {...page} />
}

const editPage = async (c: Request, own: OwnRecord, form: FormState): Promise<Html> => {
  const areas = await reading(c.var.context, listAreas)
  return <EditPage view={c.var.view} form={form} own={own} areas={areas} />
}

const ownPage = async (c: Request, own: OwnRecord, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const page = await reading(context, async (tx) => ({
    areas: await listAreas(tx),
    office: (await findBody(tx, own.record.bodyId)) ?? (await officeOf(tx, own.record.mainAreaCode)),
  }))
  return <OwnPage view={view} city={context.city} actor={context.actor} own={own} form={form} {...page} />
}

const areaCodes = (c: Request): ReadonlySet<string> =>
  new Set(c.var.context.city.areas.map(({ code }) => code))

const pathOf = (id: string): string => `/my/organisations/${id}`

/** Writes down what the form says, and submits it when that was asked. */
const register = async (c: Request, own: OwnRecord | null): Promise<Response> => {
  const schema = registrationForm(areaCodes(c))
  const form = await readForm(c, schema)
  return submitForm(c, {
    schema,
    run: async (context, input) => {
      const draft = { id: own?.record.publicId ?? null, version: input._version, profile: input }
      const { id } = await (input.intent === "draft"
        ? saveDraft(context, draft)
        : submitRegistration(context, { ...draft, different: input.different }))
      return pathOf(id)
    },
    again: (form) => registerPage(c, own, form),
    done:
      typedValue(form, "intent") === "draft" ? "organisations:done.draft" : "organisations:done.submitted",
  })
}

export const organisationsMy = routes()
  .route("/", claimRoutes)
  .get("/", async (c) => {
    const { context, view } = c.var
    const own = await reading(context, (tx) => listOwn(tx, context.actor))
    return c.html(drawPage(<StartPage view={view} city={context.city} own={own} />))
  })
  .get("/organisations/new", async (c) => {
    const { name, address } = c.var.context.actor
    const form = filledForm({ ...profileValues(emptyProfile), contactName: name, contactMail: address })
    return c.html(drawPage(await registerPage(c, null, form)))
  })
  .post("/organisations", (c) => register(c, null))
  .get("/organisations/:id", async (c) => {
    const own = await ownOf(c, c.req.param("id"))
    return c.html(drawPage(await ownPage(c, own, emptyForm)))
  })
  .get("/organisations/:id/edit", async (c) => {
    const own = await ownOf(c, c.req.param("id"))
    const { actor } = c.var.context
    const form = filledForm(profileValues(own.profile))
    const writes = canDoNow(actor, "submit", own.record)
    if (!writes && !canChangeNow(actor, own.record))
      return c.redirect(c.var.view.href(pathOf(own.record.publicId)), 303)
    return c.html(drawPage(await (writes ? registerPage(c, own, form) : editPage(c, own, form))))
  })
  .post("/organisations/:id", async (c) => register(c, await ownOf(c, c.req.param("id"))))
  .post("/organisations/:id/profile", async (c) => {
    const own = await ownOf(c, c.req.param("id"))
    const id = own.record.publicId
    return submitForm(c, {
      schema: profileForm(areaCodes(c)),
      run: async (context, input) => {
        await changeProfile(context, { id, version: input._version, profile: input })
        return pathOf(id)
      },
      again: (form) => editPage(c, own, form),
      done: "organisations:done.saved",
    })
  })
  .post("/organisations/:id/confirmation", async (c) => {
    const own = await ownOf(c, c.req.param("id"))
    const id = own.record.publicId
    return submitForm(c, {
      schema: confirmationForm,
      run: async (context) => {
        await confirmProfile(context, { id })
        return pathOf(id)
      },
      again: (form) => ownPage(c, own, form),
      done: "organisations:done.confirmed",
    })
  })
  .post("/organisations/:id/withdrawal", async (c) => {
    const own = await ownOf(c, c.req.param("id"))
    const id = own.record.publicId
    return submitForm(c, {
      schema: withdrawalForm,
      run: async (context, { reason }) => {
        await withdrawOrganisation(context, { id, reason })
        return "/my"
      },
      again: (form) => ownPage(c, own, form),
      done: "organisations:done.withdrawn",
    })
  })
