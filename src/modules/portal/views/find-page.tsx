import { StaffPage } from "#web/layout/staff.tsx"
import type { Hit } from "#web/manifest.ts"
import { EmptyState } from "#web/ui/empty-state.tsx"
import type { View } from "#web/view.ts"

type Found = { readonly view: View; readonly hits: readonly Hit[]; readonly words: string }

export function FindPage({ view, hits, words }: Found) {
  return (
    <StaffPage view={view} title={view.text("portal:find.title")} words={words}>
      <h1>{view.t("portal:find.title")}</h1>
      {words.trim() === "" ? (
        <p>{view.t("portal:find.lead")}</p>
      ) : hits.length === 0 ? (
        <EmptyState title={view.t("portal:find.none", { words })}>
          {view.t("portal:find.none-next")}
        </EmptyState>
      ) : (
        <>
          <p>{view.t("portal:find.count", { count: hits.length })}</p>
          <Hits view={view} hits={hits} />
        </>
      )}
    </StaffPage>
  )
}

/** The same answers under the box, while one types. */
export function Answers({ view, hits, words }: Found) {
  return (
    <>
      <p data-said class="quick-said">
        {hits.length === 0
          ? view.t("portal:find.none", { words })
          : view.t("portal:find.count", { count: hits.length })}
      </p>
      {hits.length > 0 && <Hits view={view} hits={hits} />}
    </>
  )
}

function Hits({ view, hits }: Pick<Found, "view" | "hits">) {
  return (
    <ul class="hits">
      {hits.map(({ title, kind, detail, href }) => (
        <li class="hit">
          <a href={view.href(href)}>{title}</a>
          <span class="hit-kind">{kind}</span>
          {detail && <span class="hit-detail">{detail}</span>}
        </li>
      ))}
    </ul>
  )
}
