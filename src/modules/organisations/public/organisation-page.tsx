import { JsonData } from "#web/jsx/json-data.tsx"
import type { Child } from "#jsx"
import { toHiragana } from "#kernel/text.ts"
import { Day } from "#web/dates.tsx"
import { PublicPage } from "#web/layout/public.tsx"
import { ruby } from "#web/ruby.tsx"
import { DescriptionList } from "#web/ui/description-list.tsx"
import { contentLang, LangMark } from "#web/ui/lang-mark.tsx"
import { Tag, Tags } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import type { OrganisationFiles } from "../queries/files.ts"
import type { PublicOrganisation } from "../queries/public.ts"
import { outside } from "../schema/form.ts"
import { officialField } from "../schema/fields.ts"
import { ConfirmedLine, StaleNotice } from "../views/freshness.tsx"
import { areaNamesRuby, fieldLabel, kindLabel, nameIn, NameText, sinceText } from "../views/labels.tsx"
import { LinkList, RecognitionList } from "../views/profile-lists.tsx"
import { Documents, Gallery, Logo, MainPicture } from "../views/organisation-files.tsx"
import { WebLink } from "../views/web-link.tsx"

type OrganisationPageProps = {
  readonly view: View
  readonly organisation: PublicOrganisation
  readonly areas: readonly Area[]
  readonly canonical: string
  readonly files: OrganisationFiles
  /** What other modules show of this group: what it has published. */
  readonly panels: readonly Child[]
}

/** The page of a group: who they are, what for, where, and how to reach them. */
export function OrganisationPage(props: OrganisationPageProps) {
  const { view, organisation, areas, canonical, panels, files } = props
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
      <Logo files={files} />
      <Heading view={view} organisation={organisation} />
      {organisation.stale && <StaleNotice view={view} />}
      <div class="listing">
        <About view={view} organisation={organisation} />
        <Gallery view={view} files={files} />
        <Documents view={view} files={files} />
        <Facts view={view} organisation={organisation} areas={areas} files={files} />
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
      <ConfirmedLine view={view} organisation={organisation} />
    </header>
  )
}

/** A text in the reader's language where it was translated, else as it was written, which is then said. */
function Words(props: {
  readonly view: View
  readonly field: "purpose" | "activities"
  readonly original: string
  readonly english: string
}) {
  const { view, field, original, english } = props
  if (original === "") return null
  const lang = view.lang === "en" && english !== "" ? "en" : "ja"
  return (
    <section aria-labelledby={field}>
      <h2 id={field}>
        {view.t(`organisations:form.${field}`)} <LangMark view={view} lang={lang} />
      </h2>
      <div class="prose" lang={contentLang(view, lang)}>
        {(lang === "en" ? english : original)
          .split("\n")
          .filter((line) => line.trim() !== "")
          .map((line) => (
            <p>{line}</p>
          ))}
      </div>
    </section>
  )
}

/** What the group is for, what it does, and what it was honoured with. */
function About({ view, organisation }: PartProps) {
  const { purpose, purposeEnglish, activities, activitiesEnglish, recognitions } = organisation
  return (
    <div class="stack about">
      <Words view={view} field="purpose" original={purpose} english={purposeEnglish} />
      <Words view={view} field="activities" original={activities} english={activitiesEnglish} />
      {recognitions.length > 0 && (
        <section aria-labelledby="recognitions">
          <h2 id="recognitions">
            {view.t("organisations:form.recognitions")} <LangMark view={view} lang="ja" />
          </h2>
          <RecognitionList view={view} recognitions={recognitions} />
        </section>
      )}
    </div>
  )
}

type FactsProps = PartProps & { readonly areas: readonly Area[]; readonly files: OrganisationFiles }

function Facts({ view, organisation, areas, files }: FactsProps) {
  const { fields, contact } = organisation
  return (
    <section class="aside" aria-labelledby="facts">
      <MainPicture files={files} field={fields[0] ?? 20} />
      <h2 id="facts">{view.t("organisations:page.facts")}</h2>
      <DescriptionList
        items={[
          ...placeFacts(view, organisation, areas),
          ...selfFacts(view, organisation),
          ...reachFacts(view, organisation),
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

const placeFacts = (view: View, organisation: PublicOrganisation, areas: readonly Area[]) => [
  {
    term: view.t("organisations:form.mainArea"),
    detail:
      organisation.mainArea === outside
        ? view.t("organisations:outside")
        : areaNamesRuby(view, areas, [organisation.mainAreaCode]),
  },
  {
    term: view.t("organisations:form.areas"),
    detail: organisation.areas.length > 0 && areaNamesRuby(view, areas, organisation.areas),
  },
  {
    term: view.t("organisations:form.districts"),
    detail: organisation.districts.length > 0 && (
      <span lang={contentLang(view, "ja")}>{organisation.districts.join("、")}</span>
    ),
  },
]

const selfFacts = (view: View, { fields, since, size, legalForm, corporateNumber }: PublicOrganisation) => [
  { term: view.t("organisations:form.fields"), detail: <Fields view={view} fields={fields} /> },
  { term: view.t("organisations:form.since"), detail: since !== "" && ruby(sinceText(view, since)) },
  { term: view.t("organisations:form.size"), detail: size !== "" && view.t(`organisations:size.${size}`) },
  {
    term: view.t("organisations:form.legalForm"),
    detail: legalForm !== "" && view.t(`organisations:legal-form.${legalForm}`),
  },
  { term: view.t("organisations:form.corporateNumber"), detail: corporateNumber },
]

const reachFacts = (view: View, { website, links, contact }: PublicOrganisation) => [
  { term: view.t("organisations:form.website"), detail: website !== "" && <WebLink href={website} /> },
  {
    term: view.t("organisations:form.links"),
    detail: links.length > 0 && (
      <div lang={contentLang(view, "ja")}>
        <LinkList links={links} />
      </div>
    ),
  },
  {
    term: view.t("organisations:page.contact"),
    detail: contact && <Contact view={view} contact={contact} />,
  },
]

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
  const { name, phone, fax, mail, address } = contact
  return (
    <ul>
      {name !== "" && <li lang={contentLang(view, "ja")}>{name}</li>}
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
      {fax !== "" && (
        <li>
          {view.t("organisations:page.fax")} {unbroken(fax)}
        </li>
      )}
      {address !== "" && <li lang={contentLang(view, "ja")}>{address}</li>}
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
  ...sameAs(organisation),
  ...(organisation.since === "" ? {} : { foundingDate: organisation.since }),
  knowsAbout: organisation.fields.map(officialField),
})

/** Its pages elsewhere. */
const sameAs = ({ website, links }: PublicOrganisation) => {
  const pages = [website, ...links.map(({ url }) => url)].filter((page) => page !== "")
  return pages.length === 0 ? {} : { sameAs: pages }
}
