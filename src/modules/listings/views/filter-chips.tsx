import type { Child } from "#jsx"
import { today } from "#web/dates.tsx"
import { dayText, durationText } from "#web/day-text.ts"
import { ruby } from "#web/ruby.tsx"
import { Chips, type ChipItem } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import { fieldLabel } from "#modules/organisations"
import { areaRuby } from "#modules/places"
import { takesPlace } from "../schema/content.ts"
import { queryOf, sorts, type ListingFilter } from "../schema/filter.ts"
import type { FilterFormProps } from "./filter-form.tsx"
import { weekdaysText } from "./rule-text.ts"

type Props = { readonly view: View; readonly filter: ListingFilter }

/** In what order the list stands: a link each. */
export function Orders({ view, filter }: Props) {
  const query = queryOf(filter)
  return (
    <ul class="orders" aria-label={view.text("listings:filter.sort")}>
      {sorts.map((sort) => (
        <li>
          <a
            href={view.href("/listings", { ...query, sort: sort === "soonest" ? undefined : sort })}
            aria-current={sort === filter.sort ? "true" : undefined}
          >
            {view.t(`listings:sort.${sort}`)}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** How people really choose: each narrows the list by one thing more; what is chosen stands among the conditions. */
export function QuickChoices({ view, filter }: Props) {
  const query = queryOf(filter)
  const add = (change: Record<string, string | undefined>): string =>
    view.href("/listings", { ...query, ...change })
  const withFeature = (feature: string): string => add({ feature: [...filter.features, feature].join(",") })
  const isFree = (feature: ListingFilter["features"][number]): boolean => !filter.features.includes(feature)
  const saturday = weekendOf(view)
  const open = !filter.open && { label: view.t("listings:filter.open"), href: add({ open: "1" }) }
  const gathers = filter.kind === null || takesPlace(filter.kind)
  const ofGatherings = [
    filter.minutes === null && { label: view.t("listings:quick.short"), href: add({ minutes: "30" }) },
    filter.from === null && {
      label: view.t("listings:quick.weekend"),
      href: add({ from: saturday.toString(), to: saturday.add({ days: 1 }).toString() }),
    },
    ...(["first-timers", "with-children", "skills"] as const).map(
      (feature) =>
        isFree(feature) && { label: view.t(`listings:feature.${feature}`), href: withFeature(feature) },
    ),
    !filter.online && { label: view.t("listings:trait.online"), href: add({ online: "1" }) },
  ]
  const items = [
    ...(gathers ? ofGatherings : []),
    open,
    filter.kind === null && { label: view.t("listings:kind.support"), href: add({ kind: "support" }) },
    filter.kind === null && {
      label: view.t("listings:meetings.title"),
      href: view.href("/exchange-meetings"),
    },
  ].filter((item) => item !== false)
  if (items.length === 0) return null
  return <Chips label={view.text("listings:quick.label")} items={items} />
}

/** The Saturday of this week; on a Sunday, of the weekend that is on. */
const weekendOf = (view: View): Temporal.PlainDate => {
  const day = today(view)
  return day.add({ days: day.dayOfWeek === 7 ? -1 : 6 - day.dayOfWeek })
}

/** What the list is narrowed by now; each takes itself back. */
export function ActiveFilters({ view, filter, areas }: FilterFormProps) {
  const query = queryOf(filter)
  const chip = (name: string, label: Child, value?: string): ChipItem => ({
    label,
    icon: "close",
    chosen: true,
    href: view.href("/listings", { ...query, [name]: value }),
  })
  const area = areas.find(({ code }) => code === filter.area?.code)
  const day = (key: string, at: Temporal.PlainDate) => view.t(key, { day: dayText(view.lang, at) })
  const items = [
    filter.q && chip("q", view.t("listings:chip.words", { words: filter.q })),
    area && chip("area", ruby(areaRuby(view, area))),
    filter.district && chip("district", view.t("listings:chip.words", { words: filter.district })),
    filter.kind && chip("kind", view.t(`listings:kind.${filter.kind}`)),
    filter.field && chip("field", fieldLabel(view, filter.field)),
    filter.from && chip("from", day("listings:chip.from", filter.from)),
    filter.to && chip("to", day("listings:until", filter.to)),
    filter.weekdays.length > 0 && chip("weekday", ruby(weekdaysText(view.lang, filter.weekdays))),
    filter.hours && chip("time", view.t(`listings:hours.${filter.hours}`)),
    filter.minutes && chip("minutes", withinText(view, filter.minutes)),
    ...filter.features.map((feature) =>
      chip("feature", view.t(`listings:feature.${feature}`), without(filter, feature)),
    ),
    filter.audience && chip("audience", view.t(`listings:audience.${filter.audience}`)),
    filter.online && chip("online", view.t("listings:trait.online")),
    filter.open && chip("open", view.t("listings:filter.open")),
    filter.when !== "coming" && chip("when", view.t(`listings:when.${filter.when}`)),
  ].filter((item) => typeof item === "object" && item !== null)
  if (items.length === 0) return null
  return <Chips label={view.text("listings:chip.label")} items={items} />
}

const withinText = (view: View, minutes: number): Child =>
  view.t("listings:filter.within", { time: durationText(view.lang, minutes) })

const without = ({ features }: ListingFilter, feature: string): string | undefined =>
  features.filter((each) => each !== feature).join(",") || undefined
