import type { FormState } from "#web/forms.ts"
import { ruby } from "#web/ruby.tsx"
import { CheckboxesField, RadiosField, SelectField } from "#web/ui/choice-fields.tsx"
import { DateField, TimeField } from "#web/ui/date-field.tsx"
import { FieldRow, FormSection } from "#web/ui/form.tsx"
import { boxesOf, fieldsOf } from "#web/ui/form-state.ts"
import { Rows } from "#web/ui/rows.tsx"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { repeats } from "../schema/schedule.ts"
import { ways } from "../schema/schedule-form.ts"
import { ChangeFields } from "./change-fields.tsx"
import { weekdaysText } from "./rule-text.ts"

type ScheduleFieldsProps = { readonly view: View; readonly form: FormState }

/** Rows that stand empty below what was typed: without script that is how one adds a day. */
const spare = 1

/** How many rows of dates the form shows. */
export const rowsOf = (form: FormState): number => {
  const rows = Object.keys(form.typed).map((name) =>
    Number(/^schedule\.dates\.(\d+)\./.exec(name)?.[1] ?? -1),
  )
  const filled = Math.max(-1, ...rows.filter((row) => isTyped(form, row))) + 1
  return Math.max(...rows, filled + spare - 1, spare) + 1
}

const isTyped = (form: FormState, row: number): boolean =>
  ["first", "last", "start", "end"].some(
    (part) => (form.typed[`schedule.dates.${row}.${part}`]?.[0] ?? "") !== "",
  )

/** When: single dates, something that repeats, or at any time. What is not chosen is not looked at. */
export function ScheduleFields(props: ScheduleFieldsProps) {
  const { view, form } = props
  const field = fieldsOf(view, form)
  return (
    <FormSection title={view.t("web:when")}>
      <RadiosField
        {...field("schedule.way")}
        value={field("schedule.way").value || "dates"}
        label={view.t("listings:form.schedule.way")}
        options={ways.map((way) => ({
          value: way,
          label: view.t(`listings:way.${way}`),
          hint: view.t(`listings:way.${way}-hint`),
        }))}
        required
      />
      <fieldset class="form-part" data-way="dates">
        <legend>{view.t("listings:way.dates")}</legend>
        <DateRows {...props} />
      </fieldset>
      <fieldset class="form-part" data-way="rule">
        <legend>{view.t("listings:way.rule")}</legend>
        <RuleFields {...props} />
      </fieldset>
    </FormSection>
  )
}

function DateRows(props: ScheduleFieldsProps) {
  const numbers = Array.from({ length: rowsOf(props.form) }, (_, row) => String(row))
  return (
    <Rows
      rows={numbers.map((row) => (
        <DateRow {...props} row={row} />
      ))}
      blank={<DateRow {...props} row="__row" />}
      addLabel={props.view.t("listings:act.add-date")}
    />
  )
}

function DateRow({ view, form, row }: ScheduleFieldsProps & { readonly row: string }) {
  const field = (part: string) => ({
    ...fieldsOf(view, form)(`schedule.dates.${row}.${part}`),
    label: view.t(`listings:form.schedule.${part}`),
    mark: false,
  })
  return (
    <>
      <FieldRow>
        <DateField {...field("first")} />
        <TimeField {...field("start")} />
        <TimeField {...field("end")} />
      </FieldRow>
      <DateField {...field("last")} hint={view.t("listings:hint.last")} />
    </>
  )
}

function RuleFields({ view, form }: ScheduleFieldsProps) {
  const field = (part: string) => ({
    ...fieldsOf(view, form)(`schedule.rule.${part}`),
    label: view.t(`listings:form.schedule.${part === "first" ? "rule-first" : part}`),
    mark: false,
  })
  return (
    <>
      <FieldRow>
        <DateField {...field("first")} />
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
        <TextField
          {...field("interval")}
          inputmode="numeric"
          width="short"
          hint={view.t("listings:hint.interval")}
        />
      </FieldRow>
      <CheckboxesField
        {...boxesOf(view, form)("schedule.rule.weekdays")}
        label={view.t("listings:form.schedule.weekdays")}
        hint={view.t("listings:hint.weekdays")}
        mark={false}
        columns
        options={[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
          value: String(weekday),
          label: ruby(weekdaysText(view.lang, [weekday])),
        }))}
      />
      <FieldRow>
        <DateField {...field("until")} hint={view.t("listings:hint.until")} />
        <TextField
          {...field("count")}
          inputmode="numeric"
          width="short"
          hint={view.t("listings:hint.count")}
        />
      </FieldRow>
      <TextareaField {...field("except")} rows={2} hint={view.t("listings:hint.days")} />
      <TextareaField {...field("extra")} rows={2} hint={view.t("listings:hint.days")} />
      <ChangeFields view={view} form={form} />
    </>
  )
}
