import type { City } from "#kernel/city.ts"
import type { Actor } from "#kernel/actor.ts"
import { Moment } from "#web/dates.tsx"
import type { FormState } from "#web/forms.ts"
import { MyPage } from "#web/layout/my.tsx"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { CheckboxField } from "#web/ui/choice-fields.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form } from "#web/ui/form.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Notice } from "#web/ui/notice.tsx"
import { TextareaField } from "#web/ui/text-field.tsx"
import { Timeline } from "#web/ui/timeline.tsx"
import type { View } from "#web/view.ts"
import { bodyLabel, type Area, type Body } from "#modules/places"
import { canChangeNow, canDoNow, canReviveNow } from "../policy.ts"
import type { OwnRecord } from "../queries/own.ts"
import { profileFields } from "../schema/form.ts"
import { CompletenessHint } from "../views/completeness-hint.tsx"
import { needsConfirming } from "../schema/freshness.ts"
import { NextStep } from "../views/next-step.tsx"
import { ProfileFacts } from "../views/profile-facts.tsx"
import { StateSteps, StateTag } from "../views/state.tsx"

export type OwnPageProps = {
  readonly city: City
  readonly view: View
  readonly actor: Actor
  readonly own: OwnRecord
  readonly areas: readonly Area[]
  readonly office: Body
  readonly form: FormState
}

/** How a group stands, what was said, and what its people can do next. */
export function OwnPage(props: OwnPageProps) {
  const { view, own, areas, form } = props
  const { record, profile } = own
  return (
    <MyPage
      view={view}
      title={record.name}
      scripts={["submit-once"]}
      breadcrumbs={[{ label: view.t("web:nav.my"), href: view.href("/my") }, { label: record.name }]}
    >
      <h1>{record.name}</h1>
      <ErrorSummary
        view={view}
        errors={errorsOf(view, form, { sure: view.t("organisations:withdraw.title") })}
      />
      <p>
        <StateTag view={view} state={record.state} />
      </p>
      <StateSteps view={view} state={record.state} />
      <NextStep view={view} state={record.state} dueOn={record.dueOn} />
      <Said {...props} />
      <Proposals {...props} />
      <Confirmation {...props} />
      <Actions {...props} />
      <Hint {...props} />
      <section aria-labelledby="history">
        <h2 id="history">{view.t("organisations:history.title")}</h2>
        <History {...props} />
      </section>
      <section aria-labelledby="facts">
        <h2 id="facts">{view.t("organisations:page.facts")}</h2>
        <ProfileFacts view={view} profile={profile} areas={areas} receiptNumber={record.receiptNumber} />
      </section>
      <Withdrawal {...props} />
      <Revival {...props} />
    </MyPage>
  )
}

/** The last word of the office, where it waits for something. */
function Said({ view, own: { record, history } }: OwnPageProps) {
  const { state } = record
  if (state !== "returned" && state !== "refused" && state !== "suspended") return null
  const said = history.find(({ reason }) => reason !== "")
  if (!said) return null
  return (
    <Notice view={view} kind="warning" title={view.t(`organisations:said.${state}`)}>
      <p class="timeline-detail">{said.reason}</p>
      <AtFields view={view} reasons={said.fieldReasons} />
    </Notice>
  )
}

/** What the office asks for at single fields. */
function AtFields({
  view,
  reasons,
}: {
  readonly view: View
  readonly reasons: Readonly<Record<string, string>>
}) {
  const fields = profileFields.filter((field) => reasons[field])
  if (fields.length === 0) return null
  return (
    <ul>
      {fields.map((field) => (
        <li>
          {view.t(`organisations:form.${field}`)}
          {view.t("web:colon")}
          {reasons[field]}
        </li>
      ))}
    </ul>
  )
}

/** What readers proposed and nobody has decided. */
function Proposals({ view, own: { record, requests } }: OwnPageProps) {
  if (requests.length === 0) return null
  return (
    <Notice view={view} kind="info" title={view.t("organisations:request.waiting")}>
      <ul>
        {requests.map(({ id, createdAt }) => (
          <li>
            <a href={view.href(`/my/organisations/${record.publicId}/requests/${id}`)}>
              {view.t("organisations:request.one")} <Moment view={view} at={createdAt} />
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** civic-portal.R6: nobody has looked after it for long. */
function Confirmation({ view, actor, city, own: { record } }: OwnPageProps) {
  if (!needsConfirming(record, view.now, city) || !canChangeNow(actor, record)) return null
  return (
    <Notice view={view} kind="info" title={view.t("organisations:confirm.title")}>
      {record.staleAt && <p>{view.t("organisations:confirm.stale")}</p>}
      <p>{view.t("organisations:confirm.lead")}</p>
      <Form view={view} action={view.href(`/my/organisations/${record.publicId}/confirmation`)}>
        <Buttons>
          <Button kind="secondary">{view.t("organisations:act.confirm")}</Button>
        </Buttons>
      </Form>
    </Notice>
  )
}

/** What would tell more, while its people may write. */
function Hint({ view, actor, own: { record, profile } }: OwnPageProps) {
  if (!canDoNow(actor, "submit", record) && !canChangeNow(actor, record)) return null
  const href = view.href(`/my/organisations/${record.publicId}/edit`)
  return <CompletenessHint view={view} profile={profile} href={href} />
}

function Actions({ view, actor, own: { record } }: OwnPageProps) {
  const path = `/my/organisations/${record.publicId}`
  const writes = canDoNow(actor, "submit", record)
  const changes = canChangeNow(actor, record)
  const isPublic = record.state === "registered"
  if (!writes && !changes && !isPublic) return null
  return (
    <Buttons>
      {(writes || changes) && (
        <ButtonLink href={view.href(`${path}/edit`)} icon="edit">
          {view.t(writes ? "organisations:act.continue" : "organisations:act.edit")}
        </ButtonLink>
      )}
      {(writes || changes) && (
        <ButtonLink kind="secondary" href={view.href(`${path}/files`)} icon="list">
          {view.t("web:file.page")}
        </ButtonLink>
      )}
      {isPublic && (
        <>
          <ButtonLink kind="secondary" href={view.href(`${path}/listings`)} icon="calendar">
            {view.t("organisations:act.publish")}
          </ButtonLink>
          <ButtonLink kind="quiet" href={view.href(`${path}/members`)} icon="people">
            {view.t("organisations:members.title")}
          </ButtonLink>
          <ButtonLink kind="quiet" href={view.href(`/organisations/${record.publicId}`)}>
            {view.t("organisations:act.look")}
          </ButtonLink>
        </>
      )}
    </Buttons>
  )
}

/** What its people ended they take up again. */
function Revival({ view, actor, own: { record } }: OwnPageProps) {
  if (!canReviveNow(actor, record)) return null
  return (
    <Form view={view} action={view.href(`/my/organisations/${record.publicId}/revival`)}>
      <p>{view.t("organisations:revive.lead")}</p>
      <Buttons>
        <Button kind="secondary">{view.t("organisations:revive.do")}</Button>
      </Buttons>
    </Form>
  )
}

function History({ view, own, office }: OwnPageProps) {
  return (
    <Timeline
      view={view}
      label={view.text("organisations:history.title")}
      entries={own.history.map(({ at, event, reason, byOffice }) => ({
        at,
        what: view.t(`organisations:event.${event}`),
        who: byOffice ? bodyLabel(view, office) : view.t("organisations:history.group"),
        detail: reason,
      }))}
    />
  )
}

function Withdrawal({ view, actor, own: { record }, form }: OwnPageProps) {
  if (!canDoNow(actor, "withdraw", record)) return null
  const key = record.registeredAt ? "registered" : "application"
  return (
    <details open={form.errors["sure"] !== undefined}>
      <summary>{view.t(`organisations:withdraw.${key}`)}</summary>
      <Form view={view} action={view.href(`/my/organisations/${record.publicId}/withdrawal`)}>
        <p>{view.t(`organisations:withdraw.${key}-lead`)}</p>
        {record.registeredAt && (
          <TextareaField
            {...fieldsOf(view, form)("reason")}
            label={view.t("organisations:withdraw.reason")}
            hint={view.t("organisations:withdraw.reason-hint")}
            rows={2}
          />
        )}
        <CheckboxField
          {...fieldsOf(view, form)("sure")}
          value="yes"
          label={view.t("organisations:withdraw.sure")}
        />
        <Buttons>
          <Button kind="danger">{view.t(`organisations:withdraw.${key}`)}</Button>
        </Buttons>
      </Form>
    </details>
  )
}
