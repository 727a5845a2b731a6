import type { FormState } from "#web/forms.ts"
import { ruby } from "#web/ruby.tsx"
import { CheckboxesField, SelectField } from "#web/ui/choice-fields.tsx"
import { DateField, TimeField } from "#web/ui/date-field.tsx"
import { FieldRow } from "#web/ui/form.tsx"
import { boxesOf, fieldsOf } from "#web/ui/form-state.ts"
import { Rows } from "#web/ui/rows.tsx"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { mostChanges, repeats } from "../schema/schedule.ts"
import { weekdaysText } from "./rule-text.ts"

type ChangeFieldsProps = { readonly view: View; readonly form: FormState }

const named = /^schedule\.changes\.(\d+)\./

const isTyped = (form: FormState, row: number): boolean =>
  ["from", "start", "end"].some((part) => (form.typed[`schedule.changes.${row}.${part}`]?.[0] ?? "") !== "")

/** How many changes of the rule are typed. */
export const changesTyped = (form: FormState): number => {
  const rows = Object.keys(form.typed).map((name) => Number(named.exec(name)?.[1] ?? -1))
  return Math.max(-1, ...rows.filter((row) => isTyped(form, row))) + 1
}

/** From a day on it repeats in another way: the rule stays one, and so does what people signed up for. */
export function ChangeFields({ view, form }: ChangeFieldsProps) {
  const filled = changesTyped(form)
  const rows = Array.from({ length: Math.min(filled + 1, mostChanges) }, (_, row) => String(row))
  return (
    <details class="form-part" open={filled > 0}>
      <summary>{view.t("listings:section.changes")}</summary>
      <p class="field-hint">{view.t("listings:hint.changes")}</p>
      <Rows
        rows={rows.map((row) => (
          <ChangeRow view={view} form={form} row={row} />
        ))}
        blank={<ChangeRow view={view} form={form} row="__row" />}
        addLabel={view.t("listings:act.add-change")}
      />
    </details>
  )
}

function ChangeRow({ view, form, row }: ChangeFieldsProps & { readonly row: string }) {
  const name = (part: string) => `schedule.changes.${row}.${part}`
  const label = (part: string) => view.t(`listings:form.schedule.${part}`)
  const field = (part: string) => ({
    ...fieldsOf(view, form)(name(part)),
    label: label(part === "from" ? "change-from" : part),
    mark: false,
  })
  return (
    <>
      <FieldRow>
        <DateField {...field("from")} />
        <TimeField {...field("start")} />
        <TimeField {...field("end")} />
      </FieldRow>
      <FieldRow>
        <SelectField
          {...field("repeat")}
          value={field("repeat").value || "weekly"}
          options={repeats.map((repeat) => ({
            value: repeat,
            label: view.text(`listings:repeat.${repeat}`),
          }))}
        />
        <TextField {...field("interval")} inputmode="numeric" width="short" />
      </FieldRow>
      <CheckboxesField
        {...boxesOf(view, form)(name("weekdays"))}
        label={label("weekdays")}
        mark={false}
        columns
        options={[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
          value: String(weekday),
          label: ruby(weekdaysText(view.lang, [weekday])),
        }))}
      />
    </>
  )
}

const parts = ["from", "start", "end", "repeat", "interval", "weekdays"] as const

/** Their labels, for the summary of errors and for setting two versions side by side. */
export const changeLabels = (view: View, form: FormState) =>
  Object.fromEntries(
    Array.from({ length: changesTyped(form) }, (_, row) =>
      parts.map((part) => [
        `schedule.changes.${row}.${part}`,
        view.t(`listings:form.schedule.${part === "from" ? "change-from" : part}`),
      ]),
    ).flat(),
  )
