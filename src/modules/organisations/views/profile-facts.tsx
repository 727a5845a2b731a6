import { DescriptionList } from "#web/ui/description-list.tsx"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import type { Profile } from "../schema/form.ts"
import { areaNames, fieldLabel, kindLabel } from "./labels.tsx"
import { WebLink } from "./web-link.tsx"

type ProfileFactsProps = {
  readonly view: View
  readonly profile: Profile
  readonly areas: readonly Area[]
  readonly receiptNumber: string | null
}

/** Everything on the form, for its people and for the office. */
export function ProfileFacts({ view, profile, areas, receiptNumber }: ProfileFactsProps) {
  const label = (field: string) => view.t(`organisations:form.${field}`)
  return (
    <DescriptionList
      items={[
        { term: view.t("organisations:receipt-number"), detail: receiptNumber ?? "" },
        { term: label("name"), detail: profile.name },
        { term: label("kana"), detail: profile.kana },
        { term: label("english"), detail: profile.english, lang: "en" },
        { term: label("kind"), detail: kindLabel(view, profile.kind) },
        { term: label("mainArea"), detail: areaNames(view, areas, [profile.mainArea]) },
        { term: label("areas"), detail: areaNames(view, areas, profile.areas) },
        { term: label("fields"), detail: <Fields view={view} fields={profile.fields} /> },
        { term: label("purpose"), detail: profile.purpose },
        { term: label("purposeEnglish"), detail: profile.purposeEnglish, lang: "en" },
        { term: label("website"), detail: profile.website && <WebLink href={profile.website} /> },
        { term: label("contactName"), detail: profile.contactName },
        { term: label("contactPhone"), detail: profile.contactPhone },
        { term: label("contactMail"), detail: profile.contactMail },
        {
          term: label("contactPublic"),
          detail: view.t(profile.contactPublic ? "organisations:yes" : "organisations:no"),
        },
      ]}
    />
  )
}

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
