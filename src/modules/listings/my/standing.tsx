import type { Child } from "#jsx"
import type { Actor } from "#kernel/actor.ts"
import { momentText } from "#web/dates.tsx"
import { Button, Buttons } from "#web/ui/button.tsx"
import { Form } from "#web/ui/form.tsx"
import { Notice } from "#web/ui/notice.tsx"
import type { View } from "#web/view.ts"
import { canDoNow } from "../policy.ts"
import type { HistoryEntry } from "../queries/office.ts"
import type { ListingRow } from "../queries/records.ts"

type StandingProps = {
  readonly view: View
  readonly actor: Actor
  readonly row: ListingRow
  readonly history: readonly HistoryEntry[]
}

/** How a listing stands, for its group: what it waits for, what the office said, what can be undone. */
export function Standing(props: StandingProps) {
  const { view, row } = props
  switch (row.state) {
    case "scheduled":
      return (
        <Said
          {...props}
          title={row.publishAt && view.t("listings:life.scheduled", { at: momentText(view, row.publishAt) })}
        >
          <Click {...props} event="take-back" path="take-back" />
        </Said>
      )
    case "submitted":
      return (
        <Said {...props} title={view.t("listings:life.submitted")}>
          <p>{view.t("listings:life.submitted-text")}</p>
          <Click {...props} event="take-back" path="take-back" />
        </Said>
      )
    case "withdrawn":
      return (
        <Said {...props} title={view.t("listings:life.withdrawn")}>
          <p>{view.t("listings:life.withdrawn-text")}</p>
          <Click
            {...props}
            event={row.firstPublishedAt ? "bring-back" : "reopen"}
            path="return-to-public"
            words="bring-back"
          />
        </Said>
      )
    case "hidden":
    case "removed":
    case "suspended":
      return <Said {...props} warning title={view.t(`listings:said.${row.state}`)} />
    case "draft":
      return <Returned {...props} />
    case "published":
      return <Published {...props} />
  }
}

/** A draft that came back: from the office, or because it could not become public at its time. */
function Returned(props: StandingProps) {
  const { view, row, history } = props
  if (!row.publicReason) return null
  const lapsed = history.find(({ event }) => event === "return" || event === "lapse")?.event === "lapse"
  return (
    <Said {...props} warning title={view.t(lapsed ? "listings:life.lapsed" : "listings:life.returned")} />
  )
}

/** activity-publishing.R8: asked, and not yet answered. */
function Published(props: StandingProps) {
  const { view, row } = props
  const { askedAt, updatedAt, confirmedAt } = row
  const asked =
    askedAt !== null &&
    Temporal.Instant.compare(updatedAt, askedAt) <= 0 &&
    (confirmedAt === null || Temporal.Instant.compare(confirmedAt, askedAt) < 0)
  return (
    <>
      {asked && (
        <Said {...props} title={view.t("listings:life.ask")}>
          <p>{view.t("listings:life.ask-text")}</p>
          <Click {...props} event="confirm" path="confirmation" words="confirm" />
        </Said>
      )}
      {row.preApprovedAt && (
        <Notice view={view} kind="success" title={view.t("listings:life.pre-approved")}>
          <p>{view.t("listings:life.pre-approved-text")}</p>
        </Notice>
      )}
    </>
  )
}

type SaidProps = StandingProps & {
  readonly title: Child
  readonly warning?: boolean
  readonly children?: Child
}

function Said({ view, row, title, warning = false, children }: SaidProps) {
  return (
    <Notice view={view} kind={warning ? "warning" : "info"} title={title}>
      {row.publicReason && <p class="timeline-detail">{row.publicReason}</p>}
      {children}
    </Notice>
  )
}

type ClickProps = StandingProps & {
  readonly event: "take-back" | "bring-back" | "reopen" | "confirm"
  readonly path: string
  readonly words?: "take-back" | "bring-back" | "confirm"
}

function Click({ view, actor, row, event, path, words = "take-back" }: ClickProps) {
  if (!canDoNow(actor, event, row)) return null
  return (
    <Form view={view} action={view.href(`/my/listings/${row.publicId}/${path}`)}>
      <Buttons>
        <Button kind="secondary">{view.t(`listings:act.${words}`)}</Button>
      </Buttons>
    </Form>
  )
}
