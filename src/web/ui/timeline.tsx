import type { Child } from "#jsx"
import { Moment } from "#web/dates.tsx"
import type { View } from "#web/view.ts"
import { Icon, type IconName } from "./icon.tsx"

export type TimelineEntry = {
  readonly at: Temporal.Instant
  readonly what: Child
  /** The person and the hat they wore. */
  readonly who?: Child
  /** A reason, a note, in the words that were written. */
  readonly detail?: Child
  readonly icon?: IconName
}

type TimelineProps = {
  readonly view: View
  readonly label: string
  readonly entries: readonly TimelineEntry[]
}

/** What happened to a record, newest first. */
export function Timeline({ view, label, entries }: TimelineProps) {
  return (
    <ol class="timeline" aria-label={label}>
      {entries.map(({ at, what, who, detail, icon = "history" }) => (
        <li class="timeline-entry">
          <span class="timeline-mark">
            <Icon name={icon} />
          </span>
          <p class="timeline-what">{what}</p>
          <p class="timeline-when">
            <Moment view={view} at={at} />
            {who && <span class="timeline-who">{who}</span>}
          </p>
          {detail && <div class="timeline-detail">{detail}</div>}
        </li>
      ))}
    </ol>
  )
}
