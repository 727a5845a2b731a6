import { typedValue, typedValues, type FormState } from "#web/forms.ts"
import type { ConflictField } from "#web/ui/conflict-panel.tsx"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import { profileFields, type ProfileField } from "../schema/form.ts"
import { areaNames, fieldText } from "./labels.tsx"
import { profileLabels } from "./profile-fields.tsx"

/**
 * The version that a form carries: the one its texts were made from, also when it comes back with errors, so that what
 * somebody else saved in between is not overwritten unseen.
 */
export const versionOf = (form: FormState, current: number): number =>
  form.conflict?.version ?? (Number(typedValue(form, "_version")) || current)

/** What somebody else saved beside what was typed, in words instead of codes. */
export const conflictFields = (view: View, form: FormState, areas: readonly Area[]): ConflictField[] => {
  const labels = profileLabels(view)
  const words = (field: ProfileField, value: string) => inWords(view, areas, field, value)
  return profileFields.map((field) => ({
    label: labels[field],
    mine: words(field, mineOf(form, field)),
    theirs: words(field, form.conflict?.current[field] ?? ""),
  }))
}

const mineOf = (form: FormState, field: ProfileField): string =>
  field === "areas" || field === "fields" ? typedValues(form, field).join(",") : typedValue(form, field)

const inWords = (view: View, areas: readonly Area[], field: ProfileField, value: string): string => {
  if (value === "") return ""
  if (field === "kind") return view.text(`organisations:kind.${value}`)
  if (field === "mainArea" || field === "areas") return areaNames(view, areas, value.split(","))
  if (field === "fields")
    return value
      .split(",")
      .map((each) => fieldText(view, Number(each)))
      .join("、")
  return field === "contactPublic" ? view.text("organisations:yes") : value
}
