import type { Actor } from "#kernel/actor.ts"
import type { Page } from "#kernel/paging.ts"
import { type Area, areaLabel } from "#modules/places"
import { Day, Moment } from "#web/dates.tsx"
import { StaffPage } from "#web/layout/staff.tsx"
import { ButtonLink, Buttons } from "#web/ui/button.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { Pagination } from "#web/ui/pagination.tsx"
import { Table } from "#web/ui/table.tsx"
import { Tag } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import type { SiteNotice } from "../schema/notices.ts"
import { lastDayOf } from "../views/notice-list.tsx"
import { SiteTabs } from "../views/site-tabs.tsx"

type OfficeNoticesProps = {
  readonly view: View
  readonly actor: Actor
  readonly page: Page<SiteNotice>
  readonly areas: readonly Area[]
}

export function OfficeNotices({ view, actor, page, areas }: OfficeNoticesProps) {
  const named = new Map(areas.map((area) => [area.code, areaLabel(view, area)]))
  return (
    <StaffPage view={view} title={view.text("site:office.notices")}>
      <h1>{view.t("site:office.title")}</h1>
      <SiteTabs view={view} actor={actor} />
      <Buttons>
        <ButtonLink href={view.href("/staff/site/notices/new")} icon="plus" shortKey="n">
          {view.t("site:notice.new")}
        </ButtonLink>
      </Buttons>
      {page.total === 0 ? (
        <EmptyState title={view.t("site:notices.none")} />
      ) : (
        <Table
          id="notices"
          caption={view.t("site:office.notices")}
          captionHidden
          columns={[
            { label: view.t("site:edit.title") },
            { label: view.t("site:list.state") },
            { label: view.t("site:notice.area") },
            { label: view.t("site:notice.from") },
            { label: view.t("site:notice.to") },
          ]}
          rows={page.rows.map((notice) => ({
            cells: [
              <a href={view.href(`/staff/site/notices/${notice.publicId}`)}>{notice.contents.ja.title}</a>,
              <Standing view={view} notice={notice} />,
              named.get(notice.areaCode ?? "") ?? view.t("site:notice.whole-city"),
              <Moment view={view} at={notice.startsAt} />,
              notice.endsAt && <Day view={view} day={lastDayOf(view, notice.endsAt)} near={false} />,
            ],
          }))}
        />
      )}
      <Pagination view={view} page={page.page} pages={Math.ceil(page.total / page.size)} />
    </StaffPage>
  )
}

/** What people see of it now. */
const standingOf = (view: View, { state, startsAt, endsAt }: SiteNotice) => {
  if (state !== "published") return state
  if (Temporal.Instant.compare(startsAt, view.now) > 0) return "scheduled"
  return endsAt && Temporal.Instant.compare(endsAt, view.now) <= 0 ? "over" : "public"
}

function Standing({ view, notice }: { readonly view: View; readonly notice: SiteNotice }) {
  const standing = standingOf(view, notice)
  const kind = standing === "public" ? "good" : standing === "scheduled" ? "first" : "plain"
  return <Tag kind={kind}>{view.t(`site:standing.${standing}`)}</Tag>
}
