import { Day } from "#web/dates.tsx"
import { PublicPage } from "#web/layout/public.tsx"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { Form } from "#web/ui/form.tsx"
import type { View } from "#web/view.ts"
import type { OrganisationRecord } from "../queries/records.ts"

type ConfirmationPageProps = {
  readonly view: View
  readonly token: string
  readonly organisation: OrganisationRecord
}

/** Behind the link of a reminder: look, and press one button. Opening it changes nothing. */
export function ConfirmationPage({ view, token, organisation }: ConfirmationPageProps) {
  const { publicId, name, confirmedAt } = organisation
  return (
    <PublicPage
      view={view}
      title={view.text("organisations:fresh.ask")}
      width="text"
      noindex
      scripts={["submit-once"]}
    >
      <div class="stack">
        <h1>{view.t("organisations:fresh.ask")}</h1>
        <p class="lead">
          <a href={view.href(`/organisations/${publicId}`)}>{name}</a>
        </p>
        {confirmedAt && (
          <p>
            {view.t("organisations:fresh.confirmed")}
            {view.t("web:colon")}
            <Day view={view} day={confirmedAt.toZonedDateTimeISO(view.zone).toPlainDate()} near={false} />
          </p>
        )}
        <p>{view.t("organisations:fresh.look")}</p>
        <Form view={view} action={view.href(`/confirmations/${token}`)}>
          <Buttons>
            <Button size="large" icon="check">
              {view.t("organisations:fresh.yes")}
            </Button>
            <ButtonLink kind="secondary" href={view.href(`/my/organisations/${publicId}/edit`)}>
              {view.t("organisations:fresh.no")}
            </ButtonLink>
          </Buttons>
        </Form>
      </div>
    </PublicPage>
  )
}
