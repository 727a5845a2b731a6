import type { Child } from "#jsx"
import type { Translated } from "#kernel/texts.ts"
import type { Trait } from "#web/ui/card.tsx"
import { DescriptionList, type Description } from "#web/ui/description-list.tsx"
import { contentLang, LangMark } from "#web/ui/lang-mark.tsx"
import { Tag, Tags } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import { fieldLabel, OrganisationName } from "#modules/organisations"
import type { ListingDetail } from "../queries/public.ts"
import { takesPlace } from "../schema/content.ts"
import {
  audienceFacts,
  bringFacts,
  costFacts,
  isAnySaid,
  placeFacts,
  schemeFacts,
  WebLink,
} from "./facts.tsx"
import { joinFacts } from "./join-facts.tsx"
import { areasText } from "./labels.tsx"
import { RuleWords } from "./schedule-words.tsx"
import { traitsOf } from "./traits.ts"
import { OccurrenceText, Unsure, When } from "./when.tsx"

type PartProps = { readonly view: View; readonly listing: ListingDetail }

/** First what one would do and for whom, then when, where and how to join, then the rest; nothing that nobody said. */
export function ListingBody({ view, listing }: PartProps) {
  const gathers = takesPlace(listing.kind)
  return (
    <div class="listing-body">
      <WhatSection view={view} listing={listing} />
      {gathers && <WhenSection view={view} listing={listing} />}
      {gathers && (
        <FactSection id="where" title={view.t("web:where")} facts={placeFacts(view, listing)}>
          <p>{view.t("listings:no-place")}</p>
        </FactSection>
      )}
      <JoinSection view={view} listing={listing} />
      <FactSection id="bring" title={view.t("listings:bring-title")} facts={bringFacts(view, listing)} />
      <FactSection id="cost" title={view.t("listings:cost-title")} facts={costFacts(view, listing)} />
      <CareSection view={view} listing={listing} />
      <section aria-labelledby="more">
        <h2 id="more">{view.t("listings:details")}</h2>
        <Details view={view} listing={listing} />
      </section>
    </div>
  )
}

function WhatSection({ view, listing }: PartProps) {
  const traits = traitsOf(view, listing)
  const facts = [
    ...(listing.kind === "support" ? schemeFacts(view, listing) : []),
    ...audienceFacts(view, listing),
  ]
  return (
    <section aria-labelledby="what">
      <h2 id="what">{view.t(`listings:what-of.${listing.kind}`)}</h2>
      <Written view={view} text={listing.what} />
      {traits.length > 0 && <TraitTags traits={traits} />}
      {listing.forWhom !== "" && (
        <>
          <h3>{view.t("listings:for-whom")}</h3>
          <Written view={view} text={{ body: listing.forWhom, lang: "ja" }} />
        </>
      )}
      {isAnySaid(facts) && <DescriptionList items={facts} />}
    </section>
  )
}

function TraitTags({ traits }: { readonly traits: readonly Trait[] }) {
  return (
    <Tags>
      {traits.map(({ label, icon, first }) => (
        <Tag kind={first ? "first" : "plain"} {...(icon ? { icon } : {})}>
          {label}
        </Tag>
      ))}
    </Tags>
  )
}

type FactSectionProps = {
  readonly id: string
  readonly title: Child
  readonly facts: readonly Description[]
  /** In place of the facts, where there are none; without it the section is left out. */
  readonly children?: Child
}

function FactSection({ id, title, facts, children }: FactSectionProps) {
  const isSaid = isAnySaid(facts)
  if (!isSaid && !children) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {isSaid ? <DescriptionList items={facts} /> : children}
    </section>
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
  return (
    <p>
      <RuleWords view={view} rule={schedule} />
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

function JoinSection({ view, listing }: PartProps) {
  const { kind, howToJoin, applyText } = listing
  const facts = joinFacts(view, listing)
  if (howToJoin.body === "" && !isAnySaid(facts)) return null
  return (
    <section aria-labelledby="join">
      <h2 id="join">{view.t(kind === "support" ? "listings:how-to-apply" : "listings:how-to-join")}</h2>
      {howToJoin.body !== "" && <Written view={view} text={howToJoin} />}
      {applyText !== "" && applyText !== howToJoin.body && (
        <Written view={view} text={{ body: applyText, lang: "ja" }} />
      )}
      {isAnySaid(facts) && <DescriptionList items={facts} />}
    </section>
  )
}

/** What makes it possible to come: each as a word that can be searched by too. */
function CareSection({ view, listing: { details } }: PartProps) {
  const { care, careNote } = details
  if (care.length === 0 && careNote === "") return null
  return (
    <section aria-labelledby="care">
      <h2 id="care">{view.t("listings:care-title")}</h2>
      {care.length > 0 && (
        <TraitTags traits={care.map((each) => ({ label: view.t(`listings:feature.${each}`) }))} />
      )}
      {careNote !== "" && <p lang={contentLang(view, "ja")}>{careNote}</p>}
    </section>
  )
}

function Details({ view, listing }: PartProps) {
  const { contact, link, fields, organiser, credit, licence, sourceUrl, details } = listing
  const japanese = contentLang(view, "ja")
  return (
    <DescriptionList
      items={[
        { term: view.t("listings:contact"), detail: contact, lang: japanese },
        { term: view.t("listings:link"), detail: link !== "" && <WebLink href={link} /> },
        {
          term: view.t("listings:organiser"),
          detail: organiser && <OrganisationName view={view} organisation={organiser} />,
        },
        { term: view.t("listings:area"), detail: !takesPlace(listing.kind) && areasText(view, listing) },
        { term: view.t("listings:form.coHosts"), detail: details.coHosts, lang: japanese },
        { term: view.t("listings:form.supporters"), detail: details.supporters, lang: japanese },
        { term: view.t("listings:form.theme"), detail: details.theme, lang: japanese },
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
