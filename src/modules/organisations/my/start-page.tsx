import type { Child } from "#jsx"
import { MyPage } from "#web/layout/my.tsx"
import { ButtonLink } from "#web/ui/button.tsx"
import { EmptyState } from "#web/ui/empty-state.tsx"
import type { City } from "#kernel/city.ts"
import type { View } from "#web/view.ts"
import type { OwnOrganisation } from "../queries/own.ts"
import { needsConfirming } from "../schema/freshness.ts"
import { NextStep } from "../views/next-step.tsx"
import { StateTag } from "../views/state.tsx"

type StartPageProps = { readonly view: View; readonly city: City; readonly own: readonly OwnOrganisation[] }

/** Where a signed-in person begins: their groups and what they have applied for, each with its next step. */
export function StartPage({ view, city, own }: StartPageProps) {
  const groups = own.filter(({ registeredAt }) => registeredAt !== null)
  const applications = own.filter(({ registeredAt }) => registeredAt === null)
  const register = (
    <ButtonLink
      href={view.href("/my/organisations/new")}
      icon="plus"
      kind={own.length === 0 ? "primary" : "secondary"}
    >
      {view.t("organisations:register")}
    </ButtonLink>
  )
  return (
    <MyPage view={view} title={view.text("web:nav.my")}>
      <h1>{view.t("web:nav.my")}</h1>
      {own.length === 0 ? (
        <EmptyState heading="h2" title={view.t("organisations:my.none")} action={register}>
          <p>{view.t("organisations:my.none-next")}</p>
        </EmptyState>
      ) : (
        <>
          <Part view={view} city={city} title={view.t("organisations:my.groups")} own={groups} />
          <Part view={view} city={city} title={view.t("organisations:my.applications")} own={applications} />
          <p>{register}</p>
        </>
      )}
      <p>
        <a href={view.href("/my/claim")}>{view.t("organisations:claim.have-code")}</a>
      </p>
    </MyPage>
  )
}

type PartProps = StartPageProps & { readonly title: Child }

function Part({ view, city, title, own }: PartProps) {
  if (own.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul class="card-list">
        {own.map((each) => (
          <li>
            <article class="card">
              <div class="card-body">
                <p class="card-kind">
                  <StateTag view={view} state={each.state} />
                </p>
                <h3 class="card-title">
                  <a class="card-link" href={view.href(`/my/organisations/${each.publicId}`)}>
                    {each.name}
                  </a>
                </h3>
                <NextStep view={view} state={each.state} dueOn={each.dueOn} />
                {needsConfirming(each, view.now, city) && <p>{view.t("organisations:confirm.title")}</p>}
              </div>
            </article>
          </li>
        ))}
      </ul>
    </section>
  )
}
