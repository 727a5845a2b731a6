import type { Context as HonoContext } from "hono"
import { drawPage, type Html } from "#jsx"
import { authorise } from "#kernel/actor.ts"
import { pageNumber } from "#kernel/paging.ts"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, submitForm, type FormState } from "#web/forms.ts"
import { listAreas } from "#modules/places"
import { settleRequest } from "../commands/change-request.ts"
import { confirmProfile } from "../commands/freshness.ts"
import { reviveOrganisation } from "../commands/hide.ts"
import { decideObjection, recoverGroup } from "../commands/recover.ts"
import { canReadAsOffice } from "../policy.ts"
import { getRequest } from "../queries/change-requests.ts"
import { peopleOf } from "../queries/members.ts"
import { findRecordById, getRecord } from "../queries/records.ts"
import { findObjection, getRecovery, recoveriesOf } from "../queries/recoveries.ts"
import { listStale } from "../queries/stale.ts"
import { settlementForm } from "../schema/change-request.ts"
import { agreementForm, objectionDecisionForm, recoveryForm } from "../schema/members.ts"
import { PeoplePage } from "./people-page.tsx"
import { RequestPage } from "./request-page.tsx"
import { StalePage } from "./stale-page.tsx"

type Request = HonoContext<WebEnv>

const peoplePage = async (c: Request, id: string, form: FormState, about?: string): Promise<Html> => {
  const { context, view } = c.var
  const page = await reading(context, async (tx) => {
    const record = await getRecord(tx, id)
    authorise(canReadAsOffice(context.actor, record))
    return {
      record,
      people: await peopleOf(tx, record.id),
      recoveries: await recoveriesOf(tx, record.id),
    }
  })
  const focus = about === undefined ? {} : { about }
  return <PeoplePage view={view} actor={context.actor} form={form} {...page} {...focus} />
}

/** The group that an objection is about, for the page that comes back. */
const groupOfObjection = (c: Request, id: string): Promise<string> =>
  reading(c.var.context, async (tx) => {
    const objection = await findObjection(tx, id)
    const recovery = await getRecovery(tx, objection?.recoveryId ?? "")
    return (await findRecordById(tx, recovery.organisationId))?.publicId ?? ""
  })

const requestPage = async (c: Request, id: string, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const found = await reading(context, (tx) => getRequest(tx, context.actor, id, "office"))
  return <RequestPage view={view} found={found} form={form} />
}

const peoplePath = (id: string): string => `/staff/organisations/${id}/members`
const recordPath = (id: string): string => `/staff/registrations/${id}`

export const peopleStaff = routes()
  .get("/organisations/stale", async (c) => {
    const { context, view } = c.var
    const page = await reading(context, async (tx) => ({
      areas: await listAreas(tx),
      found: await listStale(tx, context.actor, pageNumber(c.req.query("page"))),
    }))
    return c.html(drawPage(<StalePage view={view} {...page} />))
  })
  .get("/organisations/:id/members", async (c) =>
    c.html(drawPage(await peoplePage(c, c.req.param("id"), emptyForm))),
  )
  .post("/organisations/:id/recovery", (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: recoveryForm,
      run: async (context, input) => {
        await recoverGroup(context, { id, ...input })
        return peoplePath(id)
      },
      again: (form) => peoplePage(c, id, form),
      done: "organisations:done.recovered",
    })
  })
  .post("/objections/:objection/decision", (c) => {
    const objection = c.req.param("objection")
    return submitForm(c, {
      schema: objectionDecisionForm,
      run: async (context, { decision, answer }) => {
        const { id } = await decideObjection(context, {
          objection,
          upheld: decision === "uphold",
          answer,
        })
        return peoplePath(id)
      },
      again: async (form) => peoplePage(c, await groupOfObjection(c, objection), form, objection),
      done: "organisations:done.objection-decided",
    })
  })
  .get("/change-requests/:request", async (c) =>
    c.html(drawPage(await requestPage(c, c.req.param("request"), emptyForm))),
  )
  .post("/change-requests/:request", (c) => {
    const request = c.req.param("request")
    return submitForm(c, {
      schema: settlementForm,
      run: async (context, { _version: version, ...input }) => {
        const { id } = await settleRequest(context, { request, version, ...input })
        return recordPath(id)
      },
      again: (form) => requestPage(c, request, form),
      done: "organisations:done.settled",
    })
  })
  .post("/organisations/:id/confirmation", (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: agreementForm,
      run: async (context) => {
        await confirmProfile(context, { id })
        return recordPath(id)
      },
      again: (form) => peoplePage(c, id, form),
      done: "organisations:done.confirmed",
    })
  })
  .post("/organisations/:id/revival", (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: agreementForm,
      run: async (context) => {
        await reviveOrganisation(context, { id })
        return recordPath(id)
      },
      again: (form) => peoplePage(c, id, form),
      done: "organisations:done.revived",
    })
  })
