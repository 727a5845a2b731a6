import { PublicPage } from "#web/layout/public.tsx"
import { ButtonLink } from "#web/ui/button.tsx"
import type { View } from "#web/view.ts"

/** The link or code was used, ran out, or never was: the next step is a fresh mail. */
export function SignInOver({ view }: { readonly view: View }) {
  return (
    <PublicPage view={view} title={view.text("accounts:over.title")} width="text" noindex>
      <div class="stack">
        <h1>{view.t("accounts:over.title")}</h1>
        <p class="lead">{view.t("accounts:over.lead")}</p>
        <p>
          <ButtonLink href={view.href("/sign-in")}>{view.t("accounts:over.again")}</ButtonLink>
        </p>
      </div>
    </PublicPage>
  )
}
