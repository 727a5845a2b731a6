import { kinds, type Kind } from "./content.ts"

/** What is over is asked for: by default the list shows what one can still go to. */
export const whens = ["coming", "past", "all"] as const
export const sorts = ["soonest", "newest"] as const

export type ListingFilter = {
  readonly q: string
  readonly kind: Kind | null
  /** The code of an area; the city itself finds everything in it. */
  readonly area: { readonly code: string; readonly level: "city" | "ward" } | null
  readonly field: number | null
  readonly from: Temporal.PlainDate | null
  readonly to: Temporal.PlainDate | null
  /** Monday is 1. */
  readonly weekdays: readonly number[]
  readonly online: boolean
  /** One can still apply. */
  readonly open: boolean
  readonly when: (typeof whens)[number]
  readonly sort: (typeof sorts)[number]
  readonly page: number
}

export const noFilter: ListingFilter = {
  q: "",
  kind: null,
  area: null,
  field: null,
  from: null,
  to: null,
  weekdays: [],
  online: false,
  open: false,
  when: "coming",
  sort: "soonest",
  page: 1,
}

export const isKind = (value: string): value is Kind => kinds.some((kind) => kind === value)
