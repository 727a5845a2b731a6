import { isAllowed, type Actor } from "#kernel/actor.ts"
import { Day, Moment } from "#web/dates.tsx"
import type { FormState } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form } from "#web/ui/form.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Notice } from "#web/ui/notice.tsx"
import { Tag } from "#web/ui/tag.tsx"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { canHelpAsOffice } from "../policy.ts"
import type { People } from "../queries/members.ts"
import type { OrganisationRecord } from "../queries/records.ts"
import type { RecoveryEntry } from "../queries/recoveries.ts"
import { InvitationFacts, MemberFacts } from "../views/members.tsx"

export type PeoplePageProps = {
  readonly view: View
  readonly actor: Actor
  readonly record: OrganisationRecord
  readonly people: People
  readonly recoveries: readonly RecoveryEntry[]
  readonly form: FormState
  /** The objection whose form came back. */
  readonly about?: string
}

/** The people of a group for the office: who they are, and how somebody new is found when they are lost. */
export function PeoplePage(props: PeoplePageProps) {
  const { view, record, people, form } = props
  const helps = isAllowed(canHelpAsOffice(props.actor, record))
  const stands = record.state === "registered" || record.state === "suspended"
  return (
    <StaffPage
      view={view}
      title={`${view.text("organisations:members.title")} ${record.name}`}
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: view.t("organisations:office.title"), href: view.href("/staff/registrations") },
        { label: record.name, href: view.href(`/staff/registrations/${record.publicId}`) },
        { label: view.t("organisations:members.title") },
      ]}
    >
      <h1>{view.t("organisations:members.title")}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, labelsOf(view))} />
      {record.unattendedSince && (
        <Notice view={view} kind="warning" title={view.t("organisations:recovery.unattended")}>
          <p>
            <Moment view={view} at={record.unattendedSince} />
          </p>
        </Notice>
      )}
      {people.members.length === 0 ? (
        <EmptyState title={view.t("organisations:members.none")} />
      ) : (
        <ul class="people">
          {people.members.map((member) => (
            <li class="person">
              <MemberFacts view={view} member={member} />
            </li>
          ))}
        </ul>
      )}
      {people.invitations.length > 0 && (
        <>
          <h2>{view.t("organisations:members.invited")}</h2>
          <ul class="people">
            {people.invitations.map((invitation) => (
              <li class="person">
                <InvitationFacts view={view} invitation={invitation} />
              </li>
            ))}
          </ul>
        </>
      )}
      {helps && stands && <Recover {...props} />}
      {props.recoveries.length > 0 && <Recoveries {...props} helps={helps} />}
    </StaffPage>
  )
}

const labelsOf = (view: View) => ({
  address: view.t("organisations:members.address"),
  reason: view.t("organisations:recovery.reason"),
  decision: view.t("organisations:recovery.decision"),
  answer: view.t("organisations:recovery.answer"),
})

function Recover({ view, record, form, about }: PeoplePageProps) {
  const field = fieldsOf(view, about === undefined ? form : { typed: {}, errors: {} })
  const failed = about === undefined && Object.keys(form.errors).length > 0
  return (
    <details open={failed || record.unattendedSince !== null}>
      <summary>{view.t("organisations:recovery.do")}</summary>
      <Form view={view} action={view.href(`/staff/organisations/${record.publicId}/recovery`)}>
        <p>{view.t("organisations:recovery.lead")}</p>
        <TextField
          {...field("address")}
          label={view.t("organisations:members.address")}
          type="email"
          inputmode="email"
          required
        />
        <TextareaField
          {...field("reason")}
          label={view.t("organisations:recovery.reason")}
          hint={view.t("organisations:recovery.reason-hint")}
          rows={3}
          required
        />
        <Buttons>
          <Button icon="mail">{view.t("organisations:recovery.send")}</Button>
        </Buttons>
      </Form>
    </details>
  )
}

function Recoveries(props: PeoplePageProps & { readonly helps: boolean }) {
  const { view, recoveries } = props
  // One at a time: what is decided about the first may answer the next.
  const next = recoveries.flatMap(({ objections }) => objections).find(({ decidedAt }) => decidedAt === null)
  return (
    <section aria-labelledby="recoveries">
      <h2 id="recoveries">{view.t("organisations:recovery.past")}</h2>
      {recoveries.map((recovery) => (
        <article>
          <p>
            <Moment view={view} at={recovery.at} />
          </p>
          <p>{recovery.reason}</p>
          <p>
            {view.t("organisations:recovery.until")}{" "}
            <Day view={view} day={recovery.objectUntil} near={false} />
          </p>
          {recovery.objections.map((objection) => (
            <Objection {...props} helps={props.helps && objection === next} objection={objection} />
          ))}
        </article>
      ))}
    </section>
  )
}

type ObjectionProps = PeoplePageProps & {
  readonly helps: boolean
  readonly objection: RecoveryEntry["objections"][number]
}

function Objection({ view, objection, helps, form, about }: ObjectionProps) {
  const field = fieldsOf(view, about === objection.id ? form : { typed: {}, errors: {} })
  const open = objection.decidedAt === null
  const state = open ? "open" : objection.upheld ? "upheld" : "dismissed"
  return (
    <section class="record-action">
      <h3>
        {view.t("organisations:recovery.by", { name: objection.name })}{" "}
        <Tag kind={open ? "few" : "past"}>{view.t(`organisations:recovery.is.${state}`)}</Tag>
      </h3>
      <p>{objection.words}</p>
      {!open && <p>{objection.answer}</p>}
      {open && helps && (
        <Form view={view} action={view.href(`/staff/objections/${objection.id}/decision`)}>
          <TextareaField
            {...field("answer")}
            label={view.t("organisations:recovery.answer")}
            hint={view.t("organisations:recovery.answer-hint")}
            rows={2}
            required
          />
          <Buttons>
            <Button kind="secondary" name="decision" value="uphold">
              {view.t("organisations:recovery.uphold")}
            </Button>
            <Button kind="secondary" name="decision" value="dismiss">
              {view.t("organisations:recovery.dismiss")}
            </Button>
          </Buttons>
        </Form>
      )}
    </section>
  )
}
