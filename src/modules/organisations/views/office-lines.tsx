import type { Change, Hit } from "#web/manifest.ts"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import type { OrganisationChange } from "../queries/changes.ts"
import type { FoundOrganisation } from "../queries/lookup.ts"
import { areaNames } from "./labels.tsx"

/** A step of a registration in the office's list of what changed. */
export const changeOf = (view: View, { publicId, name, event, at }: OrganisationChange): Change => ({
  title: name,
  what: view.t(`organisations:event.${event}`),
  href: `/staff/registrations/${publicId}`,
  at,
})

/** A group as an answer of the office's search box. */
export const hitOf = (view: View, areas: readonly Area[], found: FoundOrganisation): Hit => {
  const words = [
    areaNames(view, areas, [found.mainAreaCode]),
    view.text(`organisations:state.${found.state}`),
    found.covered ? (found.receiptNumber ?? "") : "",
  ]
  return {
    title: found.name,
    kind: view.text("organisations:office.hit"),
    detail: words.filter((word) => word !== "").join(view.lang === "en" ? ", " : "・"),
    href: found.covered ? `/staff/registrations/${found.publicId}` : `/organisations/${found.publicId}`,
    ...(found.personal ? { personal: { kind: "organisation", id: found.id } } : {}),
  }
}
