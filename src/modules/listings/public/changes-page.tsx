import { PublicPage } from "#web/layout/public.tsx"
import { contentLang } from "#web/ui/lang-mark.tsx"
import type { View } from "#web/view.ts"
import type { Area } from "#modules/places"
import type { ChangeEntry } from "../queries/changes.ts"
import type { ListingDetail } from "../queries/public.ts"
import { AllChanges } from "../views/changes.tsx"

type ChangesPageProps = {
  readonly view: View
  readonly listing: ListingDetail
  readonly areas: readonly Area[]
  readonly changes: readonly ChangeEntry[]
}

/** What changed in a listing since it became public. */
export function ChangesPage({ view, listing, areas, changes }: ChangesPageProps) {
  const lang = contentLang(view, listing.title.lang === "en" ? "en" : "ja")
  const page = `/listings/${listing.publicId}`
  return (
    <PublicPage
      view={view}
      title={`${view.text("listings:change.history")} ${listing.title.body}`}
      width="text"
      noindex
      breadcrumbs={[
        { label: view.t("listings:title"), href: view.href("/listings") },
        { label: listing.title.body, href: view.href(page), ...(lang ? { lang } : {}) },
        { label: view.t("listings:change.history") },
      ]}
    >
      <h1>{view.t("listings:change.history")}</h1>
      <p lang={lang}>
        <strong>{listing.title.body}</strong>
      </p>
      {changes.length === 0 ? (
        <p>{view.t("listings:change.none")}</p>
      ) : (
        <>
          <p>{view.t("listings:change.history-lead")}</p>
          <AllChanges view={view} areas={areas} changes={changes} />
        </>
      )}
    </PublicPage>
  )
}
