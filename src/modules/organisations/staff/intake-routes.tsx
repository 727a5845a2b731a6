import type { Context as HonoContext } from "hono"
import { drawPage, type Html } from "#jsx"
import { authorise, isAllowed } from "#kernel/actor.ts"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { today } from "#web/dates.tsx"
import { emptyForm, filledForm, readForm, submitForm, typedValue, type FormState } from "#web/forms.ts"
import { listAreas } from "#modules/places"
import { changeForGroup } from "../commands/change-for-group.ts"
import { issueClaimCode } from "../commands/claim.ts"
import { noteRegistration, receiveRegistration } from "../commands/receive.ts"
import { canReadAsOffice, canTakeIn } from "../policy.ts"
import { getForProxy, getSlip, type ProxyRecord } from "../queries/proxy.ts"
import { similarForOffice } from "../queries/similar.ts"
import { missingOf } from "../schema/completeness.ts"
import { confirmationForm, emptyProfile } from "../schema/form.ts"
import { intakeForm, proxyForm } from "../schema/intake.ts"
import { profileValues } from "../schema/profile.ts"
import { IntakePage } from "./intake-page.tsx"
import { SlipPage } from "./slip-page.tsx"

type Request = HonoContext<WebEnv>

const areaCodes = (c: Request): ReadonlySet<string> =>
  new Set(c.var.context.city.areas.map(({ code }) => code))

/** The form again, or for the first time; what was typed once is compared with the groups that are there. */
const intakePage = async (c: Request, found: ProxyRecord | null, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const typed = {
    name: typedValue(form, "name"),
    kana: typedValue(form, "kana"),
    contactPhone: typedValue(form, "contactPhone"),
  }
  const tried = Object.keys(form.errors).length > 0 && typed.name !== ""
  const except = found?.record.id ?? null
  const page = await reading(context, async (tx) => ({
    areas: await listAreas(tx),
    similar: tried ? await similarForOffice(tx, context.actor, typed, except) : null,
  }))
  const record = found?.record ?? null
  const reasons = found?.reasons ?? {}
  const missing = record?.state === "incomplete" && found ? missingOf(found.profile) : []
  return <IntakePage view={view} form={form} record={record} reasons={reasons} missing={missing} {...page} />
}

const recordPath = (id: string): string => `/staff/registrations/${id}`

/** What a new form begins with: today, and the only ward that the post covers. */
const begun = (c: Request): FormState => {
  const { areas } = c.var.context.actor.wearing ?? { areas: "all" as const }
  const [only = ""] = areas === "all" || areas.length > 1 ? [] : areas
  const receivedOn = today(c.var.view).toString()
  return filledForm({ ...profileValues({ ...emptyProfile, mainArea: only }), receivedOn, channel: "phone" })
}

/** Brings a group before the office, or keeps what is known of it. */
const takeIn = async (c: Request, found: ProxyRecord | null): Promise<Response> => {
  const schema = intakeForm(areaCodes(c), today(c.var.view))
  const form = await readForm(c, schema)
  return submitForm(c, {
    schema,
    run: async (context, input) => {
      const {
        channel,
        fromWhom,
        receivedOn,
        reference,
        intent,
        _version: version,
        different,
        ...profile
      } = input
      const intake = { channel, fromWhom, receivedOn, reference }
      const entry = { id: found?.record.publicId ?? null, version, profile, intake, different }
      const { id } = await (intent === "note"
        ? noteRegistration(context, entry)
        : receiveRegistration(context, entry))
      return recordPath(id)
    },
    again: (again) => intakePage(c, found, again),
    done: typedValue(form, "intent") === "note" ? "organisations:done.noted" : "organisations:done.received",
  })
}

const changeFor = (c: Request, found: ProxyRecord): Promise<Response> => {
  const id = found.record.publicId
  return submitForm(c, {
    schema: proxyForm(areaCodes(c), today(c.var.view)),
    run: async (context, input) => {
      const { channel, fromWhom, receivedOn, reference, _version: version, ...profile } = input
      const intake = { channel, fromWhom, receivedOn, reference }
      await changeForGroup(context, { id, version, profile, intake })
      // It may have moved to another office with this change.
      const moved = { ...found.record, mainAreaCode: profile.mainArea }
      return isAllowed(canReadAsOffice(context.actor, moved)) ? recordPath(id) : "/staff/registrations"
    },
    again: (form) => intakePage(c, found, form),
    done: "organisations:done.changed-for",
  })
}

const proxyOf = (c: Request): Promise<ProxyRecord> =>
  reading(c.var.context, (tx) => getForProxy(tx, c.var.context.actor, c.req.param("id") ?? ""))

export const intakeRoutes = routes()
  .get("/organisations/new", async (c) => {
    authorise(canTakeIn(c.var.context.actor, null))
    return c.html(drawPage(await intakePage(c, null, begun(c))))
  })
  .post("/organisations/new", (c) => {
    authorise(canTakeIn(c.var.context.actor, null))
    return takeIn(c, null)
  })
  .get("/organisations/:id/edit", async (c) => {
    const found = await proxyOf(c)
    const receivedOn = today(c.var.view).toString()
    const form = filledForm({ ...profileValues(found.profile), receivedOn, channel: "phone" })
    return c.html(drawPage(await intakePage(c, found, form)))
  })
  .post("/organisations/:id/edit", async (c) => {
    const found = await proxyOf(c)
    const { state } = found.record
    return state === "incomplete" || state === "returned" ? takeIn(c, found) : changeFor(c, found)
  })
  .get("/registrations/:id/slip", async (c) => {
    const { context, view } = c.var
    const slip = await reading(context, (tx) => getSlip(tx, context, c.req.param("id")))
    return c.html(drawPage(<SlipPage view={view} slip={slip} baseUrl={context.baseUrl} />))
  })
  .post("/registrations/:id/claim-code", async (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: confirmationForm,
      run: async (context) => {
        await issueClaimCode(context, { id })
        return `${recordPath(id)}/slip`
      },
      again: async () => intakePage(c, await proxyOf(c), emptyForm),
    })
  })
