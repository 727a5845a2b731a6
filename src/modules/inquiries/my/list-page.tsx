import type { Actor } from "#kernel/actor.ts"
import type { Page } from "#kernel/paging.ts"
import { Moment } from "#web/dates.tsx"
import { MyPage } from "#web/layout/my.tsx"
import { ButtonLink } from "#web/ui/button.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import { Pagination } from "#web/ui/pagination.tsx"
import { Tabs } from "#web/ui/tabs.tsx"
import { Chips } from "#web/ui/tag.tsx"
import type { View } from "#web/view.ts"
import type { Box, ShownRow } from "../queries/lists.ts"
import { inquiry, type InquiryState } from "../schema.ts"
import { StateTag } from "../views/labels.tsx"

type ListPageProps = {
  readonly view: View
  readonly actor: Actor
  readonly box: Box
  readonly state: InquiryState | null
  readonly found: Page<ShownRow>
  readonly waiting: number
}

/** What came to one's groups, and what one asked oneself. */
export function ListPage(props: ListPageProps) {
  const { view, actor, box, state, found, waiting } = props
  const href = (query: Record<string, string | undefined>) => view.href("/my/inquiries", query)
  return (
    <MyPage view={view} title={view.text("inquiries:list.title")}>
      <div class="stack">
        <h1>{view.t("inquiries:list.title")}</h1>
        {actor.memberships.length > 0 && (
          <Tabs
            label={view.text("inquiries:list.boxes")}
            items={[
              {
                label: view.t("inquiries:list.received"),
                href: href({}),
                count: waiting,
                current: box === "received",
              },
              { label: view.t("inquiries:list.sent"), href: href({ box: "sent" }), current: box === "sent" },
            ]}
          />
        )}
        {(found.total > 0 || state !== null) && (
          <Chips
            label={view.text("inquiries:list.states")}
            items={inquiry.states.map((each) => ({
              label: view.t(`inquiries:state.${each}`),
              href: href({
                box: box === "sent" ? "sent" : undefined,
                state: each === state ? undefined : each,
              }),
              icon: each === state ? "close" : "filter",
              chosen: each === state,
            }))}
          />
        )}
        {found.total === 0 ? <None {...props} /> : <Rows {...props} />}
        <Pagination view={view} page={found.page} pages={Math.ceil(found.total / found.size)} />
      </div>
    </MyPage>
  )
}

function None({ view, box, state }: ListPageProps) {
  if (state !== null) return <EmptyState title={view.t("inquiries:list.none-chosen")} />
  return (
    <EmptyState
      title={view.t(`inquiries:list.none-${box}`)}
      action={
        box === "sent" && (
          <ButtonLink kind="secondary" href={view.href("/listings")}>
            {view.t("inquiries:list.find")}
          </ButtonLink>
        )
      }
    >
      <p>{view.t(`inquiries:list.none-${box}-next`)}</p>
    </EmptyState>
  )
}

function Rows({ view, box, found }: ListPageProps) {
  return (
    <ul class="inquiry-list">
      {found.rows.map((row) => (
        <li>
          <article class="card">
            <div class="card-body">
              <p class="card-kind">
                <StateTag view={view} state={row.state} />
              </p>
              <h2 class="card-title">
                <a class="card-link" href={view.href(`/my/inquiries/${row.publicId}`)}>
                  {titleOf(view, box, row)}
                </a>
              </h2>
              {row.listing && <p>{row.listing}</p>}
              {row.lastBody !== "" && <p class="inquiry-words">{row.lastBody}</p>}
              <p class="inquiry-when">
                <Moment view={view} at={row.lastAt} />
                {box === "received" && row.group && <span>{row.group.name}</span>}
              </p>
            </div>
          </article>
        </li>
      ))}
    </ul>
  )
}

const titleOf = (view: View, box: Box, { group, askerName }: ShownRow): string => {
  if (box === "sent") return group?.name ?? ""
  return askerName === ""
    ? view.text("inquiries:forgotten.somebody")
    : view.text("inquiries:page.from", { name: askerName })
}
