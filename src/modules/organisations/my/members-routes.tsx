import type { Context as HonoContext } from "hono"
import { drawPage, type Html } from "#jsx"
import { authorise } from "#kernel/actor.ts"
import { NotFound } from "#kernel/errors.ts"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { emptyForm, submitForm, type FormState } from "#web/forms.ts"
import { settleRequest } from "../commands/change-request.ts"
import { inviteMember, withdrawInvitation } from "../commands/invite.ts"
import { changeMember, leaveGroup, removeMember } from "../commands/leave.ts"
import { objectToRecovery } from "../commands/recover.ts"
import { reviveOrganisation } from "../commands/hide.ts"
import { canManageMembers, canReadMembers } from "../policy.ts"
import { getRequest } from "../queries/change-requests.ts"
import { peopleOf } from "../queries/members.ts"
import { getRecord, findRecordById } from "../queries/records.ts"
import { findOwnObjection, getRecovery, mayObject } from "../queries/recoveries.ts"
import { settlementForm } from "../schema/change-request.ts"
import {
  agreementForm,
  invitationForm,
  leavingForm,
  memberForm,
  objectionForm,
  removalForm,
} from "../schema/members.ts"
import { MemberPage } from "./member-page.tsx"
import { MembersPage } from "./members-page.tsx"
import { RequestPage } from "./request-page.tsx"
import { RecoveryPage } from "./recovery-page.tsx"

type Request = HonoContext<WebEnv>

const membersPage = async (c: Request, form: FormState, about?: "invitation" | "leaving"): Promise<Html> => {
  const { context, view } = c.var
  const page = await reading(context, async (tx) => {
    const record = await getRecord(tx, c.req.param("id") ?? "")
    authorise(canReadMembers(context.actor, record))
    return { record, people: await peopleOf(tx, record.id) }
  })
  const focus = about === undefined ? {} : { about }
  const purpose = await c.var.purpose("invitation")
  return <MembersPage view={view} actor={context.actor} purpose={purpose} form={form} {...page} {...focus} />
}

const memberPage = async (c: Request, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const { record, member } = await reading(context, async (tx) => {
    const found = await getRecord(tx, c.req.param("id") ?? "")
    authorise(canManageMembers(context.actor, found))
    const { members } = await peopleOf(tx, found.id)
    return { record: found, member: members.find(({ id }) => id === c.req.param("member")) }
  })
  if (!member) throw new NotFound("there is no such member")
  return <MemberPage view={view} actor={context.actor} record={record} member={member} form={form} />
}

const recoveryPage = async (c: Request, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const page = await reading(context, async (tx) => {
    const recovery = await getRecovery(tx, c.req.param("recovery") ?? "")
    authorise(await mayObject(tx, context.actor, recovery))
    const record = await findRecordById(tx, recovery.organisationId)
    const said = await findOwnObjection(tx, recovery.id, context.actor.accountId ?? "")
    return { recovery, name: record?.name ?? "", said }
  })
  return <RecoveryPage view={view} form={form} {...page} />
}

const requestPage = async (c: Request, form: FormState): Promise<Html> => {
  const { context, view } = c.var
  const found = await reading(context, (tx) =>
    getRequest(tx, context.actor, c.req.param("request") ?? "", "group"),
  )
  if (found.record.publicId !== c.req.param("id")) throw new NotFound("the request is about another group")
  return <RequestPage view={view} found={found} form={form} />
}

const membersPath = (id: string): string => `/my/organisations/${id}/members`

export const membersMy = routes()
  .get("/organisations/:id/members", async (c) => c.html(drawPage(await membersPage(c, emptyForm))))
  .post("/organisations/:id/invitations", (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: invitationForm,
      run: async (context, input) => {
        await inviteMember(context, { id, ...input })
        return membersPath(id)
      },
      again: (form) => membersPage(c, form, "invitation"),
      done: "organisations:done.invited",
    })
  })
  .post("/organisations/:id/invitations/:invitation/withdrawal", (c) => {
    const { id, invitation } = c.req.param()
    return submitForm(c, {
      schema: agreementForm,
      run: async (context) => {
        await withdrawInvitation(context, { id, invitation })
        return membersPath(id)
      },
      again: (form) => membersPage(c, form),
      done: "organisations:done.uninvited",
    })
  })
  .get("/organisations/:id/members/:member", async (c) => c.html(drawPage(await memberPage(c, emptyForm))))
  .post("/organisations/:id/members/:member", (c) => {
    const { id, member } = c.req.param()
    return submitForm(c, {
      schema: memberForm,
      run: async (context, input) => {
        await changeMember(context, { id, member, ...input })
        return membersPath(id)
      },
      again: (form) => memberPage(c, form),
      done: "organisations:done.member-changed",
    })
  })
  .post("/organisations/:id/members/:member/removal", (c) => {
    const { id, member } = c.req.param()
    return submitForm(c, {
      schema: removalForm,
      run: async (context, { word }) => {
        await removeMember(context, { id, member, word })
        return membersPath(id)
      },
      again: (form) => memberPage(c, form),
      done: "organisations:done.member-removed",
    })
  })
  .post("/organisations/:id/leaving", (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: leavingForm,
      run: async (context, input) => {
        await leaveGroup(context, { id, ...input })
        return "/my"
      },
      again: (form) => membersPage(c, form, "leaving"),
      done: "organisations:done.left",
    })
  })
  .post("/organisations/:id/revival", (c) => {
    const id = c.req.param("id")
    return submitForm(c, {
      schema: agreementForm,
      run: async (context) => {
        await reviveOrganisation(context, { id })
        return `/my/organisations/${id}`
      },
      again: (form) => membersPage(c, form),
      done: "organisations:done.revived",
    })
  })
  .get("/organisations/:id/requests/:request", async (c) => c.html(drawPage(await requestPage(c, emptyForm))))
  .post("/organisations/:id/requests/:request", (c) => {
    const { id, request } = c.req.param()
    return submitForm(c, {
      schema: settlementForm,
      run: async (context, { _version: version, ...input }) => {
        await settleRequest(context, { request, version, ...input })
        return `/my/organisations/${id}`
      },
      again: (form) => requestPage(c, form),
      done: "organisations:done.settled",
    })
  })
  .get("/recoveries/:recovery", async (c) => c.html(drawPage(await recoveryPage(c, emptyForm))))
  .post("/recoveries/:recovery/objection", (c) => {
    const recovery = c.req.param("recovery")
    return submitForm(c, {
      schema: objectionForm,
      run: async (context, { words }) => {
        await objectToRecovery(context, { recovery, words })
        return `/my/recoveries/${recovery}`
      },
      again: (form) => recoveryPage(c, form),
      done: "organisations:done.objected",
    })
  })
