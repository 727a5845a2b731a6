import { typedValue, typedValues, type FormState } from "#web/forms.ts"
import type { ConflictField } from "#web/ui/conflict-panel.tsx"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import { inWords } from "./form-words.ts"
import { listingLabels } from "./listing-fields.tsx"

/** The version that a form carries: the one its texts were made from, also when it comes back with errors. */
export const versionOf = (form: FormState, current: number): number =>
  form.conflict?.version ?? (Number(typedValue(form, "_version")) || current)

/** What somebody else saved beside what was typed, in words instead of codes. */
export const conflictFields = (view: View, form: FormState, areas: readonly Area[]): ConflictField[] => {
  const current = form.conflict?.current ?? {}
  const words = (name: string, values: readonly string[]) =>
    values
      .filter((value) => value !== "")
      .map((value) => inWords(view, areas, name, value))
      .join("、")
  return Object.entries(listingLabels(view, form)).map(([name, label]) => ({
    label,
    mine: words(name, typedValues(form, name)),
    theirs: words(name, (current[name] ?? "").split("、")),
  }))
}
