import type { Child } from "#jsx"
import type { Description } from "#web/ui/description-list.tsx"
import { contentLang } from "#web/ui/lang-mark.tsx"
import type { View } from "#web/view.ts"
import type { ListingDetail } from "../queries/public.ts"
import { areasText } from "./labels.tsx"

// Facts of a listing, each with its name; the lists leave out what nobody said.

export type Facts = readonly Description[]

export const written = (view: View, term: Child, detail: Child): Description => ({
  term,
  detail,
  lang: contentLang(view, "ja"),
})

const joined = (view: View, words: readonly string[]): string => words.join(view.lang === "en" ? ", " : "、")

/** civic-portal.U2: whose scheme, for whom, how much. */
export const schemeFacts = (view: View, { details }: ListingDetail): Facts => [
  written(view, view.t("listings:form.provider"), details.provider),
  written(view, view.t("listings:form.target"), details.target),
  written(view, view.t("listings:form.amount"), details.amount),
]

/** Who is meant: in our own words what was ticked. */
export const audienceFacts = (view: View, { details }: ListingDetail): Facts => [
  {
    term: view.t("listings:audience-title"),
    detail: details.audiences.length > 0 && <Words view={view} keys={details.audiences} of="audience" />,
  },
  { term: view.t("listings:age"), detail: ageText(view, details) },
  written(view, view.t("listings:form.skills"), joined(view, details.skills)),
  {
    term: view.t("listings:form.languages"),
    detail: details.languages.length > 0 && <Words view={view} keys={details.languages} of="language" />,
  },
]

type WordsProps = {
  readonly view: View
  readonly keys: readonly string[]
  readonly of: "audience" | "language"
}

function Words({ view, keys, of }: WordsProps) {
  return (
    <>
      {keys.map((key, index) => (
        <>
          {index > 0 && view.t("listings:dot")}
          {view.t(`listings:${of}.${key}`)}
        </>
      ))}
    </>
  )
}

const ageText = (view: View, { ageFrom: from, ageTo: to }: ListingDetail["details"]): Child => {
  if (from !== null && to !== null) return view.t("listings:age-between", { from, to })
  if (from !== null) return view.t("listings:age-from", { from })
  return to === null ? null : view.t("listings:age-to", { to })
}

export const placeFacts = (view: View, listing: ListingDetail): Facts => {
  const { placeName, placeAddress, online, details } = listing
  return [
    written(view, view.t("listings:place"), placeName),
    written(view, view.t("listings:address"), placeAddress),
    { term: view.t("listings:form.station"), detail: stationText(view, details) },
    { term: view.t("listings:online"), detail: online && <Online view={view} listing={listing} /> },
    { term: view.t("listings:area"), detail: areasText(view, listing) },
    written(view, view.t("listings:form.districts"), joined(view, details.districts)),
  ]
}

const stationText = (view: View, { station, stationMinutes: count }: ListingDetail["details"]): Child => {
  if (station === "") return null
  const name = <span lang={contentLang(view, "ja")}>{station}</span>
  return count === null ? (
    name
  ) : (
    <>
      {name} {view.t("listings:on-foot", { count })}
    </>
  )
}

/** The address where the group gives it to everybody; else how one gets it. */
function Online({ view, listing }: { readonly view: View; readonly listing: ListingDetail }) {
  const { placeName, details } = listing
  return (
    <>
      {view.t(placeName === "" ? "listings:online-yes" : "listings:online-too")}
      {details.joinAddress !== "" && (
        <>
          <br />
          <WebLink href={details.joinAddress} />
          {details.joinAddressShown === "joining" && ` ${view.text("listings:address-private")}`}
        </>
      )}
      {details.joinAddress === "" && details.joinAddressShown === "joining" && (
        <span class="quiet"> {view.t("listings:address-later")}</span>
      )}
    </>
  )
}

/** What it costs, and what one gets. */
export const costFacts = (view: View, listing: ListingDetail): Facts => {
  const { fee, details } = listing
  const { feeYen, insurer, insurancePlan } = details
  return [
    {
      term: view.t("listings:fee"),
      detail: (feeYen !== null || fee !== "") && <Fee view={view} listing={listing} />,
    },
    written(view, view.t("listings:form.reward"), details.reward),
    {
      term: view.t("listings:insurance"),
      detail: (insurer !== null || insurancePlan !== "") && (
        <>
          {insurer && view.t(`listings:insurer.${insurer}`)}
          {insurer && insurancePlan !== "" && view.t("listings:dot")}
          {insurancePlan !== "" && <span lang={contentLang(view, "ja")}>{insurancePlan}</span>}
        </>
      ),
    },
  ]
}

function Fee({ view, listing: { fee, details } }: { readonly view: View; readonly listing: ListingDetail }) {
  const { feeYen } = details
  const amount = feeYen === null ? null : feeText(view, feeYen)
  const adds = fee !== "" && fee !== "無料" && fee !== `${feeYen?.toLocaleString("ja-JP")}円`
  return (
    <>
      {amount}
      {amount !== null && adds && view.t("listings:dot")}
      {(adds || amount === null) && <span lang={contentLang(view, "ja")}>{fee}</span>}
    </>
  )
}

const feeText = (view: View, yen: number): Child =>
  yen === 0 ? view.t("listings:trait.free") : view.t("listings:yen", { amount: yen.toLocaleString("ja-JP") })

export const bringFacts = (view: View, { details }: ListingDetail): Facts => [
  written(view, view.t("listings:form.bring"), details.bring),
  written(view, view.t("listings:form.wear"), details.wear),
  written(view, view.t("listings:form.rain"), details.rain),
]

/** Somebody else's page: never ours to vouch for. */
export function WebLink({ href }: { readonly href: string }) {
  return (
    <a href={href} rel="external nofollow noopener">
      {href}
    </a>
  )
}

/** Whether any of these facts was said. */
export const isAnySaid = (facts: Facts): boolean =>
  facts.some(({ detail }) => detail !== null && detail !== undefined && detail !== false && detail !== "")
