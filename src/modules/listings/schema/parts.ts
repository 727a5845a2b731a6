import { ownKinds, type Kind } from "./content.ts"
import { applyWays } from "./details.ts"

// What each kind asks for: the form shows nothing else, and nothing else is looked at.

const gatherings = ["event", "volunteer", "meeting"] as const
const joinable = [...gatherings, "support"] as const

type Part = { readonly kinds: readonly Kind[]; readonly fields: readonly string[] }

/** Parts of the form with the kinds that ask for them, in the order of the page. */
export const parts = {
  scheme: { kinds: ["support"], fields: ["provider", "target", "amount"] },
  theme: { kinds: ["meeting"], fields: ["theme"] },
  when: { kinds: gatherings, fields: ["schedule"] },
  place: {
    kinds: gatherings,
    fields: [
      ...["placeName", "placeAddress", "station", "stationMinutes"],
      ...["online", "joinAddress", "joinAddressShown"],
    ],
  },
  until: { kinds: joinable, fields: ["apply.day", "apply.time"] },
  how: {
    kinds: joinable,
    fields: [
      ...["howToJoin", "english.howToJoin", "applyFrom.day", "applyFrom.time"],
      ...["byPhone", "byFax", "byPostcard", "byCounter", "byMail", "byForm"],
    ],
  },
  entry: { kinds: gatherings, fields: ["entry"] },
  choice: { kinds: joinable, fields: ["choice"] },
  seats: { kinds: gatherings, fields: ["capacity", "capacityNumber"] },
  cost: { kinds: gatherings, fields: ["fee", "feeYen", "reward", "insurer", "insurancePlan"] },
  bring: { kinds: gatherings, fields: ["ageFrom", "ageTo", "bring", "wear", "rain"] },
  care: { kinds: gatherings, fields: ["care", "careNote"] },
  find: { kinds: gatherings, fields: ["minutes", "welcome", "skills", "languages"] },
  with: { kinds: gatherings, fields: ["coHosts", "supporters"] },
} as const satisfies Readonly<Record<string, Part>>

export type PartName = keyof typeof parts

export const asks = (kind: Kind, part: PartName): boolean =>
  (parts[part].kinds as readonly Kind[]).includes(kind)

/** The kinds that do not ask for a part, as the form's style sheet reads them. */
export const notAskedBy = (part: PartName): string =>
  [...ownKinds, "support" as const].filter((kind) => !asks(kind, part)).join(" ")

/** Where nobody has to apply, the form asks neither how nor until when. */
const applying = [...applyWays, "applyFrom.day", "applyFrom.time", "apply.day", "apply.time"]

const isOpenToAll = (kind: Kind, entry: unknown): boolean =>
  asks(kind, "entry") && (entry === "none" || entry === "walk-in")

/** What was typed for another kind before this one was chosen is left out. */
export const onlyAsked = (flat: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const kind = flat["kind"] as Kind
  const left = new Set([
    ...Object.values(parts as Readonly<Record<string, Part>>)
      .filter(({ kinds }) => !kinds.includes(kind))
      .flatMap(({ fields }) => fields),
    ...(isOpenToAll(kind, flat["entry"]) ? applying : []),
    ...(flat["online"] === "yes" ? [] : ["joinAddress"]),
  ])
  const undated = left.has("schedule")
  const kept = Object.entries(flat).filter(
    ([name]) => !left.has(name) && !(undated && name.startsWith("schedule.")),
  )
  return { ...Object.fromEntries(kept), ...(undated ? { "schedule.way": "any-time" } : {}) }
}
