import type { Actor } from "#kernel/actor.ts"
import { today } from "#web/dates.tsx"
import type { FormState } from "#web/forms.ts"
import { MyPage } from "#web/layout/my.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { RadiosField } from "#web/ui/choice-fields.tsx"
import { DateField } from "#web/ui/date-field.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form } from "#web/ui/form.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { TextareaField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import type { People } from "../queries/members.ts"
import type { OrganisationRecord } from "../queries/records.ts"
import { memberRoles } from "../schema/members.ts"
import { MemberFacts, roleLabel } from "../views/members.tsx"

type MemberPageProps = {
  readonly view: View
  readonly actor: Actor
  readonly record: OrganisationRecord
  readonly member: People["members"][number]
  readonly form: FormState
}

/** Another role or last day for one member; for others also the way out. */
export function MemberPage({ view, actor, record, member, form }: MemberPageProps) {
  const field = fieldsOf(view, form)
  const group = `/my/organisations/${record.publicId}`
  const path = `${group}/members/${member.id}`
  const typed = form.typed["role"] !== undefined
  const labels = {
    role: view.t("organisations:members.role"),
    until: view.t("organisations:members.until"),
    word: view.t("organisations:members.word"),
  }
  return (
    <MyPage
      view={view}
      title={member.name}
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: view.t("web:nav.my"), href: view.href("/my") },
        { label: record.name, href: view.href(group) },
        { label: view.t("organisations:members.title"), href: view.href(`${group}/members`) },
        { label: member.name },
      ]}
    >
      <h1>{member.name}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, labels)} />
      <MemberFacts view={view} member={member} own={member.accountId === actor.accountId} />
      <Form view={view} action={view.href(path)}>
        <RadiosField
          {...field("role")}
          mark={false}
          label={labels.role}
          value={typed ? field("role").value : member.role}
          options={memberRoles.map((role) => ({
            value: role,
            label: roleLabel(view, role),
            hint: view.t(`organisations:members.may.${role}`),
          }))}
        />
        <DateField
          {...field("until")}
          label={labels.until}
          hint={view.t("organisations:members.until-hint")}
          value={typed ? field("until").value : (member.validTo?.toString() ?? "")}
          min={today(view).toString()}
        />
        <Buttons>
          <Button>{view.t("organisations:members.save")}</Button>
        </Buttons>
      </Form>
      {member.accountId !== actor.accountId && (
        <details open={form.errors["word"] !== undefined}>
          <summary>{view.t("organisations:members.remove")}</summary>
          <Form view={view} action={view.href(`${path}/removal`)}>
            <TextareaField
              {...field("word")}
              label={labels.word}
              hint={view.t("organisations:members.removal-hint")}
              rows={2}
            />
            <Buttons>
              <Button kind="danger">{view.t("organisations:members.remove")}</Button>
            </Buttons>
          </Form>
        </details>
      )}
    </MyPage>
  )
}
