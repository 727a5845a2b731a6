import { type Actor, isAllowed } from "#kernel/actor.ts"
import { Moment } from "#web/dates.tsx"
import { StaffPage } from "#web/layout/staff.tsx"
import { Button } from "#web/ui/button.tsx"
import { DescriptionList } from "#web/ui/description-list.tsx"
import { Form } from "#web/ui/form.tsx"
import type { View } from "#web/view.ts"
import { canWritePage } from "../policy.ts"
import type { PageRecord } from "../queries/office-pages.ts"
import { langs } from "../schema/contents.ts"
import type { Version } from "../schema/pages.ts"
import { Difference } from "../views/difference.tsx"
import { Markdown } from "../views/markdown.tsx"
import { titleOf } from "../views/written.tsx"
import { nameOf } from "./page-list.tsx"

type VersionPageProps = {
  readonly view: View
  readonly actor: Actor
  readonly record: PageRecord
  readonly version: Version
  /** With which it is compared. */
  readonly against: Version | undefined
}

/** One version as it reads, and what changed from another. */
export function VersionPage(props: VersionPageProps) {
  const { view, record, version } = props
  const { page, names } = record
  const path = `/staff/site/pages/${page.slug}`
  const title = view.text("site:page.version", { number: version.number })
  return (
    <StaffPage
      view={view}
      title={title}
      scripts={["submit-once"]}
      breadcrumbs={[
        { label: view.t("site:office.title"), href: view.href("/staff/site") },
        { label: nameOf(view, { ...page, title: version.contents.ja.title }), href: view.href(path) },
        { label: title },
      ]}
    >
      <h1>{title}</h1>
      <DescriptionList
        items={[
          { term: view.t("site:version.at"), detail: <Moment view={view} at={version.at} /> },
          {
            term: view.t("site:version.who"),
            detail: version.accountId ? (names.get(version.accountId) ?? "") : view.t("site:version.shipped"),
          },
          { term: view.t("site:edit.why"), detail: version.why },
          {
            term: view.t("site:list.published"),
            detail: version.publishAt && <Moment view={view} at={version.publishAt} />,
          },
        ]}
      />
      <Restoring {...props} />
      <Comparing {...props} />
      <h2>{view.t("site:version.text")}</h2>
      <Reading {...props} />
    </StaffPage>
  )
}

function Restoring({ view, actor, record, version }: VersionPageProps) {
  const isLatest = record.versions[0]?.number === version.number
  if (isLatest || !isAllowed(canWritePage(actor))) return null
  const path = `/staff/site/pages/${record.page.slug}/versions/${version.number}/restoration`
  return (
    <Form view={view} action={view.href(path)}>
      <Button kind="secondary" icon="history">
        {view.t("site:version.restore")}
      </Button>
    </Form>
  )
}

function Comparing({ view, record, version, against }: VersionPageProps) {
  const others = record.versions.filter(({ number }) => number !== version.number)
  if (others.length === 0) return null
  return (
    <section aria-labelledby="comparing" class="stack">
      <h2 id="comparing">{view.t("site:version.compare")}</h2>
      <ul class="chips">
        {others.map(({ number }) => (
          <li>
            <a
              class="chip"
              href={view.href(`/staff/site/pages/${record.page.slug}/versions/${version.number}`, {
                against: String(number),
              })}
              aria-current={number === against?.number ? "true" : undefined}
            >
              {view.t("site:page.version", { number })}
            </a>
          </li>
        ))}
      </ul>
      {against && <Difference view={view} before={against.contents} after={version.contents} />}
    </section>
  )
}

function Reading({ view, version }: VersionPageProps) {
  return (
    <>
      {langs.map((lang) => {
        const { title, body } = version.contents[lang]
        return (
          <section
            class="writing-preview"
            aria-label={`${view.text("site:version.text")} ${view.text(`site:lang.${lang}`)}`}
            lang={lang === "en" ? "en" : "ja"}
            tabindex={0}
          >
            <h3>{title === "" ? view.t("site:edit.nothing") : titleOf({ title, lang })}</h3>
            <div class="prose">
              <Markdown body={body} readings={lang === "ja-easy"} href={view.href} prefix={`${lang}-`} />
            </div>
          </section>
        )
      })}
    </>
  )
}
