import type { Child } from "#jsx"
import { ButtonLink, Buttons } from "#web/ui/button.tsx"
import { Section } from "#web/ui/section.tsx"
import type { View } from "#web/view.ts"
import type { ListingCard } from "../queries/cards.ts"
import { ListingCards } from "./card.tsx"

// What stands on pages of others: the front page, an area's, a group's.

/** `area` is a slug, where the panel is about one. */
export type PanelData = {
  readonly cards: readonly ListingCard[]
  readonly until: Temporal.Instant | null
  readonly area?: string
}

export const showOnFront = (view: View, { cards }: PanelData): Child =>
  cards.length === 0 ? null : (
    <Section
      id="soon"
      title={view.t("listings:panel.front")}
      tinted
      more={{ label: view.t("listings:see-all"), href: view.href("/listings") }}
    >
      <ListingCards view={view} cards={cards} />
    </Section>
  )

export const showOnArea = (view: View, { cards, area }: PanelData): Child => (
  <section aria-labelledby="soon">
    <h2 id="soon">{view.t("listings:panel.area")}</h2>
    {cards.length === 0 ? (
      <p>{view.t("listings:panel.area-none")}</p>
    ) : (
      <>
        <ListingCards view={view} cards={cards} />
        <Buttons>
          <ButtonLink kind="secondary" href={view.href("/listings", { area })}>
            {view.t("listings:see-all")}
          </ButtonLink>
        </Buttons>
      </>
    )}
  </section>
)

export const showOnOrganisation = (view: View, { cards }: PanelData): Child => (
  <section aria-labelledby="soon">
    <h2 id="soon">{view.t("listings:panel.organisation")}</h2>
    {cards.length === 0 ? (
      <p>{view.t("listings:panel.organisation-none")}</p>
    ) : (
      <ListingCards view={view} cards={cards} />
    )}
  </section>
)
