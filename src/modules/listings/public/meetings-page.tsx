import type { Child } from "#jsx"
import { PublicPage } from "#web/layout/public.tsx"
import { ruby } from "#web/ruby.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { Pagination } from "#web/ui/pagination.tsx"
import { Chips, type ChipItem } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import { fieldLabel } from "#modules/organisations"
import { areaRuby, type Area } from "#modules/places"
import type { ListingPage } from "../queries/list.ts"
import type { MeetingCounts } from "../queries/meetings.ts"
import type { ListingFilter } from "../schema/filter.ts"
import { ListingCards } from "../views/card.tsx"

type MeetingsPageProps = {
  readonly view: View
  readonly filter: ListingFilter
  readonly areas: readonly Area[]
  readonly found: ListingPage
  readonly counts: MeetingCounts
  readonly canonical: string
}

/** exchange-venue-info.R1: 「交流会情報」, by area and by theme. */
export function MeetingsPage(props: MeetingsPageProps) {
  const { view, filter, found, areas } = props
  const isPlain = filter.area === null && filter.field === null && filter.page === 1
  return (
    <PublicPage
      view={view}
      title={view.text("listings:meetings.title")}
      description={view.text("listings:meetings.lead")}
      {...(isPlain ? { canonical: props.canonical } : { noindex: true })}
    >
      <h1>{view.t("listings:meetings.title")}</h1>
      <p class="lead">{view.t("listings:meetings.lead")}</p>
      {areas.length > 1 && <AreaChips {...props} />}
      <ThemeChips {...props} />
      <section aria-labelledby="found">
        <h2 id="found">{view.t("listings:found", { count: found.total })}</h2>
        {found.total === 0 ? (
          <EmptyState title={view.t("listings:meetings.none")}>
            <p>{view.t("listings:meetings.none-next")}</p>
          </EmptyState>
        ) : (
          <ListingCards view={view} cards={found.rows} />
        )}
      </section>
      <Pagination view={view} page={found.page} pages={Math.ceil(found.total / found.size)} />
    </PublicPage>
  )
}

type Change = { readonly area?: string | undefined; readonly field?: string | undefined }

const hrefOf = (view: View, { area, field }: ListingFilter, change: Change): string =>
  view.href("/exchange-meetings", { area: area?.slug, field: field?.toString(), ...change })

/** What was chosen takes itself back. */
const chipOf = (view: View, words: Child, count: number, href: string, chosen: boolean): ChipItem => ({
  label: chosen ? (
    words
  ) : (
    <>
      {words} {view.t("listings:count", { count })}
    </>
  ),
  href,
  ...(chosen ? { icon: "close" as const, chosen } : {}),
})

function AreaChips({ view, filter, areas, counts }: MeetingsPageProps) {
  const items = areas.map((area) => ({ area, count: counts.everywhere + (counts.areas.get(area.code) ?? 0) }))
  return (
    <ChipsUnder view={view} title="listings:meetings.by-area">
      {items
        .filter(({ area, count }) => count > 0 || area.code === filter.area?.code)
        .map(({ area, count }) => {
          const chosen = area.code === filter.area?.code
          const href = hrefOf(view, filter, { area: chosen ? undefined : area.slug })
          return chipOf(view, ruby(areaRuby(view, area)), count, href, chosen)
        })}
    </ChipsUnder>
  )
}

function ThemeChips({ view, filter, counts }: MeetingsPageProps) {
  const fields = [...counts.fields].toSorted(([one], [other]) => one - other)
  return (
    <ChipsUnder view={view} title="listings:meetings.by-theme">
      {fields.map(([field, count]) => {
        const chosen = field === filter.field
        const href = hrefOf(view, filter, { field: chosen ? undefined : String(field) })
        return chipOf(view, fieldLabel(view, field), count, href, chosen)
      })}
    </ChipsUnder>
  )
}

type ChipsUnderProps = {
  readonly view: View
  readonly title: "listings:meetings.by-area" | "listings:meetings.by-theme"
  readonly children: readonly ChipItem[]
}

function ChipsUnder({ view, title, children }: ChipsUnderProps) {
  if (children.length === 0) return null
  return (
    <section class="choose-by">
      <h2>{view.t(title)}</h2>
      <Chips label={view.text(title)} items={children} />
    </section>
  )
}
