import type { FieldErrors } from "#kernel/errors.ts"
import { applyWays, type Details } from "./details.ts"
import type { Schedule } from "./schedule.ts"

export const kinds = ["event", "volunteer", "meeting", "support", "news"] as const
export type Kind = (typeof kinds)[number]

/** What a group publishes by itself. */
export const ownKinds = ["event", "volunteer", "meeting", "news"] as const satisfies readonly Kind[]
export const isOwnKind = (kind: Kind): boolean => (ownKinds as readonly Kind[]).includes(kind)

/** What takes place on days. Of the others only the deadline is known, or nothing. */
export const takesPlace = (kind: Kind): boolean => kind !== "support" && kind !== "news"

/** Where a listing is for. Said, never guessed: `unknown` until somebody says it. */
export const scopes = ["whole-city", "areas", "outside", "unknown"] as const
export type Scope = (typeof scopes)[number]

/** What is said in a listing. */
export type Content = {
  readonly kind: Kind
  readonly title: string
  readonly titleKana: string
  readonly what: string
  readonly forWhom: string
  readonly howToJoin: string
  readonly placeName: string
  readonly placeAddress: string
  readonly online: boolean
  readonly fee: string
  readonly capacity: string
  readonly contact: string
  readonly link: string
  /** From this instant on nobody can apply any more. */
  readonly applyBy: Temporal.Instant | null
  readonly scope: Scope
  /** Codes; only where the scope is `areas`. */
  readonly areaCodes: readonly string[]
  readonly fields: readonly number[]
  readonly schedule: Schedule
  readonly details: Details
  readonly english: Readonly<Record<TranslatedField, string>>
}

/** Where a listing came from that its group did not write here. */
export type Origin = {
  readonly profile: string
  readonly key: string
  readonly hash: string
  /** The dates in the words of the source. */
  readonly scheduleText: string
  /** How to apply in the words of the source. */
  readonly applyText: string
  /** Why somebody should look at it, as short names such as `weekday`. */
  readonly lookAt: readonly string[]
  readonly sourceUrl: string
  readonly credit: string
  readonly licence: string
  readonly position?: { readonly latitude: number; readonly longitude: number }
}

/** What may be given in English too. */
export const translatedFields = ["title", "what", "howToJoin"] as const
export type TranslatedField = (typeof translatedFields)[number]

/** activity-publishing.R4: whoever reads it knows what is done and how to join. News have nothing to join. */
const essential = ({ kind, what, howToJoin }: Content): FieldErrors => ({
  ...(what === "" ? { what: "web:error.required" } : {}),
  ...(howToJoin === "" && kind !== "news" ? { howToJoin: "listings:error.how-to-join" } : {}),
})

/** What takes place needs days and somewhere to go. */
const whenAndWhere = ({ kind, schedule, online, placeName }: Content): FieldErrors => {
  if (!takesPlace(kind)) return {}
  const undated = schedule.kind === "dates" && schedule.dates.length === 0
  return {
    ...(undated ? { "schedule.dates.0.first": "listings:error.dates" } : {}),
    ...(placeName === "" && !online ? { placeName: "listings:error.place" } : {}),
  }
}

/** Who has to apply is told by which way; who need not cannot be drawn by lot. */
const application = ({ kind, link, details }: Content): FieldErrors => {
  const { entry, choice } = details
  const applies = kind === "support" || entry === "apply"
  const noWay = link === "" && applyWays.every((way) => details[way] === "")
  const chosen = choice === "lottery" || choice === "selection"
  return {
    ...(applies && noWay ? { byPhone: "listings:error.apply-way" } : {}),
    ...(chosen && (entry === "none" || entry === "walk-in")
      ? { choice: "listings:error.choice-without" }
      : {}),
  }
}

/** civic-portal.U2: whose scheme it is, whom it is for and what one gets. */
const scheme = ({ kind, details }: Content): FieldErrors =>
  kind === "support"
    ? Object.fromEntries(
        (["provider", "target", "amount"] as const)
          .filter((name) => details[name] === "")
          .map((name) => [name, "web:error.required"]),
      )
    : {}

/** What is still missing before it may be published, by field. Another office's item cannot be asked for more. */
export const missing = (content: Content, imported: boolean): FieldErrors => {
  if (imported) return essential(content)
  const { scope, areaCodes, fields } = content
  return {
    ...essential(content),
    ...scheme(content),
    ...whenAndWhere(content),
    ...application(content),
    ...(scope === "unknown" ? { scope: "listings:error.scope" } : {}),
    ...(scope === "areas" && areaCodes.length === 0 ? { areas: "listings:error.areas" } : {}),
    ...(fields.length === 0 ? { fields: "listings:error.fields" } : {}),
  }
}
