import { dayOf } from "#kernel/clock.ts"
import { fold } from "#kernel/text.ts"
import { today } from "#web/dates.tsx"
import { Card, CardList, type CardProps, type Trait } from "#web/ui/card.tsx"
import { contentLang } from "#web/ui/lang-mark.tsx"
import type { View } from "#web/view.ts"
import { nameIn } from "#modules/organisations"
import type { ListingCard } from "../queries/cards.ts"
import { areasText, kindOf } from "./labels.tsx"
import { deadlineText, When } from "./when.tsx"

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

const propsOf = (view: View, card: ListingCard): CardProps => ({
  view,
  href: view.href(`/listings/${card.publicId}`),
  kind: kindOf(view, card.kind),
  title: card.title.body,
  lang: card.title.lang === "en" ? "en" : "ja",
  when: <When view={view} {...card} brief />,
  where: <Where view={view} card={card} />,
  traits: traitsOf(view, card),
  ...deadlineOn(view, card),
  ...organiserOf(view, card),
  ...endedOf(view, card),
  field: card.field ?? 20,
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

const free = new Set(["無料", "0円", "なし", "free"])

const traitsOf = (view: View, { online, fee }: ListingCard): Trait[] => [
  ...(online ? [{ label: view.t("listings:trait.online"), icon: "screen" as const }] : []),
  ...(free.has(fold(fee)) ? [{ label: view.t("listings:trait.free"), icon: "coin" as const }] : []),
]

/** Days before a deadline from which on it hurries. */
const soon = 3

/** civic-portal.R6: a deadline that is near hurries, one that has passed says so. */
const deadlineOn = (view: View, { applyBy }: ListingCard): Pick<CardProps, "seats"> => {
  if (!applyBy) return {}
  if (Temporal.Instant.compare(applyBy, view.now) <= 0) return { seats: { label: view.t("listings:closed") } }
  const left = today(view).until(dayOf(applyBy, view.zone), { largestUnit: "days" }).days
  return {
    seats: { label: view.t("listings:apply-by", { day: deadlineText(view, applyBy) }), few: left <= soon },
  }
}

const organiserOf = (view: View, { organiser }: ListingCard): Pick<CardProps, "organiser"> => {
  if (!organiser) return {}
  const href = view.href(`/organisations/${organiser.publicId}`)
  return { organiser: { name: nameIn(view, organiser).text, href } }
}

const endedOf = (view: View, { endsAt, occurrence }: ListingCard): Pick<CardProps, "ended"> => {
  if (endsAt && Temporal.Instant.compare(endsAt, view.now) <= 0) return { ended: view.t("listings:over") }
  const { status = "planned" } = occurrence ?? {}
  return status === "planned" ? {} : { ended: view.t(`listings:status.${status}`) }
}
