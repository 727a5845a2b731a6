import type { Waiting } from "#web/manifest.ts"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import type { OfficeRow } from "../queries/office.ts"
import type { RegistrationState } from "../schema/registration.ts"
import { areaNames } from "./labels.tsx"

const whats: Partial<Record<RegistrationState, "held" | "incomplete">> = {
  held: "held",
  incomplete: "incomplete",
}

/** A submitted registration in the office's list of what waits. */
export const waitingOf = (view: View, areas: readonly Area[], row: OfficeRow): Waiting => ({
  title: row.name,
  what: view.t(`organisations:waits.${whats[row.state] ?? "what"}`, {
    area: areaNames(view, areas, [row.mainAreaCode]),
  }),
  href: `/staff/registrations/${row.publicId}`,
  since: row.submittedAt ?? view.now,
  dueOn: row.dueOn,
})
