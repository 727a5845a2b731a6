import { MyPage } from "#web/layout/my.tsx"
import { ButtonLink } from "#web/ui/button.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import type { View } from "#web/view.ts"
import type { OrganisationSummary } from "#modules/organisations"
import { OfficeSpoke } from "../views/state.tsx"

type StartPageProps = {
  readonly view: View
  readonly organisations: readonly OrganisationSummary[]
  /** Groups whose office said something and waits for an answer. */
  readonly spokenTo: ReadonlySet<string>
}

/** The groups one publishes for. */
export function StartPage({ view, organisations, spokenTo }: StartPageProps) {
  return (
    <MyPage
      view={view}
      title={view.text("listings:own.title")}
      breadcrumbs={[
        { label: view.t("web:nav.my"), href: view.href("/my") },
        { label: view.t("listings:own.title") },
      ]}
    >
      <h1>{view.t("listings:own.title")}</h1>
      {organisations.length === 0 ? (
        <EmptyState
          title={view.t("listings:own.no-group")}
          action={
            <ButtonLink href={view.href("/my/organisations/new")}>
              {view.t("listings:own.register")}
            </ButtonLink>
          }
        >
          <p>{view.t("listings:own.no-group-next")}</p>
        </EmptyState>
      ) : (
        <ul class="stack">
          {organisations.map(({ id, publicId, name }) => (
            <li>
              <a href={view.href(`/my/organisations/${publicId}/listings`)}>{name}</a>{" "}
              {spokenTo.has(id) && <OfficeSpoke view={view} />}
            </li>
          ))}
        </ul>
      )}
    </MyPage>
  )
}
