import type { Child } from "#jsx"
import { CheckboxesField, RadiosField, SelectField } from "#web/ui/choice-fields.tsx"
import { FormFold, FormSection } from "#web/ui/form.tsx"
import { isFilled, isWrong } from "#web/ui/form-state.ts"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { areaLabel } from "#modules/places"
import {
  legalForms,
  organisationKinds,
  outside,
  profileFields,
  sizes,
  type ProfileField,
} from "../schema/form.ts"
import { ContactSection, isAsked } from "./contact-fields.tsx"
import { FieldChoices } from "./field-choices.tsx"
import { partsOf, type ProfileFieldsProps } from "./field-parts.ts"
import { kindLabel } from "./labels.tsx"
import { RecognitionRows, rowLabels } from "./row-fields.tsx"

/** The labels of the form's fields, in their order: for comparing two versions. */
export const profileLabels = (view: View): Record<ProfileField, Child> =>
  Object.fromEntries(
    profileFields.map((field) => [field, view.t(`organisations:form.${field}`)]),
  ) as unknown as Record<ProfileField, Child>

/** The same with those of rows, for the summary of errors. */
export const formLabels = (view: View): Record<string, Child> => ({
  ...profileLabels(view),
  ...rowLabels(view),
})

/** Everything a group says of itself, on one page under headings; what most leave out is folded. */
export function ProfileFields(props: ProfileFieldsProps) {
  return (
    <>
      <NameSection {...props} />
      <PlaceSection {...props} />
      <ActivitySection {...props} />
      <ContactSection {...props} />
      <EnglishSection {...props} />
    </>
  )
}

type FoldProps = ProfileFieldsProps & {
  readonly of: "legal" | "places" | "more" | "english"
  readonly fields: readonly ProfileField[]
  readonly children: Child
}

function Fold(props: FoldProps) {
  const { view, form, of, fields, children } = props
  return (
    <FormFold
      title={view.t(`organisations:fold.${of}`)}
      lead={view.t(`organisations:fold.${of}-lead`)}
      open={isWrong(form, fields) || isAsked(props, ...fields)}
      filled={isFilled(form, fields) && view.t("organisations:fold.filled")}
    >
      {children}
    </FormFold>
  )
}

function NameSection(props: ProfileFieldsProps) {
  const { view } = props
  const { field, hint } = partsOf(props)
  return (
    <FormSection title={view.t("organisations:section.name")}>
      <TextField {...field("name")} hint={hint("name")} autocomplete="organization" required />
      <TextField {...field("kana")} hint={hint("kana")} required />
      <RadiosField
        {...field("kind")}
        options={organisationKinds.map((kind) => ({ value: kind, label: kindLabel(view, kind) }))}
        columns
        required
      />
      <Fold {...props} of="legal" fields={["legalForm", "corporateNumber"]}>
        <SelectField
          {...field("legalForm")}
          hint={hint("legalForm")}
          empty={view.text("organisations:choose")}
          options={legalForms.map((form) => ({
            value: form,
            label: view.text(`organisations:legal-form.${form}`),
          }))}
          width="medium"
        />
        <TextField
          {...field("corporateNumber")}
          hint={hint("corporateNumber")}
          inputmode="numeric"
          width="medium"
        />
      </Fold>
    </FormSection>
  )
}

function PlaceSection(props: ProfileFieldsProps) {
  const { view, areas } = props
  const { field, boxes, hint } = partsOf(props)
  const wards = areas.filter(({ level }) => level === "ward")
  const city = areas.filter(({ level }) => level === "city")
  const [only] = wards.length === 0 ? city : []
  return (
    <FormSection title={view.t("organisations:section.place")}>
      <SelectField
        {...field("mainArea")}
        value={field("mainArea").value || (only?.code ?? "")}
        hint={hint("mainArea")}
        {...(only ? {} : { empty: view.text("organisations:choose") })}
        options={[
          ...wards.map((area) => ({ value: area.code, label: areaLabel(view, area) })),
          ...city.map((area) => ({
            value: area.code,
            label: only ? areaLabel(view, area) : view.text("organisations:whole-city"),
          })),
          { value: outside, label: view.text("organisations:outside") },
        ]}
        width="medium"
        required
      />
      <Fold {...props} of="places" fields={["areas", "districts"]}>
        {wards.length > 0 && (
          <CheckboxesField
            {...boxes("areas")}
            hint={hint("areas")}
            columns
            options={wards.map((area) => ({ value: area.code, label: areaLabel(view, area) }))}
          />
        )}
        <TextareaField {...field("districts")} hint={hint("districts")} rows={3} />
      </Fold>
    </FormSection>
  )
}

function ActivitySection(props: ProfileFieldsProps) {
  const { view } = props
  const { field, boxes, hint } = partsOf(props)
  return (
    <FormSection title={view.t("organisations:section.activity")}>
      <FieldChoices {...boxes("fields")} hint={hint("fields")} />
      <TextareaField {...field("purpose")} hint={hint("purpose")} rows={4} required />
      <TextareaField {...field("activities")} hint={hint("activities")} rows={6} />
      <Fold {...props} of="more" fields={["since", "size", "recognitions"]}>
        <TextField {...field("since")} hint={hint("since")} width="medium" />
        <SelectField
          {...field("size")}
          empty={view.text("organisations:choose")}
          options={sizes.map((size) => ({ value: size, label: view.text(`organisations:size.${size}`) }))}
          width="medium"
        />
        <RecognitionRows {...field("recognitions")} form={props.form} hint={hint("recognitions")} />
      </Fold>
    </FormSection>
  )
}

function EnglishSection(props: ProfileFieldsProps) {
  const { field, hint } = partsOf(props)
  return (
    <Fold {...props} of="english" fields={["english", "purposeEnglish", "activitiesEnglish"]}>
      <TextField {...field("english")} hint={hint("english")} lang="en" />
      <TextareaField {...field("purposeEnglish")} hint={hint("purposeEnglish")} rows={4} lang="en" />
      <TextareaField {...field("activitiesEnglish")} rows={4} lang="en" />
    </Fold>
  )
}
