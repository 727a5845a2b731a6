import { Card } from "#web/ui/card.tsx"
import type { IconName } from "#web/ui/icon.tsx"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import type { OrganisationSummary } from "../queries/public.ts"
import type { OrganisationKind } from "../schema/form.ts"
import { ConfirmedOn } from "./freshness.tsx"
import { areaNamesRuby, fieldLabel, kindLabel, nameIn } from "./labels.tsx"

const icons: Record<OrganisationKind, IconName> = {
  "civic-group": "people",
  company: "building",
  school: "building",
  council: "people",
  "neighbourhood-association": "home",
  facility: "building",
  other: "people",
}

type OrganisationCardProps = {
  readonly view: View
  readonly organisation: OrganisationSummary
  readonly areas: readonly Area[]
}

/** A group in a list: what it is, where it is, what it is about. */
export function OrganisationCard({ view, organisation, areas }: OrganisationCardProps) {
  const { kind, fields, publicId, mainAreaCode } = organisation
  const name = nameIn(view, organisation)
  return (
    <Card
      view={view}
      href={view.href(`/organisations/${publicId}`)}
      kind={{ label: kindLabel(view, kind), icon: icons[kind] }}
      title={name.text}
      lang={name.lang}
      where={areaNamesRuby(view, areas, [mainAreaCode])}
      traits={fields.slice(0, 3).map((field) => ({ label: fieldLabel(view, field) }))}
      note={<ConfirmedOn view={view} organisation={organisation} />}
      field={fields[0] ?? 20}
    />
  )
}
