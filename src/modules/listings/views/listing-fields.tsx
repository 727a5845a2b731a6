import type { Child } from "#jsx"
import type { FormState } from "#web/forms.ts"
import { ruby } from "#web/ruby.tsx"
import { CheckboxesField, CheckboxField, RadiosField } from "#web/ui/choice-fields.tsx"
import { DateField, TimeField } from "#web/ui/date-field.tsx"
import { FieldRow, FormSection } from "#web/ui/form.tsx"
import { boxesOf, fieldsOf } from "#web/ui/form-state.ts"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { FieldChoices } from "#modules/organisations"
import { areaRuby, type Area } from "#modules/places"
import { ownKinds } from "../schema/content.ts"
import { kindOf } from "./labels.tsx"
import { rowsOf, ScheduleFields } from "./schedule-fields.tsx"

export type ListingFieldsProps = {
  readonly view: View
  readonly form: FormState
  /** What can be ticked; none where the city is one area. */
  readonly areas: readonly Area[]
}

const rule = ["first", "start", "end", "repeat", "interval", "weekdays", "until", "count", "except", "extra"]

/** Names of the fields in the order of the page, each with the message that labels it. */
const named = (rows: number): readonly (readonly [name: string, label: string])[] => [
  ...["kind", "title", "titleKana", "what", "forWhom"].map((name) => [name, `form.${name}`] as const),
  ["schedule.way", "form.schedule.way"],
  ...Array.from({ length: rows }, (_, row) =>
    ["first", "start", "end", "last"].map(
      (part) => [`schedule.dates.${row}.${part}`, `form.schedule.${part}`] as const,
    ),
  ).flat(),
  ...rule.map(
    (part) => [`schedule.rule.${part}`, `form.schedule.${part === "first" ? "rule-first" : part}`] as const,
  ),
  ...["placeName", "placeAddress", "online", "scope", "areas"].map((name) => [name, `form.${name}`] as const),
  ...["howToJoin", "apply.day", "apply.time", "link", "contact"].map(
    (name) => [name, `form.${name}`] as const,
  ),
  ...["fields", "fee", "capacity"].map((name) => [name, `form.${name}`] as const),
  ...["english.title", "english.what", "english.howToJoin"].map((name) => [name, `form.${name}`] as const),
]

/** The labels of the fields, in their order: for the summary of errors and for setting two versions side by side. */
export const listingLabels = (view: View, form: FormState): Readonly<Record<string, Child>> =>
  Object.fromEntries(named(rowsOf(form)).map(([name, label]) => [name, view.t(`listings:${label}`)]))

/** Everything that can be said, on one page under headings. */
export function ListingFields(props: ListingFieldsProps) {
  return (
    <>
      <WhatSection {...props} />
      <ScheduleFields {...props} />
      <WhereSection {...props} />
      <JoinSection {...props} />
      <MoreSection {...props} />
      <EnglishSection {...props} />
    </>
  )
}

const partsOf = ({ view, form }: ListingFieldsProps) => {
  const label = (name: string) => ({ label: view.t(`listings:form.${name}`) })
  return {
    field: (name: string) => ({ ...fieldsOf(view, form)(name), ...label(name) }),
    boxes: (name: string) => ({ ...boxesOf(view, form)(name), ...label(name) }),
    hint: (name: string) => view.t(`listings:hint.${name}`),
  }
}

function WhatSection(props: ListingFieldsProps) {
  const { view } = props
  const { field, hint } = partsOf(props)
  return (
    <FormSection title={view.t("listings:section.what")}>
      <RadiosField
        {...field("kind")}
        value={field("kind").value || "event"}
        options={ownKinds.map((kind) => ({
          value: kind,
          label: kindOf(view, kind).label,
          hint: view.t(`listings:hint.kind-${kind}`),
        }))}
        required
      />
      <TextField {...field("title")} hint={hint("title")} required />
      <TextField {...field("titleKana")} hint={hint("titleKana")} />
      <TextareaField {...field("what")} hint={hint("what")} rows={6} required />
      <TextareaField {...field("forWhom")} hint={hint("forWhom")} rows={2} />
    </FormSection>
  )
}

function WhereSection(props: ListingFieldsProps) {
  const { view, areas } = props
  const { field, boxes, hint } = partsOf(props)
  const scopes =
    areas.length > 1 ? (["areas", "whole-city", "outside"] as const) : (["whole-city", "outside"] as const)
  return (
    <FormSection title={view.t("web:where")}>
      <TextField {...field("placeName")} hint={hint("placeName")} />
      <TextField {...field("placeAddress")} autocomplete="off" />
      <CheckboxField {...field("online")} value="yes" checked={field("online").value === "yes"} />
      <RadiosField
        {...field("scope")}
        options={scopes.map((scope) => ({ value: scope, label: view.t(`listings:scope.${scope}`) }))}
        hint={hint("scope")}
        required
      />
      {areas.length > 1 && (
        <CheckboxesField
          {...boxes("areas")}
          hint={hint("areas")}
          columns
          options={areas.map((area) => ({ value: area.code, label: ruby(areaRuby(view, area)) }))}
        />
      )}
    </FormSection>
  )
}

function JoinSection(props: ListingFieldsProps) {
  const { view } = props
  const { field, hint } = partsOf(props)
  return (
    <FormSection title={view.t("listings:how-to-join")}>
      <TextareaField {...field("howToJoin")} hint={hint("howToJoin")} rows={4} required />
      <FieldRow>
        <DateField {...field("apply.day")} hint={hint("apply.day")} />
        <TimeField {...field("apply.time")} hint={hint("apply.time")} />
      </FieldRow>
      <TextField {...field("link")} type="url" hint={hint("link")} />
      <TextField {...field("contact")} hint={hint("contact")} />
    </FormSection>
  )
}

function MoreSection(props: ListingFieldsProps) {
  const { view } = props
  const { field, boxes, hint } = partsOf(props)
  return (
    <FormSection title={view.t("listings:section.more")}>
      <FieldChoices {...boxes("fields")} hint={hint("fields")} />
      <TextField {...field("fee")} hint={hint("fee")} />
      <TextField {...field("capacity")} hint={hint("capacity")} />
    </FormSection>
  )
}

function EnglishSection(props: ListingFieldsProps) {
  const { view } = props
  const { field, hint } = partsOf(props)
  return (
    <FormSection title={view.t("listings:section.english")}>
      <TextField {...field("english.title")} hint={hint("english")} lang="en" />
      <TextareaField {...field("english.what")} lang="en" rows={4} />
      <TextareaField {...field("english.howToJoin")} lang="en" rows={3} />
    </FormSection>
  )
}
