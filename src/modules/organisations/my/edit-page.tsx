import type { FormState } from "#web/forms.ts"
import { MyPage } from "#web/layout/my.tsx"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { ConflictPanel } from "#web/ui/conflict-panel.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form, formIslands } from "#web/ui/form.tsx"
import { errorsOf } from "#web/ui/form-state.ts"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import type { OwnRecord } from "../queries/own.ts"
import { conflictFields, versionOf } from "../views/conflict-fields.tsx"
import { ProfileFields, formLabels } from "../views/profile-fields.tsx"

type EditPageProps = {
  readonly view: View
  readonly form: FormState
  readonly areas: readonly Area[]
  readonly own: OwnRecord
}

/** A group changes its own profile. What is public changes at once. */
export function EditPage({ view, form, areas, own: { record } }: EditPageProps) {
  const path = `/my/organisations/${record.publicId}`
  const title = view.t("organisations:edit.title")
  return (
    <MyPage
      view={view}
      title={view.text("organisations:edit.title")}
      scripts={[...formIslands, "more-rows"]}
      breadcrumbs={[
        { label: view.t("web:nav.my"), href: view.href("/my") },
        { label: record.name, href: view.href(path) },
        { label: title },
      ]}
    >
      <h1>{title}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, formLabels(view))} />
      {form.conflict && <ConflictPanel view={view} fields={conflictFields(view, form, areas)} />}
      <p>{view.t("organisations:edit.lead")}</p>
      <Form view={view} action={view.href(`${path}/profile`)} version={versionOf(form, record.version)} long>
        <ProfileFields view={view} form={form} areas={areas} />
        <Buttons>
          <Button>{view.t("organisations:act.save")}</Button>
          <ButtonLink kind="quiet" href={view.href(path)}>
            {view.t("organisations:act.back")}
          </ButtonLink>
        </Buttons>
      </Form>
    </MyPage>
  )
}
