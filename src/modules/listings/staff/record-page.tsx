import { isAllowed, type Actor } from "#kernel/actor.ts"
import type { FormState } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form } from "#web/ui/form.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Notice } from "#web/ui/notice.tsx"
import { TextareaField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { canDoNow, canReply } from "../policy.ts"
import type { HistoryEntry } from "../queries/office.ts"
import type { ListingDetail } from "../queries/public.ts"
import type { ListingRow } from "../queries/records.ts"
import type { Report } from "../queries/reports.ts"
import type { Talk } from "../queries/talks.ts"
import { mayTalk } from "../schema/talks.ts"
import { History } from "../views/history.tsx"
import { StateTag } from "../views/state.tsx"
import { ListingBody } from "../views/listing-body.tsx"
import { TalkPart } from "../views/talk-part.tsx"
import { ReportsPart } from "./reports-part.tsx"
import { PreApproval, ReviewPart } from "./review-part.tsx"

export type RecordPageProps = {
  readonly view: View
  readonly actor: Actor
  readonly row: ListingRow
  readonly listing: ListingDetail
  readonly history: readonly HistoryEntry[]
  readonly names: ReadonlyMap<string, string>
  readonly reports: readonly Report[]
  readonly talks: readonly Talk[]
  readonly form: FormState
}

/** One listing for the office: facts left, what happened right, what can be done on top. */
export function RecordPage(props: RecordPageProps) {
  const { view, row, listing, history, names, form } = props
  return (
    <StaffPage
      view={view}
      title={row.title}
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: view.t("listings:office.title"), href: view.href("/staff/listings") },
        { label: row.title },
      ]}
    >
      <div class="record-head">
        <h1>{row.title}</h1>
        <StateTag view={view} state={row.state} />
      </div>
      <ErrorSummary
        view={view}
        errors={errorsOf(view, form, {
          reason: view.t("listings:office.reason"),
          text: view.t("listings:talk.text"),
          outcome: view.t("listings:reports.outcome"),
          answer: view.t("listings:reports.answer"),
        })}
      />
      {row.publicReason && (
        <Notice view={view} kind="warning" title={view.t("listings:office.public-reason")}>
          <p class="timeline-detail">{row.publicReason}</p>
        </Notice>
      )}
      <LookAt view={view} row={row} />
      <div class="record">
        <div class="stack">
          {row.state === "published" && (
            <p>
              <a href={view.href(`/listings/${row.publicId}`)}>{view.t("listings:act.look")}</a>
            </p>
          )}
          <OwnWriting view={view} actor={props.actor} row={row} />
          <ReviewPart view={view} actor={props.actor} row={row} form={form} />
          <ReportsPart view={view} actor={props.actor} row={row} form={form} reports={props.reports} />
          {(props.talks.length > 0 || mayTalk(row.state)) && (
            <TalkPart
              view={view}
              form={form}
              talks={props.talks}
              action={mayReply(props) ? `/staff/listings/${row.publicId}/replies` : null}
              side="office"
            />
          )}
          <Decision {...props} />
          <PreApproval view={view} actor={props.actor} row={row} />
          <Reinstatement {...props} />
          <ListingBody view={view} listing={listing} />
        </div>
        <section class="stack" aria-labelledby="history">
          <h2 id="history">{view.t("listings:history.title")}</h2>
          <History view={view} entries={history} names={names} />
        </section>
      </div>
    </StaffPage>
  )
}

/** What the office itself, or an import for it, has published. */
function OwnWriting({ view, actor, row }: Pick<RecordPageProps, "view" | "actor" | "row">) {
  if (row.organisationId !== null || !canDoNow(actor, "correct", row)) return null
  return (
    <Buttons>
      <ButtonLink href={view.href(`/staff/listings/${row.publicId}/edit`)} icon="edit">
        {view.t("listings:office.edit")}
      </ButtonLink>
    </Buttons>
  )
}

const mayReply = ({ actor, row }: RecordPageProps): boolean =>
  mayTalk(row.state) && isAllowed(canReply(actor, row))

/** What an import was not sure of. */
function LookAt({ view, row }: Pick<RecordPageProps, "view" | "row">) {
  if (row.lookAt.length === 0) return null
  return (
    <Notice view={view} kind="info" title={view.t("listings:office.look")}>
      <ul>
        {row.lookAt.map((reason) => (
          <li>{view.t(`listings:reason.${reason}`)}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** Hiding and removing ask for the same: a reason that everybody may read. */
function Decision({ view, actor, row, form }: RecordPageProps) {
  const hides = canDoNow(actor, "hide", row)
  if (!hides && !canDoNow(actor, "remove", row)) return null
  const path = `/staff/listings/${row.publicId}`
  return (
    <section class="record-action" aria-labelledby="decision">
      <h2 id="decision">{view.t(hides ? "listings:office.decision" : "listings:act.remove")}</h2>
      <Form view={view} action={view.href(`${path}/${hides ? "hiding" : "removal"}`)}>
        <TextareaField
          {...fieldsOf(view, form)("reason")}
          label={view.t("listings:office.reason")}
          hint={view.t("listings:office.reason-hint")}
          rows={3}
          required
        />
        <Buttons>
          {hides && <Button kind="secondary">{view.t("listings:act.hide")}</Button>}
          <Button kind="danger" formaction={view.href(`${path}/removal`)}>
            {view.t("listings:act.remove")}
          </Button>
        </Buttons>
        <p class="field-hint">{view.t("listings:office.remove-hint")}</p>
      </Form>
    </section>
  )
}

function Reinstatement({ view, actor, row }: RecordPageProps) {
  if (!canDoNow(actor, "reinstate", row)) return null
  return (
    <section class="record-action" aria-labelledby="reinstatement">
      <h2 id="reinstatement">{view.t("listings:act.reinstate")}</h2>
      <Form view={view} action={view.href(`/staff/listings/${row.publicId}/reinstatement`)}>
        <p>{view.t("listings:office.reinstate-lead")}</p>
        <Buttons>
          <Button>{view.t("listings:act.reinstate")}</Button>
        </Buttons>
      </Form>
    </section>
  )
}
