import type { Child } from "#jsx"
import type { FormState } from "#web/forms.ts"
import { CheckboxesField, CheckboxField, RadiosField, SelectField } from "#web/ui/choice-fields.tsx"
import { FieldRow, FormSection, Hidden } from "#web/ui/form.tsx"
import { boxesOf, fieldsOf } from "#web/ui/form-state.ts"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { areaLabel, type Area } from "#modules/places"
import { organisationKinds, profileFields, type ProfileField } from "../schema/form.ts"
import { FieldChoices } from "./field-choices.tsx"
import { kindLabel } from "./labels.tsx"

export type ProfileFieldsProps = {
  readonly view: View
  readonly form: FormState
  /** All of the city: its wards, and itself for groups that act everywhere. */
  readonly areas: readonly Area[]
  /** What the office wrote at single fields when it returned the registration. */
  readonly reasons?: Readonly<Record<string, string>>
}

/** The labels of the form's fields, in their order: for the summary of errors and for comparing two versions. */
export const profileLabels = (view: View): Record<ProfileField, Child> =>
  Object.fromEntries(
    profileFields.map((field) => [field, view.t(`organisations:form.${field}`)]),
  ) as unknown as Record<ProfileField, Child>

/** Everything a group says of itself, on one page under headings. */
export function ProfileFields(props: ProfileFieldsProps) {
  return (
    <>
      <NameSection {...props} />
      <PlaceSection {...props} />
      <ActivitySection {...props} />
      <ContactSection {...props} />
    </>
  )
}

/** Value, label and error of one field; a reason of the office stands where an error of its own would. */
const partsOf = ({ view, form, reasons = {} }: ProfileFieldsProps) => {
  const field = fieldsOf(view, form)
  const boxes = boxesOf(view, form)
  const words = (name: ProfileField, error: Child) => ({
    label: view.t(`organisations:form.${name}`),
    error: error || reasons[name],
  })
  return {
    field: (name: ProfileField) => ({ ...field(name), ...words(name, field(name).error) }),
    boxes: (name: ProfileField) => ({ ...boxes(name), ...words(name, boxes(name).error) }),
    hint: (name: Exclude<ProfileField, "kind">) => view.t(`organisations:hint.${name}`),
  }
}

function NameSection(props: ProfileFieldsProps) {
  const { view } = props
  const { field, hint } = partsOf(props)
  return (
    <FormSection title={view.t("organisations:section.name")}>
      <TextField {...field("name")} hint={hint("name")} autocomplete="organization" required />
      <TextField {...field("kana")} hint={hint("kana")} required />
      <TextField {...field("english")} hint={hint("english")} lang="en" />
      <RadiosField
        {...field("kind")}
        options={organisationKinds.map((kind) => ({ value: kind, label: kindLabel(view, kind) }))}
        columns
        required
      />
    </FormSection>
  )
}

function PlaceSection(props: ProfileFieldsProps) {
  const { view, areas } = props
  const { field, boxes, hint } = partsOf(props)
  const wards = areas.filter(({ level }) => level === "ward")
  const [only] = areas
  if (wards.length === 0) return <Hidden name="mainArea" value={only?.code ?? ""} />
  return (
    <FormSection title={view.t("organisations:section.place")}>
      <SelectField
        {...field("mainArea")}
        hint={hint("mainArea")}
        empty={view.text("organisations:choose")}
        options={[...wards, ...areas.filter(({ level }) => level === "city")].map((area) => ({
          value: area.code,
          label: area.level === "city" ? view.text("organisations:whole-city") : areaLabel(view, area),
        }))}
        width="medium"
        required
      />
      <CheckboxesField
        {...boxes("areas")}
        hint={hint("areas")}
        columns
        options={wards.map((area) => ({ value: area.code, label: areaLabel(view, area) }))}
      />
    </FormSection>
  )
}

function ActivitySection(props: ProfileFieldsProps) {
  const { view } = props
  const { field, boxes, hint } = partsOf(props)
  return (
    <FormSection title={view.t("organisations:section.activity")}>
      <FieldChoices {...boxes("fields")} hint={hint("fields")} />
      <TextareaField {...field("purpose")} hint={hint("purpose")} rows={6} required />
      <TextareaField {...field("purposeEnglish")} hint={hint("purposeEnglish")} rows={4} lang="en" />
      <TextField {...field("website")} hint={hint("website")} type="url" inputmode="url" autocomplete="url" />
    </FormSection>
  )
}

function ContactSection(props: ProfileFieldsProps) {
  const { view, form } = props
  const { field, hint } = partsOf(props)
  return (
    <FormSection title={view.t("organisations:section.contact")}>
      <TextField {...field("contactName")} hint={hint("contactName")} required />
      <FieldRow>
        <TextField {...field("contactPhone")} hint={hint("contactPhone")} type="tel" inputmode="tel" />
        <TextField {...field("contactMail")} hint={hint("contactMail")} type="email" inputmode="email" />
      </FieldRow>
      <CheckboxField
        {...field("contactPublic")}
        value="yes"
        hint={hint("contactPublic")}
        checked={form.typed["contactPublic"]?.[0] === "yes"}
      />
    </FormSection>
  )
}
