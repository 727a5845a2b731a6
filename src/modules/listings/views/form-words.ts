import { plainRuby } from "#web/ruby.tsx"
import type { View } from "#web/view.ts"
import { fieldText } from "#modules/organisations"
import { areaLabel, type Area } from "#modules/places"
import { kinds, scopes } from "../schema/content.ts"
import {
  audiences,
  cares,
  choices,
  entries,
  insurers,
  languages,
  shownTo,
  welcomes,
} from "../schema/details.ts"
import { repeats } from "../schema/schedule.ts"
import { ways } from "../schema/schedule-form.ts"
import { weekdaysText } from "./rule-text.ts"

/** Fields whose values are codes, and the messages that say them. What was not asked for may hold anything typed. */
const coded: Readonly<Record<string, { readonly key: string; readonly codes: readonly string[] }>> = {
  kind: { key: "kind", codes: kinds },
  scope: { key: "scope", codes: scopes },
  "schedule.way": { key: "way", codes: ways },
  "schedule.rule.repeat": { key: "repeat", codes: repeats },
  entry: { key: "entry", codes: entries },
  choice: { key: "choice", codes: choices },
  insurer: { key: "insurer", codes: insurers },
  joinAddressShown: { key: "shown-to", codes: shownTo },
  welcome: { key: "feature", codes: welcomes },
  care: { key: "feature", codes: cares },
  languages: { key: "language", codes: languages },
  audiences: { key: "audience", codes: audiences },
}

/** A value as somebody who reads the form would say it. */
export const inWords = (view: View, areas: readonly Area[], name: string, value: string): string => {
  const code = coded[name]
  if (code) return code.codes.includes(value) ? view.text(`listings:${code.key}.${value}`) : value
  if (name === "fields") return fieldText(view, Number(value))
  if (name === "schedule.rule.weekdays") return plainRuby(weekdaysText(view.lang, [Number(value)]))
  if (name === "noIndex") return view.text("listings:publication.no-index")
  if (name === "online") return view.text("listings:trait.online")
  const area = name === "areas" ? areas.find(({ code: each }) => each === value) : undefined
  return area ? areaLabel(view, area) : value
}
