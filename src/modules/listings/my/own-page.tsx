import { isAllowed, type Actor } from "#kernel/actor.ts"
import type { FormState } from "#web/forms.ts"
import type { ListingState } from "../schema/workflow.ts"
import { MyPage } from "#web/layout/my.tsx"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form } from "#web/ui/form.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Notice } from "#web/ui/notice.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import type { OrganisationSummary } from "#modules/organisations"
import { canDoNow, canKeepFiles } from "../policy.ts"
import type { HistoryEntry } from "../queries/office.ts"
import type { ListingDetail } from "../queries/public.ts"
import type { ListingRow } from "../queries/records.ts"
import { History } from "../views/history.tsx"
import { StateTag } from "../views/state.tsx"
import { ListingBody } from "../views/listing-body.tsx"

export type OwnPageProps = {
  readonly view: View
  readonly actor: Actor
  readonly row: ListingRow
  readonly listing: ListingDetail
  readonly history: readonly HistoryEntry[]
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
        errors={errorsOf(view, form, { reason: view.t("listings:withdraw.reason") })}
      />
      <p>
        <StateTag view={view} state={row.state} />
      </p>
      <Said view={view} row={row} />
      <Actions {...props} />
      <ListingBody view={view} listing={listing} />
      <section aria-labelledby="history">
        <h2 id="history">{view.t("listings:history.title")}</h2>
        <History view={view} entries={props.history} names={new Map()} />
      </section>
      <Withdrawal {...props} />
    </MyPage>
  )
}

/** What the office did and why, or what happened with the group. */
function Said({ view, row }: Pick<OwnPageProps, "view" | "row">) {
  const { state } = row
  if (state !== "hidden" && state !== "removed" && state !== "suspended") return null
  return (
    <Notice view={view} kind="warning" title={view.t(`listings:said.${state}`)}>
      {row.publicReason && <p class="timeline-detail">{row.publicReason}</p>}
    </Notice>
  )
}

const editWords = (state: ListingState) => {
  if (state === "draft") return "listings:act.edit-draft"
  return state === "published" ? "listings:act.edit-published" : "listings:act.edit-withdrawn"
}

function Actions({ view, actor, row }: OwnPageProps) {
  const writes = (["revise", "correct", "publish"] as const).some((event) => canDoNow(actor, event, row))
  const isPublic = row.state === "published"
  if (!writes && !isPublic) return null
  return (
    <Buttons>
      {writes && (
        <ButtonLink href={view.href(`/my/listings/${row.publicId}/edit`)} icon="edit">
          {view.t(editWords(row.state))}
        </ButtonLink>
      )}
      {isAllowed(canKeepFiles(actor, row)) && (
        <ButtonLink kind="secondary" href={view.href(`/my/listings/${row.publicId}/files`)} icon="list">
          {view.t("listings:files.title")}
        </ButtonLink>
      )}
      {isPublic && (
        <ButtonLink kind="secondary" href={view.href(`/listings/${row.publicId}`)}>
          {view.t("listings:act.look")}
        </ButtonLink>
      )}
    </Buttons>
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
