import type { FormState } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { errorsOf } from "#web/ui/form-state.ts"
import type { View } from "#web/view.ts"
import type { FoundRequest } from "../queries/change-requests.ts"
import { ChangeRequestBody } from "../views/change-request.tsx"

type RequestPageProps = { readonly view: View; readonly found: FoundRequest; readonly form: FormState }

/** A proposed correction, for the office of the group's main area. */
export function RequestPage({ view, found, form }: RequestPageProps) {
  const { record, request } = found
  return (
    <StaffPage
      view={view}
      title={view.text("organisations:request.one")}
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: view.t("organisations:office.title"), href: view.href("/staff/registrations") },
        { label: record.name, href: view.href(`/staff/registrations/${record.publicId}`) },
        { label: view.t("organisations:request.one") },
      ]}
    >
      <h1>{view.t("organisations:request.one")}</h1>
      <ErrorSummary
        view={view}
        errors={errorsOf(view, form, { answer: view.t("organisations:request.answer") })}
      />
      <ChangeRequestBody
        view={view}
        found={found}
        form={form}
        action={`/staff/change-requests/${request.id}`}
      />
    </StaffPage>
  )
}
