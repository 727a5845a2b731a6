import { Breadcrumbs, type Crumb } from "#web/ui/breadcrumbs.tsx"
import { EmergencyBanner } from "#web/ui/emergency-banner.tsx"
import { FlashNotice } from "#web/ui/notice.tsx"
import type { View } from "#web/view.ts"
import { Document, type PageProps } from "./document.tsx"
import { DemoBanner, NavList, SkipLink } from "./parts.tsx"
import { PublicFooter, PublicHeader } from "./public.tsx"

type MyPageProps = PageProps & { readonly breadcrumbs?: readonly Crumb[] }

/** A page of a signed-in person: the portal's air, with their own things at the side. */
export function MyPage(props: MyPageProps) {
  const { view, breadcrumbs = [] } = props
  return (
    <Document {...props} noindex surface="my" styles={["main.css"]}>
      <SkipLink view={view} />
      <EmergencyBanner view={view} />
      <DemoBanner view={view} />
      <PublicHeader view={view} />
      <div class="container my">
        <MySide view={view} />
        <main id="main" tabindex={-1} class="my-main">
          <Breadcrumbs view={view} items={breadcrumbs} />
          <FlashNotice view={view} />
          {props.children}
        </main>
      </div>
      <PublicFooter view={view} />
    </Document>
  )
}

function MySide({ view }: { readonly view: View }) {
  const { mine = [] } = view
  return (
    <aside class="my-side" aria-label={view.text("web:nav.my")}>
      {view.person && (
        <p class="my-person">
          <strong>{view.person.name}</strong>
          {view.person.hat && <span class="hat">{view.person.hat}</span>}
        </p>
      )}
      {mine.length > 0 && (
        <nav class="my-nav" aria-label={view.text("web:nav.mine")}>
          <NavList items={mine} />
        </nav>
      )}
      <form method="post" action={view.href("/sign-out")}>
        <button class="button" data-kind="quiet" data-size="small" type="submit">
          <span>{view.t("web:nav.sign-out")}</span>
        </button>
      </form>
    </aside>
  )
}
