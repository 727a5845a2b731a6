import { Day, Moment } from "#web/dates.tsx"
import type { FormState } from "#web/forms.ts"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { ErrorSummary } from "#web/ui/error-summary.tsx"
import { errorsOf } from "#web/ui/form-state.ts"
import { Form } from "#web/ui/form.tsx"
import { Notice } from "#web/ui/notice.tsx"
import { Table } from "#web/ui/table.tsx"
import type { View } from "#web/view.ts"
import type { CheckedRow } from "../imports/check-rows.ts"
import type { PostImport } from "../queries/post-imports.ts"
import { stateOf } from "./new-import.tsx"

export type ImportPreviewProps = {
  readonly view: View
  readonly found: PostImport
  /** As they stand now; empty once the file was applied. */
  readonly rows: readonly CheckedRow[]
  readonly canUndo: boolean
  readonly by: string
  readonly form: FormState
}

/** What a file would give, row by row, and what of it is refused and why. */
export function ImportPreview(props: ImportPreviewProps) {
  const { view, found, form, by } = props
  const labels = { rows: view.t("accounts:import.chosen"), undo: view.t("accounts:import.undo") }
  const state = stateOf(found)
  return (
    <StaffPage
      view={view}
      title={view.text("accounts:import.preview")}
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: view.t("accounts:posts.title"), href: view.href("/staff/posts") },
        { label: view.t("accounts:import.title"), href: view.href("/staff/posts/imports") },
        { label: view.t("accounts:import.preview") },
      ]}
    >
      <h1>{view.t("accounts:import.preview")}</h1>
      <ErrorSummary view={view} errors={errorsOf(view, form, labels)} />
      <p>
        <Moment view={view} at={found.createdAt} />・{by} {found.source}
      </p>
      {state === "open" ? <Open {...props} /> : <Done {...props} />}
    </StaffPage>
  )
}

function Open({ view, found, rows, form }: ImportPreviewProps) {
  const good = rows.filter((row) => row.input !== null)
  const typed = form.typed["rows"]
  const isChosen = (row: CheckedRow) => row.input !== null && (!typed || typed.includes(String(row.line)))
  return (
    <>
      <p>{view.t("accounts:import.counts", { good: good.length, bad: rows.length - good.length })}</p>
      <Form view={view} action={view.href(`/staff/posts/imports/${found.id}/decision`)}>
        <div id="field-rows">
          <Table
            id="rows"
            caption={view.t("accounts:import.preview")}
            captionHidden
            columns={columnsOf(view)}
            rows={rows.map((row) => ({
              alert: row.input === null,
              cells: cellsOf(view, row, isChosen(row)),
            }))}
          />
        </div>
        {good.length > 0 && (
          <Buttons>
            <Button>{view.t("accounts:import.apply")}</Button>
          </Buttons>
        )}
      </Form>
    </>
  )
}

const columnsOf = (view: View) => [
  { label: view.t("accounts:import.result") },
  { label: view.t("accounts:post.person") },
  { label: view.t("accounts:post.body") },
  { label: view.t("accounts:post.role") },
  { label: view.t("accounts:post.programme") },
  { label: view.t("accounts:post.areas") },
  { label: view.t("accounts:post.from") },
  { label: view.t("accounts:post.to") },
]

const cellsOf = (view: View, row: CheckedRow, chosen: boolean) => {
  const { cells, input, line } = row
  return [
    <RowChoice view={view} row={row} chosen={chosen} line={line} />,
    <>
      {cells.name} <span class="quiet">{cells.address}</span>
    </>,
    cells.body,
    cells.role,
    cells.programme || view.t("accounts:programme.all"),
    cells.areas || view.t("accounts:post.whole-city"),
    input ? <Day view={view} day={input.from} near={false} /> : cells.from,
    input?.to ? (
      <Day view={view} day={input.to} near={false} />
    ) : (
      cells.to || view.t("accounts:post.open-end")
    ),
  ]
}

type RowChoiceProps = {
  readonly view: View
  readonly row: CheckedRow
  readonly chosen: boolean
  readonly line: number
}

function RowChoice({ view, row, chosen, line }: RowChoiceProps) {
  if (row.input === null)
    return (
      <>
        {view.t("accounts:import.line", { line })} <strong>{view.t("accounts:import.refused")}</strong>
        <ul class="reasons">
          {row.problems.map((problem) => (
            <li>{view.t(problem)}</li>
          ))}
        </ul>
      </>
    )
  return (
    <label class="choice-label">
      <input class="choice-input" type="checkbox" name="rows" value={String(line)} checked={chosen} />
      <span>{view.t("accounts:import.line", { line })}</span>
    </label>
  )
}

function Done({ view, found, canUndo }: ImportPreviewProps) {
  const state = stateOf(found)
  return (
    <>
      <Notice
        view={view}
        kind={state === "applied" ? "success" : "info"}
        title={view.t(`accounts:import.is.${state}`)}
      >
        {state === "applied" && (
          <p>{view.t(canUndo ? "accounts:import.undo-lead" : "accounts:import.undo-over")}</p>
        )}
      </Notice>
      {canUndo && (
        <Form view={view} action={view.href(`/staff/posts/imports/${found.id}/undo`)} id="field-undo">
          <Button kind="danger">{view.t("accounts:import.undo")}</Button>
        </Form>
      )}
    </>
  )
}
