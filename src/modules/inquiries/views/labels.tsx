import type { Child } from "#jsx"
import { Tag } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import type { InquiryState } from "../schema.ts"

const kinds = { open: "few", answered: "good", closed: "past" } as const

export function StateTag({ view, state }: { readonly view: View; readonly state: InquiryState }) {
  return <Tag kind={kinds[state]}>{view.t(`inquiries:state.${state}`)}</Tag>
}

/** How soon an answer usually comes; nothing where there is nothing to be said. */
export const speedText = (view: View, days: number | null): Child => {
  if (days === null) return null
  return days === 0 ? view.t("inquiries:speed.same-day") : view.t("inquiries:speed.days", { count: days })
}
