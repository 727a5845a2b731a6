import type { Context as HonoContext } from "hono"
import { drawPage } from "#jsx"
import { dayOf } from "#kernel/clock.ts"
import { Forbidden } from "#kernel/errors.ts"
import { pageNumber, type Page } from "#kernel/paging.ts"
import { reading } from "#kernel/transaction.ts"
import { routes, type WebEnv } from "#web/context.ts"
import { Day } from "#web/dates.tsx"
import { StaffPage } from "#web/layout/staff.tsx"
import { ButtonLink, Buttons } from "#web/ui/button.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { Pagination } from "#web/ui/pagination.tsx"
import { Table } from "#web/ui/table.tsx"
import { Tabs } from "#web/ui/tabs.tsx"
import { Tag } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import { type Area, type Body, bodyLabel, listAreas, listBodies } from "#modules/places"
import { accountNames } from "../auth/people.ts"
import { managedBodies } from "../policy.ts"
import { listComing } from "../queries/coming.ts"
import { type HeldPost, listPosts } from "../queries/posts.ts"
import { ComingList } from "../views/coming-list.tsx"
import { areasWords, programmeWords } from "../views/posts.ts"

export const postsPage = routes().get("/posts", async (c) => {
  const scope = managedBodies(c.var.context.actor)
  if (scope === "none") throw new Forbidden("only administrators see the posts")
  if (c.req.query("when") === "coming") return c.html(drawPage(<ComingPosts {...await comingOf(c, scope)} />))
  return c.html(drawPage(<Posts {...await postsOf(c, scope)} />))
})

const postsOf = (c: HonoContext<WebEnv>, scope: "all" | { bodyId: string }): Promise<PostsProps> => {
  const { context, view } = c.var
  const when = c.req.query("when") === "past" ? "past" : "now"
  const today = dayOf(context.clock.now(), context.city.zone)
  return reading(context, async (tx) => {
    const filter = { when, today, ...(scope === "all" ? {} : scope) } as const
    const page = await listPosts(tx, filter, pageNumber(c.req.query("page")))
    const names = await accountNames(
      tx,
      page.rows.map((row) => row.accountId),
    )
    return { view, when, today, page, names, bodies: await listBodies(tx), areas: await listAreas(tx) }
  })
}

const comingOf = (c: HonoContext<WebEnv>, scope: "all" | { bodyId: string }) => {
  const { context, view } = c.var
  const today = dayOf(context.clock.now(), context.city.zone)
  return reading(context, async (tx) => {
    const coming = await listComing(tx, { today, ...(scope === "all" ? {} : scope) })
    const names = await accountNames(
      tx,
      coming.flatMap((each) => [each.accountId, each.holderId]),
    )
    return { view, coming, names, bodies: await listBodies(tx), areas: await listAreas(tx) }
  })
}

function ComingPosts(props: Awaited<ReturnType<typeof comingOf>>) {
  const { view } = props
  return (
    <StaffPage view={view} title={view.text("accounts:coming.title")}>
      <Head view={view} when="coming" />
      <ComingList {...props} />
    </StaffPage>
  )
}

type PostsProps = {
  readonly view: View
  readonly when: "now" | "past"
  readonly today: Temporal.PlainDate
  readonly page: Page<HeldPost>
  readonly names: ReadonlyMap<string, string>
  readonly bodies: readonly Body[]
  readonly areas: readonly Area[]
}

function Posts(props: PostsProps) {
  const { view, when, page } = props
  return (
    <StaffPage view={view} title={view.text("accounts:posts.title")}>
      <Head view={view} when={when} />
      {page.rows.length === 0 ? (
        <EmptyState title={view.t("accounts:posts.none")} />
      ) : (
        <PostTable {...props} />
      )}
      <Pagination view={view} page={page.page} pages={Math.ceil(page.total / page.size)} />
    </StaffPage>
  )
}

function Head({ view, when }: { readonly view: View; readonly when: "now" | "coming" | "past" }) {
  return (
    <>
      <div class="record-head">
        <h1>{view.t("accounts:posts.title")}</h1>
        <Buttons>
          <ButtonLink icon="plus" shortKey="n" href={view.href("/staff/posts/new")}>
            {view.t("accounts:posts.add")}
          </ButtonLink>
          <ButtonLink kind="secondary" href={view.href("/staff/posts/imports")}>
            {view.t("accounts:import.title")}
          </ButtonLink>
        </Buttons>
      </div>
      <Tabs
        label={view.text("accounts:posts.title")}
        items={[
          { label: view.t("accounts:posts.now"), href: view.href("/staff/posts"), current: when === "now" },
          {
            label: view.t("accounts:coming.title"),
            href: view.href("/staff/posts", { when: "coming" }),
            current: when === "coming",
          },
          {
            label: view.t("accounts:posts.past"),
            href: view.href("/staff/posts", { when: "past" }),
            current: when === "past",
          },
        ]}
      />
    </>
  )
}

function PostTable({ view, when, page, today, names, bodies, areas }: PostsProps) {
  return (
    <Table
      id="posts"
      caption={view.t(when === "past" ? "accounts:posts.past" : "accounts:posts.now")}
      captionHidden
      columns={[
        { label: view.t("accounts:post.person") },
        { label: view.t("accounts:post.body") },
        { label: view.t("accounts:post.role") },
        { label: view.t("accounts:post.programme") },
        { label: view.t("accounts:post.areas") },
        { label: view.t("accounts:post.from") },
        { label: view.t("accounts:post.to") },
      ]}
      rows={page.rows.map((row) => ({
        cells: [
          <a href={view.href(`/staff/posts/${row.id}`)}>{names.get(row.accountId) ?? row.accountId}</a>,
          bodyName(view, bodies, row.bodyId),
          view.t(`accounts:role.${row.role}`),
          programmeWords(view, row.programme),
          areasWords(view, row.areaCodes, areas),
          <From view={view} row={row} today={today} />,
          row.validTo ? <Day view={view} day={row.validTo} near={false} /> : view.t("accounts:post.open-end"),
        ],
      }))}
    />
  )
}

function From({
  view,
  row,
  today,
}: {
  readonly view: View
  readonly row: HeldPost
  readonly today: Temporal.PlainDate
}) {
  const ahead = Temporal.PlainDate.compare(row.validFrom, today) > 0
  return (
    <>
      <Day view={view} day={row.validFrom} near={false} />
      {ahead && <Tag>{view.t("accounts:post.ahead")}</Tag>}
    </>
  )
}

const bodyName = (view: View, bodies: readonly Body[], id: string): string => {
  const body = bodies.find((each) => each.id === id)
  return body ? bodyLabel(view, body) : id
}
