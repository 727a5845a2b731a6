import type { Content } from "../schema/content.ts"
import type { Details } from "../schema/details.ts"
import type { Rule, Schedule } from "../schema/schedule.ts"

/** Something that a group of the demo world published. */
export type DemoListing = {
  /** Key of the demo person who publishes, and how the name of the group begins or goes on. */
  readonly person: string
  readonly group: string
  /** The day of the publication, or how many days before today. */
  readonly on: string | number
  readonly content: (today: Temporal.PlainDate) => Said
  readonly draft?: true
  /** Hidden by the office, with this reason. */
  readonly hidden?: string
}

type Said = Partial<Omit<Content, "areaCodes" | "details">> &
  Pick<Content, "title" | "titleKana" | "what" | "howToJoin" | "schedule" | "fields"> & {
    /** Slugs; without any it is for the whole city. */
    readonly areas?: readonly string[]
    readonly details?: Partial<Details>
  }

type Times = { readonly start?: string; readonly end?: string }

const times = (text: string): Times => {
  const [start, end] = text.split("-")
  return { ...(start ? { start } : {}), ...(end ? { end } : {}) }
}

/** One day, or several in a row, such as `once("2026-05-01", "10:00-12:00")`. */
export const once = (first: string | Temporal.PlainDate, at: string, last = first): Schedule => ({
  kind: "dates",
  dates: [{ first: first.toString(), last: last.toString(), ...times(at) }],
})

export const days = (all: readonly Temporal.PlainDate[], at: string): Schedule => ({
  kind: "dates",
  dates: all.map((day) => ({ first: day.toString(), last: day.toString(), ...times(at) })),
})

export const repeated = (
  first: string | Temporal.PlainDate,
  at: string,
  rule: Pick<Rule, "repeat"> & Partial<Rule>,
): Schedule => ({
  kind: "rule",
  first: first.toString(),
  ...times(at),
  interval: 1,
  except: [],
  extra: [],
  ...rule,
})
