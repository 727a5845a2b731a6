import { PublicPage } from "#web/layout/public.tsx"
import { ruby } from "#web/ruby.tsx"
import { ButtonLink } from "#web/ui/button.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { Notice } from "#web/ui/notice.tsx"
import { Pagination } from "#web/ui/pagination.tsx"
import { Chips } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import { areaRuby, type Area } from "#modules/places"
import type { ListingPage } from "../queries/list.ts"
import { queryOf, type Asked } from "../schema/filter.ts"
import { ListingCards } from "../views/card.tsx"
import { ActiveFilters, Orders, QuickChoices } from "../views/filter-chips.tsx"
import { FilterForm } from "../views/filter-form.tsx"

/** Where there is something when here is nothing. */
export type Offers = {
  readonly neighbours: readonly { readonly area: Area; readonly count: number }[]
  /** Without the asked days; null where none were asked. */
  readonly anyDay: number | null
}

export type ListPageProps = {
  readonly view: View
  readonly asked: Asked
  readonly found: ListingPage
  readonly areas: readonly Area[]
  readonly offers: Offers | null
  readonly canonical: string
}

/** Everything one can go to or help with. */
export function ListPage(props: ListPageProps) {
  const { view, asked, found, areas } = props
  const { filter } = asked
  return (
    <PublicPage
      view={view}
      title={view.text("listings:title")}
      description={view.text("listings:lead")}
      {...(isPlain(asked) ? { canonical: props.canonical } : { noindex: true })}
    >
      <h1>{view.t("listings:title")}</h1>
      <p class="lead">{view.t("listings:lead")}</p>
      <FilterForm view={view} filter={filter} areas={areas} />
      <QuickChoices view={view} filter={filter} />
      <Ignored view={view} asked={asked} />
      <ActiveFilters view={view} filter={filter} areas={areas} />
      {found.total === 0 ? (
        <NoneFound {...props} />
      ) : (
        <section aria-labelledby="found">
          <div class="found-head">
            <h2 id="found">{view.t("listings:found", { count: found.total })}</h2>
            <Orders view={view} filter={filter} />
          </div>
          <ListingCards view={view} cards={found.rows} />
        </section>
      )}
      <Pagination view={view} page={found.page} pages={Math.ceil(found.total / found.size)} />
    </PublicPage>
  )
}

/** Only the list itself and what is found by area, field and kind are worth a place in other people's indexes. */
const isPlain = ({ filter }: Asked): boolean => filter.q === "" && filter.page === 1

function Ignored({ view, asked: { ignored } }: Pick<ListPageProps, "view" | "asked">) {
  if (ignored.length === 0) return null
  return (
    <Notice view={view} kind="warning" title={view.t("listings:ignored.title")}>
      <ul>
        {ignored.map((name) => (
          <li>{view.t(`listings:ignored.${name}`)}</li>
        ))}
      </ul>
    </Notice>
  )
}

function NoneFound({ view, asked: { filter }, offers }: ListPageProps) {
  const query = queryOf(filter)
  const narrowed = Object.values(query).some((value) => value !== undefined)
  return (
    <EmptyState
      heading="h2"
      title={view.t(narrowed ? "listings:none-found" : "listings:none")}
      action={narrowed && <ButtonLink href={view.href("/listings")}>{view.t("listings:see-all")}</ButtonLink>}
    >
      <p>{view.t(narrowed ? "listings:none-found-next" : "listings:none-next")}</p>
      {offers && <OfferLinks view={view} query={query} offers={offers} />}
    </EmptyState>
  )
}

type OfferLinksProps = {
  readonly view: View
  readonly query: Record<string, string | undefined>
  readonly offers: Offers
}

function OfferLinks({ view, query, offers: { neighbours, anyDay } }: OfferLinksProps) {
  const withoutDays = { ...query, from: undefined, to: undefined, weekday: undefined, time: undefined }
  const items = [
    ...neighbours.map(({ area, count }) => ({
      label: ruby(`${areaRuby(view, area)} ${view.text("listings:count", { count })}`),
      href: view.href("/listings", { ...query, area: area.slug }),
    })),
    ...(anyDay
      ? [{ label: view.t("listings:any-day", { count: anyDay }), href: view.href("/listings", withoutDays) }]
      : []),
  ]
  if (items.length === 0) return null
  return <Chips label={view.text("listings:offers")} items={items} />
}
