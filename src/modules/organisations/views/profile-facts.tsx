import { DescriptionList } from "#web/ui/description-list.tsx"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import { outside, type ContactItem, type Profile } from "../schema/form.ts"
import { areaNames, fieldLabel, kindLabel, sinceText } from "./labels.tsx"
import { LinkList, RecognitionList } from "./profile-lists.tsx"
import { WebLink } from "./web-link.tsx"

type ProfileFactsProps = {
  readonly view: View
  readonly profile: Profile
  readonly areas: readonly Area[]
  readonly receiptNumber: string | null
}

/** Everything on the form, for its people and for the office; what was left empty is not there. */
export function ProfileFacts({ view, profile, areas, receiptNumber }: ProfileFactsProps) {
  const label = (field: keyof Profile) => view.t(`organisations:form.${field}`)
  return (
    <DescriptionList
      items={[
        { term: view.t("organisations:receipt-number"), detail: receiptNumber ?? "" },
        { term: label("name"), detail: profile.name },
        { term: label("kana"), detail: profile.kana },
        { term: label("kind"), detail: kindLabel(view, profile.kind) },
        {
          term: label("legalForm"),
          detail: profile.legalForm && view.t(`organisations:legal-form.${profile.legalForm}`),
        },
        { term: label("corporateNumber"), detail: profile.corporateNumber },
        { term: label("mainArea"), detail: mainAreaText(view, areas, profile.mainArea) },
        { term: label("areas"), detail: areaNames(view, areas, profile.areas) },
        { term: label("districts"), detail: profile.districts.join("、") },
        { term: label("fields"), detail: <Fields view={view} fields={profile.fields} /> },
        { term: label("purpose"), detail: profile.purpose },
        { term: label("activities"), detail: profile.activities },
        { term: label("since"), detail: sinceText(view, profile.since) },
        { term: label("size"), detail: profile.size && view.t(`organisations:size.${profile.size}`) },
        {
          term: label("recognitions"),
          detail: profile.recognitions.length > 0 && (
            <RecognitionList view={view} recognitions={profile.recognitions} />
          ),
        },
        { term: label("english"), detail: profile.english, lang: "en" },
        { term: label("purposeEnglish"), detail: profile.purposeEnglish, lang: "en" },
        { term: label("activitiesEnglish"), detail: profile.activitiesEnglish, lang: "en" },
        ...contactFacts(view, profile),
      ]}
    />
  )
}

/** Each item of the contact, with whether the public reads it. */
const contactFacts = (view: View, profile: Profile) => {
  const { contactName, contactPhone, contactMail, contactFax, contactAddress, website, links } = profile
  const said = (item: ContactItem) => (
    <span class="shown-mark">
      {view.t(profile.shown.includes(item) ? "organisations:is-shown" : "organisations:not-shown")}
    </span>
  )
  const fact = (field: keyof Profile, item: ContactItem, value: string) => ({
    term: view.t(`organisations:form.${field}`),
    detail: value !== "" && (
      <>
        {value} {said(item)}
      </>
    ),
  })
  return [
    fact("contactName", "name", contactName),
    fact("contactPhone", "phone", contactPhone),
    fact("contactMail", "mail", contactMail),
    fact("contactFax", "fax", contactFax),
    fact("contactAddress", "address", contactAddress),
    {
      term: view.t("organisations:form.website"),
      detail: website !== "" && (
        <>
          <WebLink href={website} /> {said("website")}
        </>
      ),
    },
    {
      term: view.t("organisations:form.links"),
      detail: links.length > 0 && (
        <>
          <LinkList links={links} /> {said("links")}
        </>
      ),
    },
  ]
}

/** A main area in words, also where it is none of the city's. */
export const mainAreaText = (view: View, areas: readonly Area[], mainArea: string): string =>
  mainArea === outside ? view.text("organisations:outside") : areaNames(view, areas, [mainArea])

function Fields({ view, fields }: { readonly view: View; readonly fields: readonly number[] }) {
  if (fields.length === 0) return null
  return (
    <ul>
      {fields.map((field) => (
        <li>{fieldLabel(view, field)}</li>
      ))}
    </ul>
  )
}
