import type { Content } from "./content.ts"
import type { Schedule } from "./schedule.ts"
import { changesBetween, typedOf } from "./typed.ts"

/** One date that was called off, postponed, moved or put back. */
export type DateChange = {
  readonly change: "cancelled" | "postponed" | "moved" | "planned"
  readonly day: string
  readonly time: string
  /** Where it was moved. */
  readonly toDay?: string
  readonly toTime?: string
}

/** What changed in public: texts by the name of the field, old and new; the schedule as a whole; single dates. */
export type RecordedChanges = {
  readonly texts: Readonly<Record<string, readonly [string, string]>>
  readonly schedule?: readonly [Schedule, Schedule]
  readonly dates?: readonly DateChange[]
  readonly reason?: string
}

/** Nobody reads these, or not everybody may: an address to join by is for those who join. */
const silent = new Set(["titleKana", "joinAddress", "joinAddressShown", "media"])

/** The difference that readers are shown; nothing where nothing of it is shown. */
export const publicChanges = (before: Content, after: Content, zone: string): RecordedChanges | null => {
  const all = changesBetween(typedOf(before, zone), typedOf(after, zone))
  const texts = Object.fromEntries(
    Object.entries(all).filter(([name]) => !name.startsWith("schedule.") && !silent.has(name)),
  )
  const sameDates = JSON.stringify(before.schedule) === JSON.stringify(after.schedule)
  if (sameDates && Object.keys(texts).length === 0) return null
  return { texts, ...(sameDates ? {} : { schedule: [before.schedule, after.schedule] as const }) }
}
