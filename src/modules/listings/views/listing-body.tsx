import type { Child } from "#jsx"
import type { Translated } from "#kernel/texts.ts"
import { DescriptionList } from "#web/ui/description-list.tsx"
import { contentLang, LangMark } from "#web/ui/lang-mark.tsx"
import type { View } from "#web/view.ts"
import { fieldLabel, OrganisationName } from "#modules/organisations"
import type { ListingDetail } from "../queries/public.ts"
import { areasText } from "./labels.tsx"
import { ruleTold, untilTold } from "./rule-text.ts"
import { deadlineText, OccurrenceText, Unsure, When } from "./when.tsx"

type PartProps = { readonly view: View; readonly listing: ListingDetail }

/** First what one would do and for whom, then when, where and how to join, then the rest. */
export function ListingBody({ view, listing }: PartProps) {
  return (
    <div class="listing-body">
      <section aria-labelledby="what">
        <h2 id="what">{view.t("listings:what")}</h2>
        <Written view={view} text={listing.what} />
        {listing.forWhom !== "" && (
          <>
            <h3>{view.t("listings:for-whom")}</h3>
            <Written view={view} text={{ body: listing.forWhom, lang: "ja" }} />
          </>
        )}
      </section>
      <WhenSection view={view} listing={listing} />
      <section aria-labelledby="where">
        <h2 id="where">{view.t("web:where")}</h2>
        <Place view={view} listing={listing} />
      </section>
      <JoinSection view={view} listing={listing} />
      <section aria-labelledby="more">
        <h2 id="more">{view.t("listings:details")}</h2>
        <Details view={view} listing={listing} />
      </section>
    </div>
  )
}

/** What somebody wrote, in paragraphs, marked where the reader's language has no version of it. */
export function Written({ view, text }: { readonly view: View; readonly text: Translated }) {
  const lang = text.lang === "en" ? "en" : "ja"
  return (
    <div class="prose">
      <LangMark view={view} lang={lang} />
      {text.body
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => (
          <p lang={contentLang(view, lang)}>{line}</p>
        ))}
    </div>
  )
}

/** Dates shown at once; the others open. */
const shownAtOnce = 3

function WhenSection({ view, listing }: PartProps) {
  const { occurrences, schedule, scheduleText, unsure } = listing
  const [first, later] = [occurrences.slice(0, shownAtOnce), occurrences.slice(shownAtOnce)]
  return (
    <section aria-labelledby="when">
      <h2 id="when">{view.t("web:when")}</h2>
      {schedule.kind === "rule" && <RuleLine view={view} listing={listing} />}
      {first.length === 0 ? (
        <p>
          <When view={view} {...listing} unsure={false} />
        </p>
      ) : (
        <Dates view={view} occurrences={first} />
      )}
      {later.length > 0 && (
        <details>
          <summary>{view.t("listings:more-dates")}</summary>
          <Dates view={view} occurrences={later} />
        </details>
      )}
      {unsure && (
        <p>
          <Unsure view={view} />
        </p>
      )}
      {scheduleText !== "" && (
        <p class="quiet">
          {view.t("listings:in-source")}
          <span lang={contentLang(view, "ja")}>{scheduleText}</span>
        </p>
      )}
    </section>
  )
}

function RuleLine({ view, listing: { schedule } }: PartProps) {
  if (schedule.kind !== "rule") return null
  const every = ruleTold(view, schedule)
  const until = untilTold(view, schedule)
  return (
    <p>
      {view.t(every.key, every.values)}
      {until && <> {view.t(until.key, until.values)}</>}
    </p>
  )
}

function Dates({
  view,
  occurrences,
}: {
  readonly view: View
  readonly occurrences: ListingDetail["occurrences"]
}) {
  return (
    <ul class="dates">
      {occurrences.map((occurrence) => (
        <li>
          <OccurrenceText view={view} occurrence={occurrence} />
        </li>
      ))}
    </ul>
  )
}

function Place({ view, listing }: PartProps) {
  const { placeName, placeAddress, online } = listing
  const japanese = contentLang(view, "ja")
  const areas = areasText(view, listing)
  if (placeName === "" && placeAddress === "" && !online && !areas)
    return <p>{view.t("listings:no-place")}</p>
  return (
    <DescriptionList
      items={[
        { term: view.t("listings:place"), detail: placeName, lang: japanese },
        { term: view.t("listings:address"), detail: placeAddress, lang: japanese },
        { term: view.t("listings:online"), detail: online && view.t("listings:online-yes") },
        { term: view.t("listings:area"), detail: areas },
      ]}
    />
  )
}

function JoinSection({ view, listing }: PartProps) {
  const { howToJoin, applyText, applyBy } = listing
  return (
    <section aria-labelledby="join">
      <h2 id="join">{view.t("listings:how-to-join")}</h2>
      <Written view={view} text={howToJoin} />
      {applyText !== "" && applyText !== howToJoin.body && (
        <Written view={view} text={{ body: applyText, lang: "ja" }} />
      )}
      {applyBy && <p>{deadlineLine(view, applyBy)}</p>}
    </section>
  )
}

const deadlineLine = (view: View, applyBy: Temporal.Instant): Child =>
  Temporal.Instant.compare(applyBy, view.now) <= 0 ? (
    <strong>{view.t("listings:closed")}</strong>
  ) : (
    view.t("listings:apply-by", { day: deadlineText(view, applyBy) })
  )

function Details({ view, listing }: PartProps) {
  const { fee, capacity, contact, link, fields, organiser, credit, licence, sourceUrl } = listing
  const japanese = contentLang(view, "ja")
  return (
    <DescriptionList
      items={[
        { term: view.t("listings:fee"), detail: fee, lang: japanese },
        { term: view.t("listings:capacity"), detail: capacity, lang: japanese },
        { term: view.t("listings:contact"), detail: contact, lang: japanese },
        { term: view.t("listings:link"), detail: link !== "" && <WebLink href={link} /> },
        {
          term: view.t("listings:organiser"),
          detail: organiser && <OrganisationName view={view} organisation={organiser} />,
        },
        { term: view.t("listings:fields"), detail: <Fields view={view} fields={fields} /> },
        { term: view.t("listings:credit"), detail: credit, lang: japanese },
        { term: view.t("listings:licence"), detail: licence, lang: japanese },
        { term: view.t("listings:source"), detail: sourceUrl !== "" && <WebLink href={sourceUrl} /> },
      ]}
    />
  )
}

function Fields({ view, fields }: { readonly view: View; readonly fields: readonly number[] }) {
  if (fields.length === 0) return null
  return (
    <ul>
      {fields.map((field) => (
        <li>
          <a href={view.href("/listings", { field: String(field) })}>{fieldLabel(view, field)}</a>
        </li>
      ))}
    </ul>
  )
}

/** Somebody else's page: never ours to vouch for. */
export function WebLink({ href }: { readonly href: string }) {
  return (
    <a href={href} rel="external nofollow noopener">
      {href}
    </a>
  )
}
