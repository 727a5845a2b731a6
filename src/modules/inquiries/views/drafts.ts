import type { View } from "#web/view.ts"
import type { Template } from "../queries/templates.ts"
import type { Thread } from "../queries/thread.ts"

/** A text to begin an answer with: the group's own, then those that come with the program. */
export type Draft = { readonly id: string; readonly title: string; readonly body: string }

const shipped = ["thanks", "details", "later", "full"] as const

export const draftsFor = (view: View, { record, group }: Thread, own: readonly Template[]): Draft[] => [
  ...own,
  ...shipped.map((name) => ({
    id: name,
    title: view.text(`inquiries:shipped.${name}.title`),
    body: view.text(`inquiries:shipped.${name}.body`, { name: record.askerName, group: group.name }),
  })),
]
