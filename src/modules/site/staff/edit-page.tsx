import type { FormState } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { ConflictPanel } from "#web/ui/conflict-panel.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Form, formIslands } from "#web/ui/form.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import type { SitePage } from "../schema/pages.ts"
import { ContentsFields, contentsConflicts, contentsLabels } from "../views/contents-fields.tsx"
import { nameOf } from "./page-list.tsx"

type EditPageProps = {
  readonly view: View
  readonly page: SitePage
  readonly latest: number
  readonly form: FormState
}

/** Writing on the left, reading on the right; saving makes a new version and publishes nothing. */
export function EditPage({ view, page, latest, form }: EditPageProps) {
  const path = `/staff/site/pages/${page.slug}`
  const title = nameOf(view, { ...page, title: form.typed["title-ja"]?.[0] ?? "" })
  const version = form.conflict?.version ?? Number(form.typed["_version"]?.[0] ?? latest)
  return (
    <StaffPage
      view={view}
      title={view.text("site:edit.heading")}
      scripts={formIslands}
      breadcrumbs={[
        { label: view.t("site:office.title"), href: view.href("/staff/site") },
        { label: title, href: view.href(path) },
        { label: view.t("site:edit.heading") },
      ]}
    >
      <h1>{view.t("site:edit.heading")}</h1>
      <ErrorSummary
        view={view}
        errors={errorsOf(view, form, { ...contentsLabels(view), why: view.t("site:edit.why") })}
      />
      {form.conflict && <ConflictPanel view={view} fields={contentsConflicts(view, form)} />}
      <details class="writing-help">
        <summary>{view.t("site:edit.help")}</summary>
        <ul>
          {([1, 2, 3, 4, 5] as const).map((line) => (
            <li>{view.t(`site:edit.help-${line}`)}</li>
          ))}
        </ul>
      </details>
      <Form view={view} action={view.href(path)} version={version} long>
        <ContentsFields view={view} form={form} rows={page.kind === "purpose" ? 6 : 24} preview />
        <TextField
          {...fieldsOf(view, form)("why")}
          label={view.t("site:edit.why")}
          hint={view.t(page.kind === "terms" ? "site:edit.why-public" : "site:edit.why-hint")}
          required
        />
        <Buttons>
          <Button name="intent" value="save">
            {view.t("site:edit.save")}
          </Button>
          <Button name="intent" value="preview" kind="secondary">
            {view.t("site:edit.look")}
          </Button>
        </Buttons>
      </Form>
    </StaffPage>
  )
}
