import type { Waiting } from "#web/manifest.ts"
import type { View } from "#web/view.ts"
import type { LifeWait } from "../queries/life-waits.ts"

const hrefOf = ({ kind, id, publicId }: LifeWait): string =>
  kind === "request" ? `/staff/change-requests/${id}` : `/staff/organisations/${publicId}/members`

/** A group without anybody, an objection, a proposed correction: in the office's list of what waits. */
export const lifeWaitOf = (view: View, wait: LifeWait): Waiting => ({
  title: wait.name,
  what: view.t(`organisations:waits.${wait.kind}`),
  href: hrefOf(wait),
  since: wait.since,
  dueOn: null,
})

export const staleWaitOf = (
  view: View,
  { count, since }: { readonly count: number; readonly since: Temporal.Instant | null },
): Waiting[] =>
  count === 0 || !since
    ? []
    : [
        {
          title: view.text("organisations:stale.title"),
          what: view.t("organisations:waits.stale", { count }),
          href: "/staff/organisations/stale",
          since,
          dueOn: null,
        },
      ]
