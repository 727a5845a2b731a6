import type { Child } from "#jsx"
import { contentLang } from "#web/ui/lang-mark.tsx"
import type { View } from "#web/view.ts"
import type { ListingDetail } from "../queries/public.ts"
import { applyWays } from "../schema/details.ts"
import { Deadline } from "./deadline.tsx"
import { WebLink, written, type Facts } from "./facts.tsx"

/** Whether, how and until when one applies. */
export const joinFacts = (view: View, listing: ListingDetail, onPaper = false): Facts => {
  const { details, capacity, applyFrom, applyBy } = listing
  return [
    {
      term: view.t("listings:form.entry"),
      detail: details.entry && view.t(`listings:entry.${details.entry}`),
    },
    {
      term: view.t("listings:period"),
      detail: (applyFrom ?? applyBy) && <Deadline {...{ view, applyFrom, applyBy, onPaper }} />,
    },
    ...applyWays.map((way) => written(view, view.t(`listings:way-to.${way}`), wayValue(way, details[way]))),
    {
      term: view.t("listings:capacity"),
      detail: (details.capacityNumber !== null || capacity !== "") && <Seats view={view} listing={listing} />,
    },
    {
      term: view.t("listings:form.choice"),
      detail: details.choice && view.t(`listings:choice.${details.choice}`),
    },
  ]
}

const wayValue = (way: (typeof applyWays)[number], value: string): Child => {
  if (value === "") return ""
  if (way === "byForm") return <WebLink href={value} />
  if (way === "byMail") return <a href={`mailto:${value}`}>{value}</a>
  const [number] = way === "byPhone" ? (/0[\d-]{8,13}/.exec(value.normalize("NFKC")) ?? []) : []
  return number ? <Telephone number={number} text={value} /> : value
}

function Seats({ view, listing }: { readonly view: View; readonly listing: ListingDetail }) {
  const { capacityNumber: count } = listing.details
  // 「20人」 beside 20 says nothing new.
  const text = count !== null && /^\d+[人名]$/.test(listing.capacity) ? "" : listing.capacity
  return (
    <>
      {count !== null && view.t("listings:seats", { count })}
      {count !== null && text !== "" && view.t("listings:dot")}
      {text !== "" && <span lang={contentLang(view, "ja")}>{text}</span>}
    </>
  )
}

/** A number that is pressed to call; it does not break in the middle. */
function Telephone({ number, text }: { readonly number: string; readonly text: string }) {
  return <a href={`tel:${number}`}>{text.replaceAll("-", "\u2011")}</a>
}
