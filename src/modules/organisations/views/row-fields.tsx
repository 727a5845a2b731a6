import type { Child } from "#jsx"
import type { FormState } from "#web/forms.ts"
import { CheckboxField } from "#web/ui/choice-fields.tsx"
import { FieldGroup } from "#web/ui/field.tsx"
import { FieldRow } from "#web/ui/form.tsx"
import { fieldsOf } from "#web/ui/form-state.ts"
import { Rows } from "#web/ui/rows.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { mostRows, rowNames } from "../schema/rows.ts"

type RowFieldsProps = {
  readonly view: View
  readonly form: FormState
  readonly label: Child
  readonly hint?: Child
  /** What the office wrote here. */
  readonly error?: Child
}

type RowList = keyof typeof rowNames

/** The rows that were typed and a spare one: without script that is how one adds. */
const numbersOf = (form: FormState, list: RowList): string[] => {
  const typed = Object.keys(form.typed).flatMap((name) => {
    const [, row] = new RegExp(`^${list}\\.(\\d{1,2})\\.`).exec(name) ?? []
    return row !== undefined && form.typed[name]?.[0] ? [Number(row)] : []
  })
  const count = Math.min(Math.max(-1, ...typed) + 2, mostRows)
  return Array.from({ length: count }, (_, row) => String(row))
}

/** Pages elsewhere: what to call them, and their addresses. */
export function LinkRows(props: RowFieldsProps) {
  const { view, form } = props
  return (
    <FieldGroup {...props} name="links">
      <Rows
        rows={numbersOf(form, "links").map((row) => (
          <LinkRow view={view} form={form} row={row} />
        ))}
        blank={<LinkRow view={view} form={form} row="__row" />}
        addLabel={view.t("organisations:act.add-link")}
      />
    </FieldGroup>
  )
}

type RowProps = { readonly view: View; readonly form: FormState; readonly row: string }

function LinkRow({ view, form, row }: RowProps) {
  const field = (part: (typeof rowNames)["links"][number]) => ({
    ...fieldsOf(view, form)(`links.${row}.${part}`),
    label: view.t(`organisations:row.links.${part}`),
    mark: false,
  })
  return (
    <FieldRow>
      <TextField {...field("label")} />
      <TextField {...field("url")} type="url" inputmode="url" />
    </FieldRow>
  )
}

/** What the group was honoured with, and what shows it. */
export function RecognitionRows(props: RowFieldsProps) {
  const { view, form } = props
  return (
    <FieldGroup {...props} name="recognitions">
      <Rows
        rows={numbersOf(form, "recognitions").map((row) => (
          <RecognitionRow view={view} form={form} row={row} />
        ))}
        blank={<RecognitionRow view={view} form={form} row="__row" />}
        addLabel={view.t("organisations:act.add-recognition")}
      />
    </FieldGroup>
  )
}

function RecognitionRow({ view, form, row }: RowProps) {
  const field = (part: (typeof rowNames)["recognitions"][number]) => ({
    ...fieldsOf(view, form)(`recognitions.${row}.${part}`),
    label: view.t(`organisations:row.recognitions.${part}`),
    mark: false,
  })
  const city = `recognitions.${row}.city`
  return (
    <>
      <TextField {...field("name")} />
      <FieldRow>
        <TextField {...field("by")} />
        <TextField {...field("year")} width="short" />
      </FieldRow>
      <CheckboxField
        {...fieldsOf(view, form)(city)}
        value="yes"
        label={view.t("organisations:row.recognitions.city")}
        checked={form.typed[city]?.[0] === "yes"}
      />
      <TextField {...field("evidence")} hint={view.t("organisations:hint.evidence")} />
    </>
  )
}

/** The labels of the fields in rows, for the summary of errors. */
export const rowLabels = (view: View): Record<string, Child> => {
  const labels: Record<string, Child> = {}
  for (let row = 0; row < mostRows; row++) {
    for (const part of rowNames.links)
      labels[`links.${row}.${part}`] = view.t(`organisations:row.links.${part}`)
    for (const part of rowNames.recognitions)
      labels[`recognitions.${row}.${part}`] = view.t(`organisations:row.recognitions.${part}`)
  }
  return labels
}
