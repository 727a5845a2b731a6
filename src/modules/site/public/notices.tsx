import { drawPage } from "#jsx"
import { type Page, pageNumber } from "#kernel/paging.ts"
import { reading } from "#kernel/transaction.ts"
import { type Area, areaRuby, findArea, listAreas } from "#modules/places"
import { routes } from "#web/context.ts"
import { Day } from "#web/dates.tsx"
import { PublicPage } from "#web/layout/public.tsx"
import { ruby } from "#web/ruby.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { LangMark } from "#web/ui/lang-mark.tsx"
import { Notice } from "#web/ui/notice.tsx"
import { Pagination } from "#web/ui/pagination.tsx"
import { Tabs } from "#web/ui/tabs.tsx"
import { Tag } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import { getPublicNotice, listNotices } from "../queries/notices.ts"
import { inLang } from "../schema/contents.ts"
import type { SiteNotice } from "../schema/notices.ts"
import { withoutReadings } from "../schema/readings.ts"
import { Markdown } from "../views/markdown.tsx"
import { lastDayOf, NoticeList, startDayOf } from "../views/notice-list.tsx"
import { langOf, titleOf } from "../views/written.tsx"

export const noticeRoutes = routes()
  .get("/notices", async (c) => {
    const { context, view } = c.var
    await c.var.keep(["notices", "places"])
    const past = c.req.query("when") === "past"
    const found = await reading(context, async (tx) => ({
      page: await listNotices(tx, view.now, past, pageNumber(c.req.query("page"))),
      areas: await listAreas(tx),
    }))
    await c.var.keep([], found.page.until)
    return c.html(drawPage(<NoticesPage view={view} past={past} {...found} />))
  })
  .get("/notices/:id", async (c) => {
    const { context, view } = c.var
    await c.var.keep(["notices", "places"])
    const found = await reading(context, async (tx) => {
      const notice = await getPublicNotice(tx, c.req.param("id"), view.now)
      return { notice, area: notice.areaCode === null ? undefined : await findArea(tx, notice.areaCode) }
    })
    const { endsAt } = found.notice
    await c.var.keep([], endsAt && Temporal.Instant.compare(endsAt, view.now) > 0 ? endsAt : null)
    return c.html(drawPage(<NoticePage view={view} baseUrl={context.baseUrl} {...found} />))
  })

type NoticesPageProps = {
  readonly view: View
  readonly past: boolean
  readonly page: Page<SiteNotice>
  readonly areas: readonly Area[]
}

function NoticesPage({ view, past, page, areas }: NoticesPageProps) {
  return (
    <PublicPage view={view} title={view.text("site:notices.title")} width="text">
      <div class="stack">
        <h1>{view.t("site:notices.title")}</h1>
        <Tabs
          label={view.text("site:notices.title")}
          items={[
            { label: view.t("site:notices.now"), href: view.href("/notices"), current: !past },
            {
              label: view.t("site:notices.past"),
              href: view.href("/notices", { when: "past" }),
              current: past,
            },
          ]}
        />
        {page.total === 0 ? (
          <EmptyState title={view.t(past ? "site:notices.none-past" : "site:notices.none")} />
        ) : (
          <NoticeList view={view} notices={page.rows} areas={areas} />
        )}
        <Pagination view={view} page={page.page} pages={Math.ceil(page.total / page.size)} />
      </div>
    </PublicPage>
  )
}

type NoticePageProps = {
  readonly view: View
  readonly baseUrl: string
  readonly notice: SiteNotice
  readonly area: Area | undefined
}

function NoticePage({ view, baseUrl, notice, area }: NoticePageProps) {
  const text = inLang(notice.contents, view.lang)
  const isOver = notice.endsAt !== null && Temporal.Instant.compare(notice.endsAt, view.now) <= 0
  return (
    <PublicPage
      view={view}
      title={withoutReadings(text.title)}
      width="text"
      canonical={`${baseUrl}/notices/${notice.publicId}`}
      breadcrumbs={[
        { label: view.t("site:notices.title"), href: view.href("/notices") },
        { label: titleOf(text) },
      ]}
    >
      <article class="site-page">
        <h1 lang={langOf(view, text.lang)}>{titleOf(text)}</h1>
        <p>
          <Day view={view} day={startDayOf(view, notice)} near={false} />{" "}
          {area && <Tag icon="place">{ruby(areaRuby(view, area))}</Tag>}{" "}
          {text.lang !== view.lang && <LangMark view={view} lang="ja" />}
        </p>
        {isOver && <Notice view={view} kind="info" title={view.t("site:notices.over")} />}
        <div class="prose" lang={langOf(view, text.lang)}>
          <Markdown body={text.body} readings={text.lang === "ja-easy"} href={view.href} />
        </div>
        {notice.endsAt && !isOver && (
          <p class="quiet">
            {view.t("site:notices.until")}
            <Day view={view} day={lastDayOf(view, notice.endsAt)} />
          </p>
        )}
      </article>
    </PublicPage>
  )
}
