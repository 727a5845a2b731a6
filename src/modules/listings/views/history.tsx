import { Timeline } from "#web/ui/timeline.tsx"
import type { View } from "#web/view.ts"
import type { HistoryEntry } from "../queries/office.ts"

type HistoryProps = {
  readonly view: View
  readonly entries: readonly HistoryEntry[]
  /** Names of people, by account; the group does not read those of officers. */
  readonly names: ReadonlyMap<string, string>
}

/** What happened to a listing, newest first. */
export function History({ view, entries, names }: HistoryProps) {
  return (
    <Timeline
      view={view}
      label={view.text("listings:history.title")}
      entries={entries.map(({ at, event, hat, accountId, reason }) => ({
        at,
        what: view.t(`listings:event.${event}`),
        who: whoOf(view, hat, names.get(accountId ?? "")),
        detail: reason,
      }))}
    />
  )
}

/** The hat that was worn, and the person where the reader may know. */
const whoOf = (view: View, hat: string, name: string | undefined): string => {
  const words = view.text(`listings:hat.${hat.split(":")[0]}`)
  return name ? `${name}（${words}）` : words
}
