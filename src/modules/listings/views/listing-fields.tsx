import type { Child } from "#jsx"
import type { FormState } from "#web/forms.ts"
import { RadiosField } from "#web/ui/choice-fields.tsx"
import { FormSection } from "#web/ui/form.tsx"
import { TextareaField, TextField } from "#web/ui/text-field.tsx"
import type { View } from "#web/view.ts"
import { ownKinds } from "../schema/content.ts"
import { FoldedSection } from "./fold-fields.tsx"
import { Asked, Line, partsOf, type ListingFieldsProps } from "./form-parts.tsx"
import { JoinSection } from "./join-fields.tsx"
import { kindOf } from "./labels.tsx"
import { PlaceSection } from "./place-fields.tsx"
import { changeLabels } from "./change-fields.tsx"
import { rowsOf, ScheduleFields } from "./schedule-fields.tsx"

export type { ListingFieldsProps } from "./form-parts.tsx"

const rule = ["first", "start", "end", "repeat", "interval", "weekdays", "until", "count", "except", "extra"]

/** Names of the fields in the order of the page; the message that labels each is `form.` and its name. */
const before = ["kind", "title", "titleKana", "what", "forWhom", "provider", "target", "amount", "theme"]
const after = [
  ...["placeName", "placeAddress", "station", "stationMinutes", "online", "joinAddress", "joinAddressShown"],
  ...["howToJoin", "entry", "byPhone", "byFax", "byMail", "byForm", "byPostcard", "byCounter"],
  ...["applyFrom.day", "applyFrom.time", "apply.day", "apply.time", "choice", "capacityNumber", "capacity"],
  ...["contact", "link", "scope", "areas", "districts", "fields"],
  ...["welcome", "minutes", "skills", "languages", "feeYen", "fee", "reward", "insurer", "insurancePlan"],
  ...["ageFrom", "ageTo", "bring", "wear", "rain", "care", "careNote"],
  ...["audiences", "coHosts", "supporters", "media"],
  ...["english.title", "english.what", "english.howToJoin"],
]

const named = (rows: number): readonly (readonly [name: string, label: string])[] => [
  ...before.map((name) => [name, `form.${name}`] as const),
  ["schedule.way", "form.schedule.way"],
  ...Array.from({ length: rows }, (_, row) =>
    ["first", "start", "end", "last"].map(
      (part) => [`schedule.dates.${row}.${part}`, `form.schedule.${part}`] as const,
    ),
  ).flat(),
  ...rule.map(
    (part) => [`schedule.rule.${part}`, `form.schedule.${part === "first" ? "rule-first" : part}`] as const,
  ),
  ...after.map((name) => [name, `form.${name}`] as const),
]

/** The labels of the fields, in their order: for the summary of errors and for setting two versions side by side. */
export const listingLabels = (view: View, form: FormState): Readonly<Record<string, Child>> => ({
  ...Object.fromEntries(named(rowsOf(form)).map(([name, label]) => [name, view.t(`listings:${label}`)])),
  ...changeLabels(view, form),
})

/** Kind first, then only what that kind asks; what can be left out is folded. */
export function ListingFields(props: ListingFieldsProps) {
  const { view, form } = props
  return (
    <>
      <WhatSection {...props} />
      <Asked part="when">
        <ScheduleFields view={view} form={form} />
      </Asked>
      <PlaceSection {...props} />
      <JoinSection {...props} />
      <FoldedSection {...props} />
    </>
  )
}

function WhatSection(props: ListingFieldsProps) {
  const { view, kinds = ownKinds } = props
  const { field, hint } = partsOf(props)
  return (
    <FormSection title={view.t("listings:section.what")}>
      <RadiosField
        {...field("kind")}
        value={field("kind").value || (kinds[0] ?? "event")}
        options={kinds.map((kind) => ({
          value: kind,
          label: kindOf(view, kind).label,
          hint: view.t(`listings:hint.kind-${kind}`),
        }))}
        required
      />
      <TextField {...field("title")} hint={hint("title")} required />
      <TextareaField {...field("what")} hint={hint("what")} rows={6} required />
      <TextareaField {...field("forWhom")} hint={hint("forWhom")} rows={2} />
      {kinds.includes("support") && <SchemeFields {...props} />}
      <Asked part="theme">
        <Line all={props} name="theme" />
      </Asked>
    </FormSection>
  )
}

/** Whose scheme, for whom, and what one gets. */
function SchemeFields(props: ListingFieldsProps) {
  const { field, hint } = partsOf(props)
  return (
    <Asked part="scheme">
      <TextField {...field("provider")} hint={hint("provider")} required />
      <TextareaField {...field("target")} hint={hint("target")} rows={3} required />
      <TextareaField {...field("amount")} hint={hint("amount")} rows={2} required />
    </Asked>
  )
}
