import { pictureOf } from "#web/file-links.ts"
import { Card, CardList, type CardProps } from "#web/ui/card.tsx"
import { contentLang } from "#web/ui/lang-mark.tsx"
import type { View } from "#web/view.ts"
import { nameIn } from "#modules/organisations"
import type { ListingCard } from "../queries/cards.ts"
import { areasText, kindOf } from "./labels.tsx"
import { takesPlace, type Kind } from "../schema/content.ts"
import { Deadline, hurries, isClosed, isNotYetOpen } from "./deadline.tsx"
import { traitsOf } from "./traits.ts"
import { When } from "./when.tsx"

type ListingCardsProps = {
  readonly view: View
  readonly cards: readonly ListingCard[]
  readonly heading?: "h2" | "h3"
}

/** Listings as cards: what, when, where, until when, who. */
export function ListingCards({ view, cards, heading = "h3" }: ListingCardsProps) {
  return (
    <CardList>
      {cards.map((card) => (
        <Card {...propsOf(view, card)} heading={heading} />
      ))}
    </CardList>
  )
}

/** Cards stand in columns of about this width, and fill a phone. */
const cardWidth = "(width >= 40rem) 22rem, 100vw"

const propsOf = (view: View, card: ListingCard): CardProps => ({
  view,
  href: view.href(`/listings/${card.publicId}`),
  kind: kindOf(view, card.kind),
  title: card.title.body,
  lang: card.title.lang === "en" ? "en" : "ja",
  ...(takesPlace(card.kind) ? { when: <When view={view} {...card} brief /> } : {}),
  where: <Where view={view} card={card} />,
  traits: traitsOf(view, card),
  ...deadlineOn(view, card),
  ...organiserOf(view, card),
  ...endedOf(view, card),
  field: card.field ?? 20,
  ...(card.picture ? { picture: pictureOf(card.picture, { sizes: cardWidth }) } : {}),
})

/** The ward and the place; of what is online only, nothing that one could go to. */
function Where({ view, card }: { readonly view: View; readonly card: ListingCard }) {
  const areas = isSaidByPlace(card) ? null : areasText(view, card)
  const place = card.placeName && <span lang={contentLang(view, "ja")}>{card.placeName}</span>
  if (!areas && !place) return null
  return (
    <>
      {areas}
      {areas && place && view.t("listings:dot")}
      {place}
    </>
  )
}

/** 「西成区 松老人憩の家」 names its ward by itself. */
const isSaidByPlace = ({ areas, placeName }: ListingCard): boolean =>
  areas.length === 1 && areas.every(({ name }) => placeName.startsWith(name))

/** civic-portal.R6: a deadline that is near hurries, one that has passed says so. */
const deadlineOn = (view: View, { kind, applyFrom, applyBy }: ListingCard): Pick<CardProps, "seats"> => {
  const bounds = { applyFrom, applyBy }
  // What ended with its deadline says so already.
  if (!takesPlace(kind) && isClosed(view, bounds)) return {}
  if (!applyBy && !isNotYetOpen(view, bounds)) return {}
  const few = hurries(view, bounds) && !isClosed(view, bounds)
  return { seats: { label: <Deadline view={view} {...bounds} />, few } }
}

const organiserOf = (view: View, { organiser }: ListingCard): Pick<CardProps, "organiser"> => {
  if (!organiser) return {}
  const href = view.href(`/organisations/${organiser.publicId}`)
  return { organiser: { name: nameIn(view, organiser).text, href } }
}

const endedOf = (view: View, { kind, endsAt, occurrence }: ListingCard): Pick<CardProps, "ended"> => {
  if (endsAt && Temporal.Instant.compare(endsAt, view.now) <= 0) return { ended: view.t(overWords(kind)) }
  const { status = "planned" } = occurrence ?? {}
  return status === "planned" ? {} : { ended: view.t(`listings:status.${status}`) }
}

/** civic-portal.U2: the day after the deadline a scheme is closed rather than over. */
export const overWords = (kind: Kind) => (kind === "support" ? "listings:over-scheme" : "listings:over")
