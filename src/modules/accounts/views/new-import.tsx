import { Moment } from "#web/dates.tsx"
import type { FormState } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button, ButtonLink, Buttons } from "#web/ui/button.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { Field, controlAttributes } from "#web/ui/field.tsx"
import { errorsOf, fieldsOf } from "#web/ui/form-state.ts"
import { Form } from "#web/ui/form.tsx"
import { Table } from "#web/ui/table.tsx"
import { TextareaField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { postColumns } from "../imports/post-rows.ts"
import type { PostImport } from "../queries/post-imports.ts"

export type NewImportProps = {
  readonly view: View
  readonly earlier: readonly PostImport[]
  readonly form: FormState
}

/** A file, or cells copied from a spreadsheet. Nothing is given before the rows were looked at. */
export function NewImport({ view, earlier, form }: NewImportProps) {
  const field = fieldsOf(view, form)
  const labels = { file: view.t("accounts:import.file"), text: view.t("accounts:import.text") }
  const file = { ...field("file"), label: labels.file, hint: view.t("accounts:import.file-hint") }
  return (
    <StaffPage
      view={view}
      title={view.text("accounts:import.title")}
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: view.t("accounts:posts.title"), href: view.href("/staff/posts") },
        { label: view.t("accounts:import.title") },
      ]}
    >
      <h1>{view.t("accounts:import.title")}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, labels)} />
      <p>{view.t("accounts:import.lead")}</p>
      <p>{view.t("accounts:import.columns", { columns: columnNames })}</p>
      <Form view={view} action={view.href("/staff/posts/imports")} multipart>
        <Field {...file}>
          <input class="input" type="file" accept=".csv,text/csv,.txt,.tsv" {...controlAttributes(file)} />
        </Field>
        <TextareaField
          {...field("text")}
          label={labels.text}
          hint={view.t("accounts:import.text-hint")}
          rows={6}
        />
        <Buttons>
          <Button>{view.t("accounts:import.look")}</Button>
          <ButtonLink kind="quiet" href={view.href("/staff/posts")}>
            {view.t("accounts:cancel")}
          </ButtonLink>
        </Buttons>
      </Form>
      {earlier.length > 0 && <Earlier view={view} earlier={earlier} />}
    </StaffPage>
  )
}

const columnNames = Object.values(postColumns)
  .map(([first]) => first)
  .join("、")

function Earlier({ view, earlier }: Pick<NewImportProps, "view" | "earlier">) {
  return (
    <Table
      id="imports"
      caption={view.t("accounts:import.earlier")}
      columns={[
        { label: view.t("accounts:import.when") },
        { label: view.t("accounts:import.rows"), numeric: true },
        { label: view.t("accounts:import.state") },
      ]}
      rows={earlier.map((found) => ({
        cells: [
          <a href={view.href(`/staff/posts/imports/${found.id}`)}>
            <Moment view={view} at={found.createdAt} /> {found.source}
          </a>,
          String(found.rows.length),
          view.t(`accounts:import.is.${stateOf(found)}`),
        ],
      }))}
    />
  )
}

export const stateOf = ({ appliedAt, undoneAt }: PostImport): "open" | "applied" | "undone" =>
  undoneAt ? "undone" : appliedAt ? "applied" : "open"
