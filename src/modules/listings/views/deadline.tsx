import { today } from "#web/dates.tsx"
import { dayText, timeText } from "#web/day-text.ts"
import type { View } from "#web/view.ts"
import { deadlineOf, startOf } from "../schema/typed.ts"
import { deadlineText } from "./when.tsx"

type Bounds = { readonly applyFrom: Temporal.Instant | null; readonly applyBy: Temporal.Instant | null }

/** Days from which on a deadline hurries. */
const soon = 3
/** Further off, nobody counts days. */
const near = 60

/** How many days are left; on the last one it says so. */
export const daysLeft = (view: View, applyBy: Temporal.Instant): number =>
  today(view).until(deadlineOf(applyBy, view.zone).day, { largestUnit: "days" }).days

export const isClosed = (view: View, { applyBy }: Pick<Bounds, "applyBy">): boolean =>
  applyBy !== null && Temporal.Instant.compare(applyBy, view.now) <= 0

export const isNotYetOpen = (view: View, { applyFrom }: Pick<Bounds, "applyFrom">): boolean =>
  applyFrom !== null && Temporal.Instant.compare(applyFrom, view.now) > 0

export const hurries = (view: View, bounds: Bounds): boolean =>
  bounds.applyBy !== null && !isNotYetOpen(view, bounds) && daysLeft(view, bounds.applyBy) <= soon

type DeadlineProps = Bounds & {
  readonly view: View
  /** A sheet hangs for weeks: the days that are left would be wrong the next morning. */
  readonly onPaper?: boolean
}

/** civic-portal.U2: until when one can apply and how many days are left; that it is over; or from when on. */
export function Deadline({ view, onPaper, ...bounds }: DeadlineProps) {
  const { applyFrom, applyBy } = bounds
  if (isClosed(view, bounds)) return <strong>{view.t("listings:closed")}</strong>
  const from = isNotYetOpen(view, bounds) && applyFrom && startText(view, applyFrom)
  return (
    <>
      {from && view.t("listings:apply-from", { day: from })}
      {from && applyBy && <br />}
      {applyBy && view.t("listings:apply-by", { day: deadlineText(view, applyBy) })}
      {applyBy && !from && !onPaper && <Left view={view} applyBy={applyBy} />}
    </>
  )
}

function Left({ view, applyBy }: { readonly view: View; readonly applyBy: Temporal.Instant }) {
  const count = daysLeft(view, applyBy)
  if (count > near) return null
  return (
    <>
      {" "}
      <span class="days-left">
        {count === 0 ? view.t("listings:last-day") : view.t("listings:days-left", { count })}
      </span>
    </>
  )
}

/** The first day on which one can apply, in the notation of web/ruby.tsx. */
const startText = (view: View, applyFrom: Temporal.Instant): string => {
  const { day, time } = startOf(applyFrom.toString(), view.zone)
  const words = dayText(view.lang, day, { year: day.year !== today(view).year })
  return time ? `${words} ${timeText(view.lang, time)}` : words
}
