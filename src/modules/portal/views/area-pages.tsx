import type { Child } from "#jsx"
import type { AreaProfile } from "#kernel/city.ts"
import { type Area, areaLabel, areaRuby, type Body, bodyLabel } from "#modules/places"
import { PublicPage } from "#web/layout/public.tsx"
import { ruby } from "#web/ruby.tsx"
import { ButtonLink, Buttons } from "#web/ui/button.tsx"
import { Chips } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import { AreaMap } from "./area-map.tsx"

type AreasPageProps = {
  readonly view: View
  readonly areas: readonly Area[]
  readonly tiles: readonly AreaProfile[]
  readonly counts: ReadonlyMap<string, number>
}

export const AreasPage = (props: AreasPageProps) => {
  const { view } = props
  return (
    <PublicPage
      view={view}
      title={view.text("portal:areas.title")}
      description={view.text("portal:areas.lead")}
    >
      <h1>{view.t("portal:areas.title")}</h1>
      <p class="lead">{view.t("portal:areas.lead")}</p>
      <AreaMap {...props} />
    </PublicPage>
  )
}

type AreaPageProps = {
  readonly view: View
  readonly area: Area
  readonly areas: readonly Area[]
  readonly office: Body
  /** Slugs of the areas around it. */
  readonly neighbours: readonly string[]
  readonly panels: readonly Child[]
}

export const AreaPage = ({ view, area, areas, office, neighbours, panels }: AreaPageProps) => {
  const name = view.lang === "ja-easy" ? areaRuby(view, area) : areaLabel(view, area)
  const around = areas.filter((each) => neighbours.includes(each.slug))
  return (
    <PublicPage
      view={view}
      title={areaLabel(view, area)}
      description={view.text("portal:areas.find", { area: areaLabel(view, area) })}
      breadcrumbs={[
        { label: view.t("portal:areas.title"), href: view.href("/areas") },
        { label: ruby(name) },
      ]}
    >
      <h1>{ruby(name)}</h1>
      <p>
        {view.t("portal:areas.office")}
        {view.t("web:colon")}
        <span lang={view.lang === "en" ? undefined : "ja"}>{bodyLabel(view, office)}</span>
      </p>
      <Buttons>
        <ButtonLink href={view.href("/listings", { area: area.slug })}>
          {view.t("portal:areas.find", { area: name })}
        </ButtonLink>
        <ButtonLink href={view.href("/organisations", { area: area.slug })} kind="secondary">
          {view.t("portal:areas.groups", { area: name })}
        </ButtonLink>
      </Buttons>
      {panels}
      {around.length > 0 && (
        <section aria-labelledby="neighbours">
          <h2 id="neighbours">{view.t("portal:areas.neighbours")}</h2>
          <Chips
            label={view.text("portal:areas.neighbours")}
            items={around.map((each) => ({
              label: ruby(areaRuby(view, each)),
              href: view.href(`/areas/${each.slug}`),
            }))}
          />
        </section>
      )}
    </PublicPage>
  )
}
