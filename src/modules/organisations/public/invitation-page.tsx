import type { Child } from "#jsx"
import { Day } from "#web/dates.tsx"
import { PublicPage } from "#web/layout/public.tsx"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { DescriptionList } from "#web/ui/description-list.tsx"
import { Form } from "#web/ui/form.tsx"
import { Notice } from "#web/ui/notice.tsx"
import type { View } from "#web/view.ts"
import type { Invitation } from "../queries/invitations.ts"
import type { OrganisationRecord } from "../queries/records.ts"
import { OrganisationName } from "../views/labels.tsx"

type InvitationPageProps = {
  readonly view: View
  readonly token: string
  readonly invitation: Invitation
  readonly organisation: OrganisationRecord
  readonly invitedBy: string
  /** The address of whoever looks, when they are signed in. */
  readonly address: string | null
}

/** What stands behind the link of an invitation: whom it is from, what one agrees to, yes or no. */
export function InvitationPage(props: InvitationPageProps) {
  const { view, invitation, organisation, invitedBy, token } = props
  const title = view.text("organisations:invitation.title")
  return (
    <PublicPage view={view} title={title} width="text" noindex scripts={["submit-once"]}>
      <div class="stack">
        <h1>{view.t("organisations:invitation.title")}</h1>
        <DescriptionList
          items={[
            {
              term: view.t("organisations:invitation.group"),
              detail:
                organisation.state === "registered" ? (
                  <OrganisationName view={view} organisation={organisation} />
                ) : (
                  organisation.name
                ),
            },
            {
              term: view.t("organisations:invitation.role"),
              detail: view.t(`organisations:members.is.${invitation.role}`),
            },
            { term: view.t("organisations:invitation.by"), detail: invitedBy },
            { term: view.t("organisations:invitation.word"), detail: invitation.word },
            {
              term: view.t("organisations:invitation.until"),
              detail: invitation.validTo && <Day view={view} day={invitation.validTo} near={false} />,
            },
          ]}
        />
        <section aria-labelledby="agree">
          <h2 id="agree">{view.t("organisations:invitation.agree")}</h2>
          <ul>
            <li>{view.t(`organisations:members.may.${invitation.role}`)}</li>
            <li>{view.t("organisations:invitation.named")}</li>
            <li>{view.t("organisations:invitation.free")}</li>
          </ul>
        </section>
        <Answer {...props} />
        <Form view={view} action={view.href(`/invitations/${token}/refusal`)}>
          <Buttons>
            <Button kind="quiet">{view.t("organisations:invitation.decline")}</Button>
          </Buttons>
        </Form>
      </div>
    </PublicPage>
  )
}

function Answer({ view, token, address, invitation }: InvitationPageProps) {
  if (address === null)
    return (
      <div class="stack">
        <p>{view.t("organisations:invitation.sign-in-first")}</p>
        <Buttons>
          <ButtonLink href={view.href("/sign-in", { next: `/invitations/${token}` })}>
            {view.t("organisations:invitation.sign-in")}
          </ButtonLink>
        </Buttons>
      </div>
    )
  return (
    <Form view={view} action={view.href(`/invitations/${token}`)}>
      <p>
        {view.t("organisations:invitation.as")} <strong>{address}</strong>
      </p>
      {address !== invitation.address && (
        <Notice view={view} kind="warning" title={view.t("organisations:invitation.other-address")}>
          <p>
            {view.t("organisations:invitation.sent-to")} <strong>{invitation.address}</strong>
          </p>
        </Notice>
      )}
      <Buttons>
        <Button>{view.t("organisations:invitation.accept")}</Button>
      </Buttons>
    </Form>
  )
}

/** One fact and one way on: an invitation that is over, a thing that is done. */
export function WordPage({
  view,
  title,
  children,
}: {
  readonly view: View
  readonly title: "organisations:invitation.over" | "organisations:fresh.link-over"
  readonly children?: Child
}) {
  return (
    <PublicPage view={view} title={view.text(title)} width="text" noindex>
      <div class="stack">
        <h1>{view.t(title)}</h1>
        {children}
        <p>
          <a href={view.href("/my")}>{view.t("web:nav.my")}</a>
        </p>
      </div>
    </PublicPage>
  )
}
