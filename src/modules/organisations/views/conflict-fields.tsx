import { typedValue, typedValues, type FormState } from "#web/forms.ts"
import type { ConflictField } from "#web/ui/conflict-panel.tsx"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import { emptyProfile, profileFields, type ProfileField } from "../schema/form.ts"
import { mostRows } from "../schema/rows.ts"
import { areaNames, fieldText } from "./labels.tsx"
import { mainAreaText } from "./profile-facts.tsx"
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

const mineOf = (form: FormState, field: ProfileField): string => {
  if (field === "links" || field === "recognitions") return typedRows(form, field)
  if (field === "districts") return typedValue(form, field).replaceAll(/\s*\n\s*/g, "、")
  return Array.isArray(emptyProfile[field]) ? typedValues(form, field).join(",") : typedValue(form, field)
}

/** One line a row, as texts of a saved profile have it. */
const typedRows = (form: FormState, list: "links" | "recognitions"): string =>
  Array.from({ length: mostRows }, (_, row) => {
    const part = (name: string) => typedValue(form, `${list}.${row}.${name}`)
    const by = part("by")
    const parts =
      list === "links"
        ? [part("label"), part("url")]
        : [part("year"), part("name"), by && `（${by}）`, part("evidence")]
    return parts.filter((text) => text !== "").join(" ")
  })
    .filter((line) => line !== "")
    .join("\n")

/** A stored value as people read it. */
export const inWords = (view: View, areas: readonly Area[], field: ProfileField, value: string): string => {
  if (value === "") return ""
  const each = value.split(",")
  const list = (words: (one: string) => string): string =>
    each.map(words).join(view.lang === "en" ? ", " : "、")
  if (field === "kind") return view.text(`organisations:kind.${value}`)
  if (field === "legalForm") return view.text(`organisations:legal-form.${value}`)
  if (field === "size") return view.text(`organisations:size.${value}`)
  if (field === "mainArea") return mainAreaText(view, areas, value)
  if (field === "areas") return areaNames(view, areas, each)
  if (field === "fields") return list((number) => fieldText(view, Number(number)))
  if (field === "shown") return list((item) => view.text(`organisations:item.${item}`))
  return value
}
