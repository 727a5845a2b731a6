import { Day } from "#web/dates.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import type { View } from "#web/view.ts"
import { type Area, type Body, bodyLabel } from "#modules/places"
import type { Coming } from "../queries/coming.ts"
import { areasWords, programmeWords } from "./posts.ts"

type ComingProps = {
  readonly view: View
  readonly coming: readonly Coming[]
  readonly names: ReadonlyMap<string, string>
  readonly bodies: readonly Body[]
  readonly areas: readonly Area[]
}

/** What will change by itself, day by day: 1 April at a glance. */
export function ComingList(props: ComingProps) {
  const { view, coming } = props
  if (coming.length === 0)
    return (
      <EmptyState title={view.t("accounts:coming.none")}>{view.t("accounts:coming.none-next")}</EmptyState>
    )
  const days = [...Map.groupBy(coming, (each) => each.day.toString())]
  return (
    <>
      {days.map(([day, changes]) => (
        <section aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>
            <Day view={view} day={Temporal.PlainDate.from(day)} />
          </h2>
          <ul class="coming">
            {changes.map((change) => (
              <ComingLine {...props} change={change} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function ComingLine({ view, change, names, bodies, areas }: ComingProps & { readonly change: Coming }) {
  const body = bodies.find((each) => each.id === change.bodyId)
  const place = [
    body ? bodyLabel(view, body) : "",
    view.text(`accounts:role.${change.role}`),
    programmeWords(view, change.programme),
    areasWords(view, change.areaCodes, areas),
  ].join(view.lang === "en" ? ", " : "・")
  return (
    <li>
      <strong>{view.t(`accounts:coming.${change.what}`)}</strong>{" "}
      <a href={view.href(`/staff/posts/${change.postId}`)}>{names.get(change.accountId) ?? ""}</a> {place}
      {change.accountId !== change.holderId && (
        <> {view.t("accounts:coming.for", { name: names.get(change.holderId) ?? "" })}</>
      )}
    </li>
  )
}
