import { Day } from "#web/dates.tsx"
import { Notice } from "#web/ui/notice.tsx"
import type { View } from "#web/view.ts"

type Confirmed = { readonly confirmedAt: Temporal.Instant | null }

type Confirmable = { readonly view: View; readonly organisation: Confirmed & { readonly publicId: string } }

/** "Last confirmed on". */
export function ConfirmedOn({ view, organisation: { confirmedAt } }: Confirmable) {
  if (!confirmedAt) return null
  return (
    <>
      {view.t("organisations:fresh.confirmed")}
      {view.t("web:colon")}
      <Day view={view} day={confirmedAt.toZonedDateTimeISO(view.zone).toPlainDate()} near={false} />
    </>
  )
}

/** The same, with the way to say that it is not right any more. */
export function ConfirmedLine({ view, organisation }: Confirmable) {
  return (
    <p class="confirmed-line">
      <span>
        <ConfirmedOn view={view} organisation={organisation} />
      </span>
      <a href={view.href(`/organisations/${organisation.publicId}/outdated`)}>
        {view.t("organisations:request.title")}
      </a>
    </p>
  )
}

/** civic-portal.R6: out of the lists, still reachable, and said so. */
export function StaleNotice({ view }: { readonly view: View }) {
  return (
    <Notice view={view} kind="warning" title={view.t("organisations:fresh.stale")}>
      <p>{view.t("organisations:fresh.stale-next")}</p>
    </Notice>
  )
}
