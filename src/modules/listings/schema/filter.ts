import { pageNumber } from "#kernel/paging.ts"
import { readDay } from "#web/day-input.ts"
import { audiences } from "./details.ts"
import { features, type Feature } from "./drawn-out.ts"
import { kinds, type Kind } from "./content.ts"

/** What is over is asked for: by default the list shows what one can still go to. */
export const whens = ["coming", "past", "all"] as const
export const sorts = ["soonest", "newest"] as const

export type Audience = (typeof audiences)[number]

export type FilterArea = { readonly code: string; readonly slug: string; readonly level: "city" | "ward" }

export type ListingFilter = {
  readonly q: string
  readonly kind: Kind | null
  /** The city itself finds everything in it. */
  readonly area: FilterArea | null
  readonly field: number | null
  readonly from: Temporal.PlainDate | null
  readonly to: Temporal.PlainDate | null
  /** Monday is 1. */
  readonly weekdays: readonly number[]
  /** At most so long: 30 finds what takes 30 minutes or less. */
  readonly minutes: number | null
  readonly features: readonly Feature[]
  readonly audience: Audience | null
  readonly hours: Hours | null
  /** By whose clock. */
  readonly zone: string
  /** As it was typed. */
  readonly district: string
  readonly online: boolean
  /** One can still apply. */
  readonly open: boolean
  readonly when: (typeof whens)[number]
  readonly sort: (typeof sorts)[number]
  readonly page: number
}

/** A question of the address, and the names of what in it could not be understood. */
export type Asked = { readonly filter: ListingFilter; readonly ignored: readonly string[] }

/** Parts of a day, by the hour at which something begins. */
export const hours = ["morning", "afternoon", "evening"] as const
export type Hours = (typeof hours)[number]

/** Times that are offered; any other number of minutes is understood too. */
export const offeredMinutes = [30, 60, 120] as const

type Reader = <T>(name: string, read: (value: string) => T | null | undefined) => T | null

/** Nothing in an address is an error: what is not understood is left out, and the page says so. */
export const readFilter = (query: URLSearchParams, areas: readonly FilterArea[], zone: string): Asked => {
  const ignored = new Set<string>()
  const one: Reader = (name, read) => {
    const value = query.get(name)?.trim() ?? ""
    if (value === "") return null
    const found = read(value)
    if (found == null) ignored.add(name)
    return found ?? null
  }
  const among =
    <T extends string>(all: readonly T[]) =>
    (value: string): T | undefined =>
      all.find((each) => each === value)
  const flag = (name: string): boolean => one(name, among(["1"])) !== null
  const from = one("from", readDay)
  const to = one("to", readDay)
  const backwards = from && to && Temporal.PlainDate.compare(from, to) > 0
  if (backwards) ignored.add("to")
  const filter: ListingFilter = {
    q: (query.get("q") ?? "").slice(0, 200).trim(),
    kind: one("kind", among(kinds)),
    area: one("area", (slug) => areas.find((area) => area.slug === slug)),
    field: one("field", (value) => numberUpTo(20, value)),
    from,
    to: backwards ? null : to,
    weekdays: weekdaysOf(query, ignored),
    minutes: one("minutes", (value) => numberUpTo(1440, value)),
    features: featuresOf(query, ignored),
    audience: one("audience", among(audiences)),
    hours: one("time", among(hours)),
    zone,
    district: (query.get("district") ?? "").slice(0, 100).trim(),
    online: flag("online"),
    open: flag("open"),
    when: one("when", among(whens)) ?? "coming",
    sort: one("sort", among(sorts)) ?? "soonest",
    page: pageNumber(query.get("page") ?? undefined),
  }
  return { filter, ignored: [...ignored] }
}

const numberUpTo = (most: number, value: string): number | null => {
  const number = Number(value.normalize("NFKC"))
  return Number.isInteger(number) && number >= 1 && number <= most ? number : null
}

const featuresOf = (query: URLSearchParams, ignored: Set<string>): Feature[] => {
  const typed = new Set(query.getAll("feature").flatMap((value) => value.split(",")))
  const known = features.filter((feature) => typed.has(feature))
  const asked = [...typed].filter((value) => value.trim() !== "")
  if (asked.length > known.length) ignored.add("feature")
  return known
}

const weekdaysOf = (query: URLSearchParams, ignored: Set<string>): number[] => {
  const typed = query.getAll("weekday").flatMap((value) => value.split(","))
  const read = typed.filter((value) => value !== "").map((value) => numberUpTo(7, value))
  if (read.includes(null)) ignored.add("weekday")
  return [...new Set(read.filter((number) => number !== null))].sort((a, b) => a - b)
}

/** A filter as the parameters of an address; what is as usual is left out. */
export const queryOf = (filter: ListingFilter): Record<string, string | undefined> => ({
  q: filter.q || undefined,
  kind: filter.kind ?? undefined,
  area: filter.area?.slug,
  field: filter.field?.toString(),
  from: filter.from?.toString(),
  to: filter.to?.toString(),
  weekday: filter.weekdays.join(",") || undefined,
  minutes: filter.minutes?.toString(),
  feature: filter.features.join(",") || undefined,
  audience: filter.audience ?? undefined,
  time: filter.hours ?? undefined,
  district: filter.district || undefined,
  online: filter.online ? "1" : undefined,
  open: filter.open ? "1" : undefined,
  when: filter.when === "coming" ? undefined : filter.when,
  sort: filter.sort === "soonest" ? undefined : filter.sort,
})
