import type { Child } from "#jsx"
import type { AreaProfile } from "#kernel/city.ts"
import type { Area } from "#modules/places"
import { areaLabel } from "#modules/places"
import type { getFigure } from "#modules/statistics"
import { today } from "#web/dates.tsx"
import { dayText } from "#web/day-text.ts"
import { PublicPage } from "#web/layout/public.tsx"
import { ButtonLink, Buttons } from "#web/ui/button.tsx"
import { FigureTile, FigureTiles } from "#web/ui/figure-tile.tsx"
import { Hero } from "#web/ui/hero.tsx"
import { Phrase } from "#web/ui/phrase.tsx"
import { SearchLine } from "#web/ui/search-line.tsx"
import { Section } from "#web/ui/section.tsx"
import { Chips } from "#web/ui/tag.tsx"
import { WeekStrip } from "#web/ui/week-strip.tsx"
import type { View } from "#web/view.ts"
import { AreaMap } from "./area-map.tsx"

type FrontPageProps = {
  readonly view: View
  readonly areas: readonly Area[]
  readonly tiles: readonly AreaProfile[]
  readonly counts: ReadonlyMap<string, number>
  readonly week: ReadonlyMap<string, number>
  readonly panels: readonly Child[]
  readonly figures: readonly Awaited<ReturnType<typeof getFigure>>[]
}

export const FrontPage = (props: FrontPageProps) => {
  const { view, panels } = props
  return (
    <PublicPage
      view={view}
      title={view.text("portal:front.title")}
      description={view.text("portal:front.lead")}
      width="sections"
    >
      <Welcome {...props} />
      {props.areas.length > 1 && (
        <Section id="map" title={view.t("portal:front.map")} lead={view.t("portal:front.map-lead")}>
          <AreaMap {...props} />
        </Section>
      )}
      {panels}
      <Section id="week" title={view.t("portal:front.week")}>
        <Week {...props} />
      </Section>
      <Section
        id="groups"
        title={view.t("portal:front.groups")}
        lead={view.t("portal:front.groups-lead")}
        tinted
      >
        <Doors view={view} />
        <Buttons>
          <ButtonLink href={view.href("/my/organisations/new")}>{view.t("portal:front.register")}</ButtonLink>
          <ButtonLink href={view.href("/my")} kind="secondary">
            {view.t("portal:front.publish")}
          </ButtonLink>
        </Buttons>
      </Section>
      <Section
        id="figures"
        title={view.t("portal:front.figures")}
        more={{ label: view.t("portal:front.figures-all"), href: view.href("/figures") }}
      >
        <FigureRow {...props} />
      </Section>
    </PublicPage>
  )
}

/** What helps a group on: whom to meet, what to be supported by. */
const Doors = ({ view }: { readonly view: View }) => (
  <ul class="doors">
    {(
      [
        ["meetings", view.href("/exchange-meetings")],
        ["support", view.href("/listings", { kind: "support" })],
      ] as const
    ).map(([name, href]) => (
      <li class="door">
        <a href={href}>{view.t(`portal:door.${name}`)}</a>
        <p>{view.t(`portal:door.${name}-lead`)}</p>
      </li>
    ))}
  </ul>
)

const Welcome = ({ view, areas }: FrontPageProps) => (
  <Hero
    title={
      view.lang === "ja" ? <Phrase text={view.text("portal:front.title")} /> : view.t("portal:front.title")
    }
    lead={view.t("portal:front.lead")}
  >
    <SearchLine
      view={view}
      action="/listings"
      areas={
        areas.length > 1 ? areas.map((area) => ({ value: area.slug, label: areaLabel(view, area) })) : []
      }
    />
    <Chips label={view.text("portal:chip.label")} items={chips(view)} />
  </Hero>
)

/** How people really choose. */
const chips = (view: View) => {
  const day = today(view)
  const saturday = day.add({ days: Math.max(0, 6 - day.dayOfWeek) })
  const sunday = day.add({ days: 7 - day.dayOfWeek })
  const weekend = { from: (day.dayOfWeek === 7 ? day : saturday).toString(), to: sunday.toString() }
  const choices = [
    ["listings:quick.short", { minutes: "30" }],
    ["listings:quick.weekend", weekend],
    ["listings:feature.first-timers", { feature: "first-timers" }],
    ["listings:feature.with-children", { feature: "with-children" }],
    ["listings:trait.online", { online: "1" }],
    ["listings:feature.skills", { feature: "skills" }],
    ["listings:filter.open", { open: "1" }],
  ] as const
  return choices.map(([label, query]) => ({
    label: view.t(label),
    href: view.href("/listings", query),
  }))
}

const Week = ({ view, week }: FrontPageProps) => {
  const days = Array.from({ length: 7 }, (_, index) => today(view).add({ days: index }))
  return (
    <WeekStrip
      view={view}
      label={view.text("portal:front.week")}
      days={days.map((day) => ({
        day,
        href: view.href("/listings", { from: day.toString(), to: day.toString() }),
        count: week.get(day.toString()) ?? 0,
      }))}
    />
  )
}

const FigureRow = ({ view, figures }: FrontPageProps) => (
  <FigureTiles>
    {figures.map(({ metric, value }) => (
      <FigureTile
        view={view}
        label={view.t(metric.label)}
        value={value}
        unit={view.t("statistics:unit")}
        note={view.t("statistics:as-of-note", { day: dayText(view.lang, today(view)) })}
        href={view.href(`/figures/${metric.slug}`)}
      />
    ))}
  </FigureTiles>
)
