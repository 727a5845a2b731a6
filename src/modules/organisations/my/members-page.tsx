import type { Child } from "#jsx"
import type { Actor } from "#kernel/actor.ts"
import { isAllowed } from "#kernel/actor.ts"
import { today } from "#web/dates.tsx"
import type { FormState } from "#web/forms.ts"
import { MyPage } from "#web/layout/my.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { CheckboxField, RadiosField } from "#web/ui/choice-fields.tsx"
import { DateField } from "#web/ui/date-field.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form } from "#web/ui/form.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Notice } from "#web/ui/notice.tsx"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { canManageMembers } from "../policy.ts"
import type { OrganisationRecord } from "../queries/records.ts"
import type { People } from "../queries/members.ts"
import { isSoleRepresentative, memberRoles } from "../schema/members.ts"
import { MemberFacts, OpenInvitations, roleLabel } from "../views/members.tsx"

export type MembersPageProps = {
  readonly view: View
  readonly actor: Actor
  readonly record: OrganisationRecord
  readonly people: People
  readonly purpose: Child
  readonly form: FormState
  /** The form that came back. */
  readonly about?: "invitation" | "leaving"
}

/** Who acts for a group; its representatives invite, change and remove, and everybody may leave. */
export function MembersPage(props: MembersPageProps) {
  const { view, record, form, people } = props
  const manages = isAllowed(canManageMembers(props.actor, record)) && isStanding(record)
  const title = view.t("organisations:members.title")
  return (
    <MyPage
      view={view}
      title={view.text("organisations:members.title")}
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: view.t("web:nav.my"), href: view.href("/my") },
        { label: record.name, href: view.href(`/my/organisations/${record.publicId}`) },
        { label: title },
      ]}
    >
      <h1>{title}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, labelsOf(view))} />
      <Alone {...props} />
      <ul class="people">
        {people.members.map((member) => (
          <li class="person">
            <MemberFacts view={view} member={member} own={member.accountId === props.actor.accountId} />
            {manages && (
              <p>
                <a href={view.href(`/my/organisations/${record.publicId}/members/${member.id}`)}>
                  {view.t("organisations:members.change", { name: member.name })}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
      <p>{view.t("organisations:members.roles")}</p>
      {manages && <OpenInvitations view={view} record={record} invitations={people.invitations} />}
      {manages && <Invite {...props} />}
      <Leave {...props} />
    </MyPage>
  )
}

const isStanding = ({ state }: OrganisationRecord): boolean => state === "registered" || state === "suspended"

const labelsOf = (view: View) => ({
  address: view.t("organisations:members.address"),
  role: view.t("organisations:members.role"),
  until: view.t("organisations:members.until"),
  word: view.t("organisations:members.word"),
  successor: view.t("organisations:members.successor"),
})

/** Nobody could take over if something happened. */
function Alone({ view, people, actor, record }: MembersPageProps) {
  if (people.members.length !== 1 || !isStanding(record)) return null
  if (people.members[0]?.accountId !== actor.accountId || people.invitations.length > 0) return null
  return <Notice view={view} kind="info" title={view.t("organisations:members.alone")} />
}

function Invite({ view, record, purpose, form, about }: MembersPageProps) {
  const field = fieldsOf(view, about === "invitation" ? form : { typed: {}, errors: {} })
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">{view.t("organisations:members.invite")}</h2>
      {purpose}
      <Form view={view} action={view.href(`/my/organisations/${record.publicId}/invitations`)}>
        <TextField
          {...field("address")}
          label={view.t("organisations:members.address")}
          hint={view.t("organisations:members.address-hint")}
          type="email"
          inputmode="email"
          required
        />
        <RadiosField
          {...field("role")}
          label={view.t("organisations:members.role")}
          value={field("role").value || "editor"}
          options={memberRoles.map((role) => ({
            value: role,
            label: roleLabel(view, role),
            hint: view.t(`organisations:members.may.${role}`),
          }))}
          required
        />
        <DateField
          {...field("until")}
          label={view.t("organisations:members.until")}
          hint={view.t("organisations:members.until-hint")}
          min={today(view).toString()}
        />
        <TextareaField {...field("word")} label={view.t("organisations:members.word")} rows={2} />
        <Buttons>
          <Button icon="mail">{view.t("organisations:members.send")}</Button>
        </Buttons>
      </Form>
    </section>
  )
}

function Leave({ view, actor, record, people, form, about }: MembersPageProps) {
  const own = people.members.find(({ accountId }) => accountId === actor.accountId)
  if (!own) return null
  const others = people.members.filter((member) => member !== own)
  const last = isStanding(record) && isSoleRepresentative(people.members, own.id)
  const field = fieldsOf(view, about === "leaving" ? form : { typed: {}, errors: {} })
  return (
    <details open={about === "leaving"}>
      <summary>{view.t("organisations:members.leave")}</summary>
      <Form view={view} action={view.href(`/my/organisations/${record.publicId}/leaving`)}>
        <p>{view.t(last ? "organisations:members.leave-last" : "organisations:members.leave-lead")}</p>
        {last && others.length > 0 && (
          <RadiosField
            {...field("successor")}
            mark={false}
            label={view.t("organisations:members.successor")}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {last && (
          <CheckboxField
            {...field("handOver")}
            error={others.length === 0 ? field("successor").error : undefined}
            value="yes"
            label={view.t("organisations:members.hand-over")}
            hint={view.t("organisations:members.hand-over-hint")}
          />
        )}
        <Buttons>
          <Button kind="danger">{view.t("organisations:members.leave-do")}</Button>
        </Buttons>
      </Form>
    </details>
  )
}
