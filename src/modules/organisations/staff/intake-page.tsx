import type { FormState } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { ConflictPanel } from "#web/ui/conflict-panel.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form, formIslands } from "#web/ui/form.tsx"
import { errorsOf } from "#web/ui/form-state.ts"
import { Notice } from "#web/ui/notice.tsx"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import type { OrganisationRecord } from "../queries/records.ts"
import type { SimilarHints } from "../queries/similar.ts"
import type { ProfileField } from "../schema/form.ts"
import { conflictFields, versionOf } from "../views/conflict-fields.tsx"
import { IntakeFields, intakeLabels } from "../views/intake-fields.tsx"
import { formLabels, ProfileFields } from "../views/profile-fields.tsx"
import { SimilarNotice } from "../views/similar-notice.tsx"

export type IntakePageProps = {
  readonly view: View
  readonly form: FormState
  readonly areas: readonly Area[]
  /** What stands already; null for a new one. */
  readonly record: OrganisationRecord | null
  /** What the office asked for at single fields. */
  readonly reasons: Readonly<Record<string, string>>
  /** What a registration cannot do without and this one has not. */
  readonly missing: readonly ProfileField[]
  readonly similar: SimilarHints | null
}

/** An officer enters or changes a group for its people, and says which way it came. */
export function IntakePage(props: IntakePageProps) {
  const { view, form, areas, record, reasons, similar } = props
  const title = view.text(record ? "organisations:proxy.title" : "organisations:intake.new")
  const labels = {
    different: view.t("organisations:similar.label"),
    ...intakeLabels(view),
    ...formLabels(view),
  }
  const version = record ? versionOf(form, record.version) : undefined
  const path = record ? `/staff/organisations/${record.publicId}/edit` : "/staff/organisations/new"
  return (
    <StaffPage
      view={view}
      title={title}
      scripts={[...formIslands, "more-rows"]}
      breadcrumbs={crumbs(props, title)}
    >
      <h1>{title}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, labels)} />
      {form.conflict && <ConflictPanel view={view} fields={conflictFields(view, form, areas)} />}
      <p>{view.t(record ? "organisations:proxy.lead" : "organisations:intake.lead")}</p>
      <Missing {...props} />
      <Form view={view} action={view.href(path)} long {...(version === undefined ? {} : { version })}>
        <SimilarNotice view={view} form={form} areas={areas} similar={similar} />
        <IntakeFields view={view} form={form} />
        <ProfileFields view={view} form={form} areas={areas} reasons={reasons} />
        <Acts {...props} />
      </Form>
    </StaffPage>
  )
}

const crumbs = ({ view, record }: IntakePageProps, title: string) => [
  { label: view.t("organisations:office.title"), href: view.href("/staff/registrations") },
  ...(record ? [{ label: record.name, href: view.href(`/staff/registrations/${record.publicId}`) }] : []),
  { label: title },
]

function Missing({ view, missing }: IntakePageProps) {
  if (missing.length === 0) return null
  return (
    <Notice view={view} kind="info" title={view.t("organisations:proxy.missing")}>
      <ul>
        {missing.map((field) => (
          <li>
            <a href={`#field-${field}`}>{view.t(`organisations:form.${field}`)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** What is not yet before the office is brought there, or kept as far as it is known; the rest is saved. */
function Acts({ view, record }: IntakePageProps) {
  const state = record?.state ?? "draft"
  const enters = state === "draft" || state === "incomplete" || state === "returned"
  return (
    <Buttons>
      {enters ? (
        <Button name="intent" value="receive">
          {view.t("organisations:act.receive")}
        </Button>
      ) : (
        <Button>{view.t("organisations:act.save")}</Button>
      )}
      {enters && state !== "returned" && (
        <Button kind="secondary" name="intent" value="note">
          {view.t("organisations:act.note")}
        </Button>
      )}
      {record && (
        <ButtonLink kind="quiet" href={view.href(`/staff/registrations/${record.publicId}`)}>
          {view.t("organisations:act.back")}
        </ButtonLink>
      )}
    </Buttons>
  )
}
