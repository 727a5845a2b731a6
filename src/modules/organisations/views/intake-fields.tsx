import type { Child } from "#jsx"
import type { FormState } from "#web/forms.ts"
import { RadiosField } from "#web/ui/choice-fields.tsx"
import { DateField } from "#web/ui/date-field.tsx"
import { FieldRow, FormSection } from "#web/ui/form.tsx"
import { fieldsOf } from "#web/ui/form-state.ts"
import { TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { channels, intakeFields } from "../schema/intake.ts"

type IntakeFieldsProps = { readonly view: View; readonly form: FormState }

/** Which way it came, from whom, when, and where the paper lies. */
export function IntakeFields({ view, form }: IntakeFieldsProps) {
  const field = (name: (typeof intakeFields)[number]) => ({
    ...fieldsOf(view, form)(name),
    label: view.t(`organisations:intake.${name}`),
  })
  return (
    <FormSection title={view.t("organisations:intake.title")}>
      <RadiosField
        {...field("channel")}
        options={channels.map((channel) => ({
          value: channel,
          label: view.t(`organisations:channel.${channel}`),
        }))}
        columns
        required
      />
      <FieldRow>
        <TextField {...field("fromWhom")} required />
        <DateField {...field("receivedOn")} required />
      </FieldRow>
      <TextField {...field("reference")} hint={view.t("organisations:intake.reference-hint")} />
    </FormSection>
  )
}

export const intakeLabels = (view: View): Record<string, Child> =>
  Object.fromEntries(intakeFields.map((name) => [name, view.t(`organisations:intake.${name}`)]))
