import type { Child } from "#jsx"
import { each } from "./children.ts"
import type { View } from "#web/view.ts"
import { Icon, type IconName } from "./icon.tsx"
import { contentLang, LangMark } from "./lang-mark.tsx"
import { PatternPicture } from "./pattern-picture.tsx"
import { Phrase } from "./phrase.tsx"
import { Tag, Tags } from "./tag.tsx"

export type Picture = {
  readonly src: string
  readonly alt: string
  readonly width: number
  readonly height: number
  readonly srcset?: string
  readonly sizes?: string
}

export type Trait = { readonly label: Child; readonly icon?: IconName; readonly first?: boolean }

export type CardProps = {
  readonly view: View
  readonly href: string
  /** A word, not only a colour. */
  readonly kind: { readonly label: Child; readonly icon: IconName }
  readonly title: string
  /** Language of title and group, as written by its people. */
  readonly lang?: "ja" | "en"
  readonly when?: Child
  readonly where?: Child
  /** At most three are shown. */
  readonly traits?: readonly Trait[]
  /** Seats or deadline, when it matters; `few` when it hurries. */
  readonly seats?: { readonly label: Child; readonly few?: boolean }
  readonly organiser?: { readonly name: string; readonly href: string }
  readonly picture?: Picture
  /** Where no picture exists, the pattern of the field. */
  readonly field?: number
  /** Over, called off: said before everything else. */
  readonly ended?: Child
  /** A quiet word at the end: when it was last confirmed. */
  readonly note?: Child
  readonly heading?: "h2" | "h3"
}

/** One thing that one can do. The title's link covers the card; the group's name is a link of its own. */
export function Card(props: CardProps) {
  const { view, href, kind, title, lang = "ja", heading: Heading = "h3", organiser, seats } = props
  return (
    <article class="card" data-ended={props.ended ? "true" : undefined}>
      <Top {...props} />
      <div class="card-body">
        <p class="card-kind">
          {props.ended && <Tag kind="past">{props.ended}</Tag>}
          <Tag kind="kind" icon={kind.icon}>
            {kind.label}
          </Tag>
          <LangMark view={view} lang={lang} />
        </p>
        <Heading class="card-title" lang={contentLang(view, lang)}>
          <a class="card-link" href={href}>
            <Phrase text={title} lang={lang} />
          </a>
        </Heading>
        <WhenAndWhere {...props} />
        {(props.traits ?? []).length > 0 && <Traits traits={props.traits ?? []} />}
        {seats && (
          <p class="card-seats" data-few={seats.few ? "true" : undefined}>
            <Icon name={seats.few ? "bell" : "people"} />
            <span>{seats.label}</span>
          </p>
        )}
        {props.note && <p class="card-note">{props.note}</p>}
        {organiser && (
          <p class="card-organiser" lang={contentLang(view, lang)}>
            <a href={organiser.href}>{organiser.name}</a>
          </p>
        )}
      </div>
    </article>
  )
}

function Top({ picture, field }: CardProps) {
  if (!picture && field === undefined) return null
  return (
    <div class="card-picture">
      {picture ? <img {...picture} loading="lazy" decoding="async" /> : <PatternPicture field={field ?? 1} />}
    </div>
  )
}

/** When and where, each with its sign. */
export function WhenAndWhere({ view, when, where }: Pick<CardProps, "view" | "when" | "where">) {
  if (!when && !where) return null
  return (
    <dl class="card-facts">
      {when && (
        <div>
          <dt>
            <Icon name="calendar" />
            <span class="visually-hidden">{view.t("web:when")}</span>
          </dt>
          <dd>{when}</dd>
        </div>
      )}
      {where && (
        <div>
          <dt>
            <Icon name="place" />
            <span class="visually-hidden">{view.t("web:where")}</span>
          </dt>
          <dd>{where}</dd>
        </div>
      )}
    </dl>
  )
}

function Traits({ traits }: { readonly traits: readonly Trait[] }) {
  return (
    <Tags>
      {traits.slice(0, 3).map(({ label, icon, first }) => (
        <Tag kind={first ? "first" : "plain"} {...(icon || first ? { icon: icon ?? "sprout" } : {})}>
          {label}
        </Tag>
      ))}
    </Tags>
  )
}

export function CardList({ children }: { readonly children: Child }) {
  return (
    <ul class="card-list">
      {each(children).map((card) => (
        <li>{card}</li>
      ))}
    </ul>
  )
}
