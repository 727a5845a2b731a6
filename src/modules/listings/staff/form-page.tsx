import type { FormState } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { ConflictPanel } from "#web/ui/conflict-panel.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form, formIslands } from "#web/ui/form.tsx"
import { errorsOf } from "#web/ui/form-state.ts"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import type { Kind } from "../schema/content.ts"
import { conflictFields, versionOf } from "../views/conflict-fields.tsx"
import { ListingFields, listingLabels } from "../views/listing-fields.tsx"

type OfficeFormProps = {
  readonly view: View
  readonly form: FormState
  readonly areas: readonly Area[]
  readonly kinds: readonly Kind[]
  /** In whose name it stands. */
  readonly body: string
  /** What is there already; null for something new. */
  readonly existing: { readonly publicId: string; readonly version: number } | null
}

/** The form by which an office publishes in its own name. */
export function OfficeFormPage({ view, form, areas, kinds, body, existing }: OfficeFormProps) {
  const title = existing ? "listings:office.edit" : "listings:office.write"
  const path = existing ? `/staff/listings/${existing.publicId}` : "/staff/listings"
  return (
    <StaffPage
      view={view}
      title={view.text(title)}
      scripts={[...formIslands, "more-rows"]}
      breadcrumbs={[
        { label: view.t("listings:office.title"), href: view.href("/staff/listings") },
        { label: view.t(title) },
      ]}
    >
      <h1>{view.t(title)}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, listingLabels(view, form))} />
      {form.conflict && <ConflictPanel view={view} fields={conflictFields(view, form, areas)} />}
      <p>{view.t("listings:office.write-lead", { body })}</p>
      <Form
        view={view}
        action={view.href(path)}
        long
        {...(existing ? { version: versionOf(form, existing.version) } : {})}
      >
        <ListingFields view={view} form={form} areas={areas} kinds={kinds} />
        <Buttons>
          <Button>{view.t(existing ? "listings:act.correct" : "listings:act.publish")}</Button>
        </Buttons>
      </Form>
    </StaffPage>
  )
}
