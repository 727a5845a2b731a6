import { JsonData } from "#web/jsx/json-data.tsx"
import type { Child } from "#jsx"
import { toHiragana } from "#kernel/text.ts"
import { Day } from "#web/dates.tsx"
import { PublicPage } from "#web/layout/public.tsx"
import { DescriptionList } from "#web/ui/description-list.tsx"
import { contentLang, LangMark } from "#web/ui/lang-mark.tsx"
import { PatternPicture } from "#web/ui/pattern-picture.tsx"
import { Tag, Tags } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import type { PublicOrganisation } from "../queries/public.ts"
import { officialField } from "../schema/fields.ts"
import { areaNamesRuby, fieldLabel, kindLabel, nameIn, NameText } from "../views/labels.tsx"
import { WebLink } from "../views/web-link.tsx"

type OrganisationPageProps = {
  readonly view: View
  readonly organisation: PublicOrganisation
  readonly areas: readonly Area[]
  readonly canonical: string
  /** What other modules show of this group: what it has published. */
  readonly panels: readonly Child[]
}

/** The page of a group: who they are, what for, where, and how to reach them. */
export function OrganisationPage({ view, organisation, areas, canonical, panels }: OrganisationPageProps) {
  const name = nameIn(view, organisation)
  return (
    <PublicPage
      view={view}
      title={name.text}
      description={summaryIn(view, organisation)}
      canonical={canonical}
      head={<JsonData data={structured(organisation, canonical)} />}
      breadcrumbs={[
        { label: view.t("organisations:directory.title"), href: view.href("/organisations") },
        { label: name.text, lang: contentLang(view, name.lang) },
      ]}
    >
      <Heading view={view} organisation={organisation} />
      <div class="listing">
        <Purpose view={view} organisation={organisation} />
        <Facts view={view} organisation={organisation} areas={areas} />
        {panels}
      </div>
    </PublicPage>
  )
}

const summaryIn = (view: View, { purpose, purposeEnglish }: PublicOrganisation): string =>
  (view.lang === "en" && purposeEnglish !== "" ? purposeEnglish : purpose)
    .replaceAll(/\s+/g, " ")
    .slice(0, 120)

type PartProps = { readonly view: View; readonly organisation: PublicOrganisation }

function Heading({ view, organisation }: PartProps) {
  const { kana, kind } = organisation
  const name = nameIn(view, organisation)
  return (
    <header>
      <h1>
        <NameText view={view} organisation={organisation} /> <LangMark view={view} lang={name.lang} />
      </h1>
      {view.lang === "ja" && kana !== "" && <p class="organisation-kana">{toHiragana(kana)}</p>}
      <Tags>
        <Tag kind="kind">{kindLabel(view, kind)}</Tag>
      </Tags>
    </header>
  )
}

function Purpose({ view, organisation }: PartProps) {
  const { purpose, purposeEnglish } = organisation
  const translated = view.lang === "en" && purposeEnglish !== ""
  const lang = translated ? "en" : "ja"
  return (
    <section aria-labelledby="purpose">
      <h2 id="purpose">
        {view.t("organisations:form.purpose")} <LangMark view={view} lang={lang} />
      </h2>
      <div class="prose" lang={contentLang(view, lang)}>
        {(translated ? purposeEnglish : purpose)
          .split("\n")
          .filter((line) => line.trim() !== "")
          .map((line) => (
            <p>{line}</p>
          ))}
      </div>
    </section>
  )
}

function Facts({ view, organisation, areas }: PartProps & { readonly areas: readonly Area[] }) {
  const { mainAreaCode, fields, website, contact } = organisation
  return (
    <section class="aside" aria-labelledby="facts">
      <div class="card-picture">
        <PatternPicture field={fields[0] ?? 20} />
      </div>
      <h2 id="facts">{view.t("organisations:page.facts")}</h2>
      <DescriptionList
        items={[
          { term: view.t("organisations:form.mainArea"), detail: areaNamesRuby(view, areas, [mainAreaCode]) },
          {
            term: view.t("organisations:form.areas"),
            detail: organisation.areas.length > 0 && areaNamesRuby(view, areas, organisation.areas),
          },
          { term: view.t("organisations:form.fields"), detail: <Fields view={view} fields={fields} /> },
          {
            term: view.t("organisations:form.website"),
            detail: website !== "" && <WebLink href={website} />,
          },
          {
            term: view.t("organisations:page.contact"),
            detail: contact && <Contact view={view} contact={contact} />,
          },
          {
            term: view.t("organisations:page.since"),
            detail: <Day view={view} day={dayIn(view, organisation.registeredAt)} near={false} />,
          },
        ]}
      />
      {!contact && <p>{view.t("organisations:page.no-contact")}</p>}
    </section>
  )
}

const dayIn = (view: View, at: Temporal.Instant): Temporal.PlainDate =>
  at.toZonedDateTimeISO(view.zone).toPlainDate()

function Fields({ view, fields }: { readonly view: View; readonly fields: readonly number[] }) {
  return (
    <ul>
      {fields.map((field) => (
        <li>
          <a href={view.href("/organisations", { field: String(field) })}>{fieldLabel(view, field)}</a>
        </li>
      ))}
    </ul>
  )
}

type ContactProps = { readonly view: View; readonly contact: NonNullable<PublicOrganisation["contact"]> }

function Contact({ view, contact }: ContactProps) {
  const { name, phone, mail } = contact
  return (
    <ul>
      <li lang={contentLang(view, "ja")}>{name}</li>
      {phone !== "" && (
        <li>
          <a href={`tel:${phone}`}>{unbroken(phone)}</a>
        </li>
      )}
      {mail !== "" && (
        <li>
          <a href={`mailto:${mail}`}>{mail}</a>
        </li>
      )}
    </ul>
  )
}

/** A number is not torn in two at its hyphens. */
const unbroken = (phone: string): string => phone.replaceAll("-", "\u2011")

const structured = (organisation: PublicOrganisation, url: string) => ({
  "@context": "https://schema.org",
  "@type": "Organization",
  name: organisation.name,
  ...(organisation.english === "" ? {} : { alternateName: organisation.english }),
  description: organisation.purpose,
  url,
  ...(organisation.website === "" ? {} : { sameAs: organisation.website }),
  knowsAbout: organisation.fields.map(officialField),
})
