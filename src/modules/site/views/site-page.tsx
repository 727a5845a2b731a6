import { dayOf } from "#kernel/clock.ts"
import { Day } from "#web/dates.tsx"
import { PublicPage } from "#web/layout/public.tsx"
import { LangMark } from "#web/ui/lang-mark.tsx"
import { Notice } from "#web/ui/notice.tsx"
import type { View } from "#web/view.ts"
import { inLang } from "../schema/contents.ts"
import { headingsOf, type Heading } from "../schema/headings.ts"
import type { SitePage, Version } from "../schema/pages.ts"
import { withoutReadings } from "../schema/readings.ts"
import { Markdown, WithReadings } from "./markdown.tsx"
import { Questions } from "./questions.tsx"
import { langOf, type ReadText, titleOf } from "./written.tsx"

type SitePageViewProps = {
  readonly view: View
  readonly baseUrl: string
  readonly page: SitePage
  readonly version: Version
  readonly past: readonly Pick<Version, "number" | "publishAt" | "why">[]
  /** What is looked for on a page of questions. */
  readonly words: string
}

/** A page that the City wrote: title, contents, text, and when it was last changed. */
export function SitePageView(props: SitePageViewProps) {
  const { view, baseUrl, page, version, past, words } = props
  const text = inLang(version.contents, view.lang)
  const isOld = past.length > 0 && past[0]?.number !== version.number
  const path = `/pages/${page.slug}`
  return (
    <PublicPage
      view={view}
      title={withoutReadings(text.title)}
      width="text"
      canonical={`${baseUrl}${path}`}
      noindex={isOld || words !== ""}
      breadcrumbs={[{ label: view.t("site:home"), href: view.href("/") }, { label: titleOf(text) }]}
    >
      <article class="site-page">
        <h1 lang={langOf(view, text.lang)}>{titleOf(text)}</h1>
        {text.lang !== view.lang && (
          <p>
            <LangMark view={view} lang="ja" />
          </p>
        )}
        {isOld && <OldNotice view={view} path={path} />}
        {page.kind === "faq" ? (
          <Questions view={view} path={path} text={text} words={words} />
        ) : (
          <Text view={view} text={text} />
        )}
        <p class="quiet site-page-date">
          {view.t("site:page.since")}
          {version.publishAt && <Day view={view} day={dayOf(version.publishAt, view.zone)} near={false} />}
        </p>
        <PastVersions {...props} />
      </article>
    </PublicPage>
  )
}

function Text({ view, text }: { readonly view: View; readonly text: ReadText }) {
  const headings = headingsOf(text.body).filter(({ level }) => level === 1)
  return (
    <div lang={langOf(view, text.lang)}>
      {headings.length >= 4 && (
        <ContentsList view={view} headings={headings} easy={text.lang === "ja-easy"} />
      )}
      <div class="prose">
        <Markdown body={text.body} readings={text.lang === "ja-easy"} href={view.href} />
      </div>
    </div>
  )
}

type ContentsListProps = {
  readonly view: View
  readonly headings: readonly Heading[]
  readonly easy: boolean
}

function ContentsList({ view, headings, easy }: ContentsListProps) {
  return (
    <nav class="contents-list" aria-label={view.text("site:page.contents")}>
      <ul>
        {headings.map(({ id, text }) => (
          <li>
            <a href={`#${id}`}>{easy ? <WithReadings text={text} /> : text}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function OldNotice({ view, path }: { readonly view: View; readonly path: string }) {
  return (
    <Notice view={view} kind="warning" title={view.t("site:page.old")}>
      <p>
        <a href={view.href(path)}>{view.t("site:page.to-current")}</a>
      </p>
    </Notice>
  )
}

/** Of terms: what was in force when. */
function PastVersions({ view, page, past, version }: SitePageViewProps) {
  if (past.length < 2) return null
  return (
    <section class="site-page-past" aria-labelledby="past">
      <h2 id="past">{view.t("site:page.past")}</h2>
      <ul>
        {past.map(({ number, publishAt, why }) => (
          <li>
            {number === version.number ? (
              <strong>{view.t("site:page.version", { number })}</strong>
            ) : (
              <a href={view.href(`/pages/${page.slug}/versions/${number}`)}>
                {view.t("site:page.version", { number })}
              </a>
            )}{" "}
            {publishAt && <Day view={view} day={dayOf(publishAt, view.zone)} near={false} />}
            {why !== "" && <span lang={langOf(view, "ja")}> {why}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
