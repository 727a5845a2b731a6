import type { Actor } from "#kernel/actor.ts"
import type { FormState } from "#web/forms.ts"
import { MyPage } from "#web/layout/my.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form } from "#web/ui/form.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import type { OrganisationSummary } from "#modules/organisations"
import { canDoNow } from "../policy.ts"
import type { HistoryEntry } from "../queries/office.ts"
import type { Talk } from "../queries/talks.ts"
import type { ListingDetail } from "../queries/public.ts"
import type { ListingRow } from "../queries/records.ts"
import { History } from "../views/history.tsx"
import { StateTag } from "../views/state.tsx"
import { ListingBody } from "../views/listing-body.tsx"
import { mayTalk } from "../schema/talks.ts"
import { TalkPart } from "../views/talk-part.tsx"
import { OwnActs } from "./own-acts.tsx"
import { Standing } from "./standing.tsx"

export type OwnPageProps = {
  readonly view: View
  readonly actor: Actor
  readonly row: ListingRow
  readonly listing: ListingDetail
  readonly history: readonly HistoryEntry[]
  readonly talks: readonly Talk[]
  readonly organisation: OrganisationSummary
  readonly form: FormState
}

/** A listing for its group: how it stands, what was said, what they can do next. */
export function OwnPage(props: OwnPageProps) {
  const { view, row, listing, organisation, form } = props
  const list = `/my/organisations/${organisation.publicId}/listings`
  return (
    <MyPage
      view={view}
      title={row.title}
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: view.t("web:nav.my"), href: view.href("/my") },
        { label: view.t("listings:own.title"), href: view.href(list) },
        { label: row.title },
      ]}
    >
      <h1>{row.title}</h1>
      <ErrorSummary
        view={view}
        errors={errorsOf(view, form, {
          reason: view.t("listings:withdraw.reason"),
          text: view.t("listings:talk.text"),
        })}
      />
      <p>
        <StateTag view={view} state={row.state} />
      </p>
      <Standing view={view} actor={props.actor} row={row} history={props.history} />
      {(props.talks.length > 0 || mayTalk(row.state)) && (
        <TalkPart
          view={view}
          form={form}
          talks={props.talks}
          action={mayTalk(row.state) ? `/my/listings/${row.publicId}/replies` : null}
          side="group"
        />
      )}
      <OwnActs view={view} actor={props.actor} row={row} />
      <ListingBody view={view} listing={listing} />
      <section aria-labelledby="history">
        <h2 id="history">{view.t("listings:history.title")}</h2>
        <History view={view} entries={props.history} names={new Map()} />
      </section>
      <Withdrawal {...props} />
    </MyPage>
  )
}

function Withdrawal({ view, actor, row, form }: OwnPageProps) {
  if (!canDoNow(actor, "withdraw", row)) return null
  return (
    <details open={form.errors["reason"] !== undefined}>
      <summary>{view.t("listings:withdraw.title")}</summary>
      <Form view={view} action={view.href(`/my/listings/${row.publicId}/withdrawal`)}>
        <p>{view.t("listings:withdraw.lead")}</p>
        <TextField
          {...fieldsOf(view, form)("reason")}
          label={view.t("listings:withdraw.reason")}
          hint={view.t("listings:withdraw.reason-hint")}
        />
        <Buttons>
          <Button kind="danger">{view.t("listings:act.withdraw")}</Button>
        </Buttons>
      </Form>
    </details>
  )
}
