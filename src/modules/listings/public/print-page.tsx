import { PrintPage } from "#web/layout/print.tsx"
import { DescriptionList } from "#web/ui/description-list.tsx"
import { contentLang } from "#web/ui/lang-mark.tsx"
import type { View } from "#web/view.ts"
import { OrganisationName } from "#modules/organisations"
import type { ListingDetail } from "../queries/public.ts"
import { takesPlace } from "../schema/content.ts"
import { bringFacts, costFacts, schemeFacts } from "../views/facts.tsx"
import { joinFacts } from "../views/join-facts.tsx"
import { Written } from "../views/listing-body.tsx"
import { OccurrenceText, When } from "../views/when.tsx"

type PosterProps = { readonly view: View; readonly listing: ListingDetail; readonly canonical: string }

/** Days that fit on one sheet; the page itself knows the others. */
const most = 6

/** One sheet for a notice board: what, when, where, how; and the address of the page. */
export function PosterPage({ view, listing, canonical }: PosterProps) {
  const { title, what, howToJoin, contact, organiser, credit, details } = listing
  const japanese = contentLang(view, "ja")
  return (
    <PrintPage view={view} title={title.body} titleLang={contentLang(view, title.lang)}>
      <p class="poster-kind">{view.t(`listings:kind.${listing.kind}`)}</p>
      <div class="poster-what">
        <Written view={view} text={what} />
      </div>
      <DescriptionList
        items={[
          {
            term: view.t("web:when"),
            detail: takesPlace(listing.kind) && <Days view={view} listing={listing} />,
          },
          { term: view.t("web:where"), detail: placeLine(listing), lang: japanese },
          ...(listing.kind === "support" ? schemeFacts(view, listing) : []),
          {
            term: view.t("listings:how-to-join"),
            detail: howToJoin.body !== "" && <Written view={view} text={howToJoin} />,
          },
          ...joinFacts(view, listing, true),
          ...costFacts(view, listing),
          ...bringFacts(view, listing),
          {
            term: view.t("listings:organiser"),
            detail: organiser ? <OrganisationName view={view} organisation={organiser} /> : credit,
          },
          { term: view.t("listings:form.coHosts"), detail: details.coHosts, lang: japanese },
          { term: view.t("listings:contact"), detail: contact, lang: japanese },
          { term: view.t("listings:link"), detail: canonical },
        ]}
      />
    </PrintPage>
  )
}

const placeLine = ({ placeName, placeAddress, details }: ListingDetail): string => {
  const { station, stationMinutes } = details
  const access = station !== "" && stationMinutes !== null ? `${station} 徒歩${stationMinutes}分` : station
  return [placeName, placeAddress, access].filter((text) => text !== "").join("　")
}

function Days({ view, listing }: { readonly view: View; readonly listing: ListingDetail }) {
  const { occurrences } = listing
  if (occurrences.length < 2) return <When view={view} {...listing} more={0} />
  return (
    <ul class="dates">
      {occurrences.slice(0, most).map((occurrence) => (
        <li>
          <OccurrenceText view={view} occurrence={occurrence} />
        </li>
      ))}
      {occurrences.length > most && <li>{view.t("listings:more", { count: occurrences.length - most })}</li>}
    </ul>
  )
}
