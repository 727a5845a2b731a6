import type { Child } from "#jsx"
import { Day } from "#web/dates.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { Form } from "#web/ui/form.tsx"
import { Tag } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import type { MemberRole, OpenInvitation, People } from "../queries/members.ts"
import type { OrganisationRecord } from "../queries/records.ts"

export const roleLabel = (view: View, role: MemberRole): Child => view.t(`organisations:members.is.${role}`)

type MemberFactsProps = {
  readonly view: View
  readonly member: People["members"][number]
  readonly own?: boolean
}

/** Name, role, since when and until when. */
export function MemberFacts({ view, member, own }: MemberFactsProps) {
  return (
    <p class="person-facts">
      <strong>{member.name}</strong>
      {own && <span>{view.t("organisations:members.you")}</span>}
      <Tag kind={member.role === "representative" ? "kind" : "plain"}>{roleLabel(view, member.role)}</Tag>
      <span>
        <Day view={view} day={member.validFrom} near={false} />
        {view.t("organisations:members.from")}
        {member.validTo && (
          <>
            {" "}
            <Day view={view} day={member.validTo} near={false} />
            {view.t("organisations:members.to")}
          </>
        )}
      </span>
    </p>
  )
}

type OpenInvitationsProps = {
  readonly view: View
  readonly record: OrganisationRecord
  readonly invitations: readonly OpenInvitation[]
}

/** Who was asked and has not answered. What the office sent is the office's. */
export function OpenInvitations({ view, record, invitations }: OpenInvitationsProps) {
  if (invitations.length === 0) return null
  const path = `/my/organisations/${record.publicId}/invitations`
  return (
    <section aria-labelledby="invited">
      <h2 id="invited">{view.t("organisations:members.invited")}</h2>
      <ul class="people">
        {invitations.map((invitation) => (
          <li class="person">
            <InvitationFacts view={view} invitation={invitation} />
            {!invitation.byOffice && (
              <Form view={view} action={view.href(`${path}/${invitation.id}/withdrawal`)}>
                <Buttons>
                  <Button kind="quiet" size="small">
                    {view.t("organisations:members.uninvite")}
                  </Button>
                </Buttons>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function InvitationFacts({
  view,
  invitation,
}: {
  readonly view: View
  readonly invitation: OpenInvitation
}) {
  const { address, role, expiresAt, byOffice } = invitation
  const over = Temporal.Instant.compare(expiresAt, view.now) <= 0
  return (
    <p class="person-facts">
      <strong>{address}</strong>
      <Tag>{roleLabel(view, role)}</Tag>
      {byOffice && <span>{view.t("organisations:members.by-office")}</span>}
      {over ? (
        <Tag kind="past">{view.t("organisations:members.over")}</Tag>
      ) : (
        <span>
          <Day view={view} day={expiresAt.toZonedDateTimeISO(view.zone).toPlainDate()} near={false} />
          {view.t("organisations:members.to")}
        </span>
      )}
    </p>
  )
}
