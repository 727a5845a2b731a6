import { drawPage } from "#jsx"
import { NotFound } from "#kernel/errors.ts"
import { reading, type Transaction } from "#kernel/transaction.ts"
import { routes } from "#web/context.ts"
import { submitForm } from "#web/forms.ts"
import { accountNames } from "#modules/accounts"
import { bodyLabel, findBody } from "#modules/places"
import type { View } from "#web/view.ts"
import { confirmByLink } from "../commands/freshness.ts"
import { acceptInvitation, declineInvitation } from "../commands/invite.ts"
import { findConfirmation } from "../queries/confirmations.ts"
import { findInvitation, isOpen, type Invitation } from "../queries/invitations.ts"
import { findRecordById, type OrganisationRecord } from "../queries/records.ts"
import { agreementForm } from "../schema/members.ts"
import { ConfirmationPage } from "./confirmation-page.tsx"
import { InvitationPage, WordPage } from "./invitation-page.tsx"

// What stands in mails. Opening a link changes nothing, so that a scanner of mails decides for nobody: a button does.

const inviterOf = async (
  tx: Transaction,
  view: View,
  invitation: Invitation,
  record: OrganisationRecord,
): Promise<string> => {
  if (invitation.byOffice) {
    const office = await findBody(tx, record.bodyId)
    return office ? bodyLabel(view, office) : ""
  }
  return (await accountNames(tx, [invitation.invitedBy])).get(invitation.invitedBy ?? "") ?? ""
}

export const linksPublic = routes()
  .get("/invitations/:token", async (c) => {
    const { context, view } = c.var
    const token = c.req.param("token")
    const found = await reading(context, async (tx) => {
      const invitation = await findInvitation(tx, token)
      const organisation = invitation && (await findRecordById(tx, invitation.organisationId))
      if (!invitation || !organisation) throw new NotFound("there is no such invitation")
      if (!isOpen(invitation, organisation, context.clock.now())) return null
      return { invitation, organisation, invitedBy: await inviterOf(tx, view, invitation, organisation) }
    })
    if (!found) return c.html(drawPage(<InvitationOver view={view} />), 410)
    const { address } = context.actor
    return c.html(drawPage(<InvitationPage view={view} token={token} address={address} {...found} />))
  })
  .post("/invitations/:token", (c) =>
    submitForm(c, {
      schema: agreementForm,
      run: async (context) => {
        const { id } = await acceptInvitation(context, { token: c.req.param("token") })
        return `/my/organisations/${id}`
      },
      again: () => <InvitationOver view={c.var.view} />,
      done: "organisations:done.joined",
    }),
  )
  .post("/invitations/:token/refusal", (c) =>
    submitForm(c, {
      schema: agreementForm,
      run: async (context) => {
        await declineInvitation(context, { token: c.req.param("token") })
        return "/"
      },
      again: () => <InvitationOver view={c.var.view} />,
      done: "organisations:done.declined",
    }),
  )
  .get("/confirmations/:token", async (c) => {
    const { context, view } = c.var
    const token = c.req.param("token")
    const found = await reading(context, (tx) => findConfirmation(tx, token, context.clock.now()))
    if (found === "over")
      return c.html(drawPage(<WordPage view={view} title="organisations:fresh.link-over" />), 410)
    return c.html(drawPage(<ConfirmationPage view={view} token={token} organisation={found} />))
  })
  .post("/confirmations/:token", (c) =>
    submitForm(c, {
      schema: agreementForm,
      run: async (context) => {
        const { id } = await confirmByLink(context, { token: c.req.param("token") })
        return `/organisations/${id}`
      },
      again: () => <WordPage view={c.var.view} title="organisations:fresh.link-over" />,
      done: "organisations:done.confirmed",
    }),
  )

function InvitationOver({ view }: { readonly view: View }) {
  return (
    <WordPage view={view} title="organisations:invitation.over">
      <p>{view.t("organisations:invitation.over-next")}</p>
    </WordPage>
  )
}
