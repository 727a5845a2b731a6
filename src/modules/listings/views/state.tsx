import { Tag } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import type { ListingState } from "../schema/workflow.ts"

const looks: Record<ListingState, "plain" | "good" | "past" | "alert"> = {
  draft: "plain",
  submitted: "plain",
  scheduled: "plain",
  published: "good",
  suspended: "alert",
  hidden: "alert",
  removed: "alert",
  withdrawn: "past",
}

export function StateTag({ view, state }: { readonly view: View; readonly state: ListingState }) {
  return <Tag kind={looks[state]}>{view.t(`listings:state.${state}`)}</Tag>
}

/** The office answered, and it is the group's turn. */
export function OfficeSpoke({ view }: { readonly view: View }) {
  return (
    <Tag kind="first" icon="mail">
      {view.t("listings:own.office-spoke")}
    </Tag>
  )
}
