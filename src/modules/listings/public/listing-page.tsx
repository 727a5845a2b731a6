import type { Child } from "#jsx"
import type { StoredFile } from "#kernel/files/files.ts"
import { JsonData } from "#web/jsx/json-data.tsx"
import { PublicPage } from "#web/layout/public.tsx"
import { ActionBar } from "#web/ui/action-bar.tsx"
import { ButtonLink } from "#web/ui/button.tsx"
import { WhenAndWhere } from "#web/ui/card.tsx"
import { CopyLink } from "#web/ui/copy-link.tsx"
import { contentLang, LangMark } from "#web/ui/lang-mark.tsx"
import { Icon } from "#web/ui/icon.tsx"
import { Notice } from "#web/ui/notice.tsx"
import { Phrase } from "#web/ui/phrase.tsx"
import { Tag, Tags } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import { OrganisationName } from "#modules/organisations"
import type { Area } from "#modules/places"
import type { ListingCard } from "../queries/cards.ts"
import type { ChangeEntry } from "../queries/changes.ts"
import type { ListingDetail } from "../queries/public.ts"
import { takesPlace } from "../schema/content.ts"
import { ListingCards, overWords } from "../views/card.tsx"
import { Deadline } from "../views/deadline.tsx"
import { LatestChange } from "../views/changes.tsx"
import { kindOf } from "../views/labels.tsx"
import { Flyers, MainPicture } from "../views/listing-files.tsx"
import { ListingBody } from "../views/listing-body.tsx"
import { When } from "../views/when.tsx"

export type ListingPageProps = {
  readonly view: View
  readonly listing: ListingDetail
  /** What the same group does next; offered where this is over. */
  readonly next: readonly ListingCard[]
  readonly canonical: string
  /** What other modules show of this listing: the way to ask. */
  readonly panels: readonly Child[]
  readonly flyers: readonly StoredFile[]
  /** What changed while it was public, newest first; the last one stands above the listing. */
  readonly changes: readonly ChangeEntry[]
  readonly allAreas?: readonly Area[]
  /** Above what is not public yet, for whoever wrote it; everything else is as everybody will see it. */
  readonly preview?: Child
}

/** One listing: what one would do and for whom, when, where, how to join; then the rest. */
export function ListingPage(props: ListingPageProps) {
  const { view, listing, canonical, panels } = props
  const lang = listing.title.lang === "en" ? "en" : "ja"
  return (
    <PublicPage
      view={view}
      title={listing.title.body}
      description={listing.what.body.slice(0, 120)}
      {...(props.preview || listing.noIndex ? { noindex: true } : { canonical })}
      scripts={props.preview ? ["submit-once"] : ["copy-link"]}
      head={props.preview ? null : <Structured {...props} />}
      breadcrumbs={[
        { label: view.t("listings:title"), href: view.href("/listings") },
        { label: listing.title.body, lang: contentLang(view, lang) },
      ]}
    >
      {props.preview}
      <ListingHead view={view} listing={listing} />
      <LatestChange
        view={view}
        areas={props.allAreas ?? []}
        changes={props.changes}
        publicId={listing.publicId}
      />
      <Over {...props} />
      <div class="listing">
        <ListingBody view={view} listing={listing} />
        <aside class="aside" data-repeats="true" aria-label={view.text("listings:summary")}>
          <MainPicture picture={listing.picture} field={listing.fields[0] ?? 20} />
          <WhenAndWhere
            view={view}
            {...(takesPlace(listing.kind) ? { when: <When view={view} {...listing} brief /> } : {})}
            where={placeOf(view, listing)}
          />
          <Bounds view={view} listing={listing} />
          {!listing.over && <Actions view={view} listing={listing} />}
          {!props.preview && <Links view={view} listing={listing} canonical={canonical} />}
        </aside>
        <Flyers view={view} flyers={props.flyers} />
        {panels}
        {!props.preview && (
          <p>
            <a href={view.href(`/listings/${listing.publicId}/report`)} rel="nofollow">
              {view.t("listings:act.report")}
            </a>
          </p>
        )}
      </div>
    </PublicPage>
  )
}

/** What one can do with the page itself. */
function Links({ view, listing, canonical }: PartProps & { readonly canonical: string }) {
  const page = `/listings/${listing.publicId}`
  return (
    <>
      <CopyLink view={view} address={canonical} />
      <p class="print-link">
        <a href={view.href(`${page}/print`)}>
          <Icon name="print" /> {view.t("listings:print")}
        </a>
      </p>
    </>
  )
}

type PartProps = { readonly view: View; readonly listing: ListingDetail }

const placeOf = (view: View, { placeName }: ListingDetail) =>
  placeName !== "" && <span lang={contentLang(view, "ja")}>{placeName}</span>

export function ListingHead({ view, listing }: PartProps) {
  const { kind, title, organiser, credit } = listing
  const lang = title.lang === "en" ? "en" : "ja"
  const { label, icon } = kindOf(view, kind)
  return (
    <header class="stack">
      <Tags>
        <Tag kind="kind" icon={icon}>
          {label}
        </Tag>
        {listing.over && <Tag kind="past">{view.t(overWords(kind))}</Tag>}
      </Tags>
      <h1 lang={contentLang(view, lang)}>
        <Phrase text={title.body} lang={lang} />
      </h1>
      <p>
        {organiser ? (
          <OrganisationName view={view} organisation={organiser} />
        ) : (
          <span lang={contentLang(view, "ja")}>{credit}</span>
        )}{" "}
        <LangMark view={view} lang={lang} />
      </p>
    </header>
  )
}

/** Past things say so and offer the next. */
function Over({ view, listing, next }: ListingPageProps) {
  if (!listing.over) return null
  return (
    <>
      <Notice
        view={view}
        kind="info"
        title={view.t(listing.kind === "support" ? "listings:over-scheme-title" : "listings:over-title")}
      >
        {next.length === 0 && <a href={view.href("/listings")}>{view.t("listings:see-all")}</a>}
      </Notice>
      {next.length > 0 && (
        <section aria-labelledby="next">
          <h2 id="next">{view.t("listings:next-of-group")}</h2>
          <ListingCards view={view} cards={next} />
        </section>
      )}
    </>
  )
}

/** Until when, and how long that still is: beside the button, not only far below. */
function Bounds({ view, listing: { applyFrom, applyBy } }: PartProps) {
  if (!applyFrom && !applyBy) return null
  return (
    <p>
      <Deadline {...{ view, applyFrom, applyBy }} />
    </p>
  )
}

function Actions({ view, listing }: PartProps) {
  const { kind, link, details, howToJoin } = listing
  const href = details.byForm || link
  return (
    <ActionBar label={view.text("listings:how-to-join")}>
      {howToJoin.body !== "" && (
        <ButtonLink size="large" href="#join">
          {view.t(kind === "support" ? "listings:see-how-to-apply" : "listings:see-how-to-join")}
        </ButtonLink>
      )}
      {href !== "" && (
        <ButtonLink
          kind="secondary"
          size="large"
          icon="external"
          href={href}
          rel="external nofollow noopener"
        >
          {view.t(details.byForm === "" ? "listings:open-link" : "listings:open-form")}
        </ButtonLink>
      )}
    </ActionBar>
  )
}

const eventStatus = {
  planned: "EventScheduled",
  moved: "EventRescheduled",
  cancelled: "EventCancelled",
  postponed: "EventPostponed",
} as const

/** What machines read of an event that has a day. */
function Structured({ view, listing, canonical }: ListingPageProps) {
  const { occurrence, title, what, organiser, placeName, placeAddress, online } = listing
  if (!occurrence || listing.kind !== "event") return null
  const { firstDay, lastDay, startsAt, endsAt, status = "planned" } = occurrence
  const stamp = (at: Temporal.Instant | null, day: Temporal.PlainDate) =>
    at
      ? at.toZonedDateTimeISO(view.zone).toString({ timeZoneName: "never", smallestUnit: "minute" })
      : day.toString()
  const data = {
    "@context": "https://schema.org",
    "@type": "Event",
    name: title.body,
    description: what.body,
    url: canonical,
    startDate: stamp(startsAt, firstDay),
    endDate: stamp(endsAt, lastDay),
    eventStatus: `https://schema.org/${eventStatus[occurrence.wasDay && status === "planned" ? "moved" : status]}`,
    ...(online && placeName === "" ? { location: { "@type": "VirtualLocation", url: canonical } } : {}),
    ...(placeName === "" ? {} : { location: { "@type": "Place", name: placeName, address: placeAddress } }),
    ...(organiser ? { organizer: { "@type": "Organization", name: organiser.name } } : {}),
  }
  return <JsonData data={data} />
}
