import type { Actor } from "#kernel/actor.ts"
import { Moment } from "#web/dates.tsx"
import { StaffPage } from "#web/layout/staff.tsx"
import { Table } from "#web/ui/table.tsx"
import { Tag } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import type { OfficePage } from "../queries/office-pages.ts"
import { SiteTabs } from "../views/site-tabs.tsx"

type PageListProps = { readonly view: View; readonly actor: Actor; readonly pages: readonly OfficePage[] }

/** Every text that the City has on the site, and where it stands. */
export function PageList({ view, actor, pages }: PageListProps) {
  const purposes = pages.filter(({ kind }) => kind === "purpose")
  return (
    <StaffPage view={view} title={view.text("site:office.title")}>
      <h1>{view.t("site:office.title")}</h1>
      <SiteTabs view={view} actor={actor} />
      <PageTable view={view} id="pages" pages={pages.filter(({ kind }) => kind !== "purpose")} />
      <h2>{view.t("site:list.purposes")}</h2>
      <p>{view.t("site:list.purposes-lead")}</p>
      <PageTable view={view} id="purposes" pages={purposes} />
    </StaffPage>
  )
}

type PageTableProps = {
  readonly view: View
  readonly id: "pages" | "purposes"
  readonly pages: readonly OfficePage[]
}

function PageTable({ view, id, pages }: PageTableProps) {
  return (
    <Table
      id={id}
      caption={view.t(`site:list.${id}`)}
      captionHidden
      columns={[
        { label: view.t("site:list.page") },
        { label: view.t("site:list.state") },
        { label: view.t("site:list.published") },
        { label: view.t("site:list.changed") },
      ]}
      rows={pages.map((page) => ({
        cells: [
          <a href={view.href(`/staff/site/pages/${page.slug}`)}>{nameOf(view, page)}</a>,
          <State view={view} page={page} />,
          page.publishedAt ? <Moment view={view} at={page.publishedAt} /> : "",
          <Moment view={view} at={page.changedAt} />,
        ],
      }))}
    />
  )
}

/** Texts of purposes have like titles: their place tells them apart. */
export const nameOf = (view: View, { kind, slug, title }: Pick<OfficePage, "kind" | "slug" | "title">) =>
  kind === "purpose" ? view.text(`site:collection.${slug.replace("purpose-", "")}`) : title

function State({ view, page }: { readonly view: View; readonly page: OfficePage }) {
  const isNewer = page.latestNumber !== page.currentNumber
  if (page.nextAt)
    return (
      <Tag kind="first" icon="clock">
        {view.t("site:standing.scheduled")}
      </Tag>
    )
  if (isNewer) return <Tag kind="first">{view.t("site:list.newer")}</Tag>
  return <Tag kind="good">{view.t("site:standing.public")}</Tag>
}
