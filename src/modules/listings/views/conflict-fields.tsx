import { typedValue, typedValues, type FormState } from "#web/forms.ts"
import { plainRuby } from "#web/ruby.tsx"
import type { ConflictField } from "#web/ui/conflict-panel.tsx"
import type { View } from "#web/view.ts"
import { fieldText } from "#modules/organisations"
import { areaLabel, type Area } from "#modules/places"
import { kinds, scopes } from "../schema/content.ts"
import { repeats } from "../schema/schedule.ts"
import { ways } from "../schema/schedule-form.ts"
import { listingLabels } from "./listing-fields.tsx"
import { weekdaysText } from "./rule-text.ts"

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

/** Fields whose values are codes, and the messages that say them. What was not asked for may hold anything typed. */
const coded: Readonly<Record<string, { readonly key: string; readonly codes: readonly string[] }>> = {
  kind: { key: "kind", codes: kinds },
  scope: { key: "scope", codes: scopes },
  "schedule.way": { key: "way", codes: ways },
  "schedule.rule.repeat": { key: "repeat", codes: repeats },
}

const inWords = (view: View, areas: readonly Area[], name: string, value: string): string => {
  const code = coded[name]
  if (code) return code.codes.includes(value) ? view.text(`listings:${code.key}.${value}`) : value
  if (name === "fields") return fieldText(view, Number(value))
  if (name === "schedule.rule.weekdays") return plainRuby(weekdaysText(view.lang, [Number(value)]))
  if (name === "online") return view.text("listings:trait.online")
  const area = name === "areas" ? areas.find(({ code }) => code === value) : undefined
  return area ? areaLabel(view, area) : value
}
