import type { Child } from "#jsx"
import { Breadcrumbs, type Crumb } from "#web/ui/breadcrumbs.tsx"
import { EmergencyBanner } from "#web/ui/emergency-banner.tsx"
import { Icon } from "#web/ui/icon.tsx"
import { FlashNotice } from "#web/ui/notice.tsx"
import type { View } from "#web/view.ts"
import { Document, type PageProps } from "./document.tsx"
import { aboutItems, Brand, DemoBanner, Languages, NavList, portalItems, SkipLink } from "./parts.tsx"

type PublicPageProps = PageProps & {
  readonly breadcrumbs?: readonly Crumb[]
  /** `text`: one column for reading. `wide`: lists. `sections`: parts from edge to edge, which bring their own margins. */
  readonly width?: "text" | "wide" | "sections"
}

/** A page of the portal: air, big targets, everything reachable without script. */
export function PublicPage(props: PublicPageProps) {
  const { view, breadcrumbs = [], width = "wide" } = props
  return (
    <Document {...props} surface="public" styles={["main.css"]}>
      <SkipLink view={view} />
      <EmergencyBanner view={view} />
      <DemoBanner view={view} />
      <PublicHeader view={view} />
      <main id="main" tabindex={-1} data-width={width}>
        {(breadcrumbs.length > 0 || view.flash) && (
          <div class="container page-top">
            <Breadcrumbs view={view} items={breadcrumbs} />
            <FlashNotice view={view} />
          </div>
        )}
        <Frame width={width}>{props.children}</Frame>
      </main>
      <PublicFooter view={view} />
    </Document>
  )
}

function Frame({ width, children }: { readonly width: string; readonly children: Child }) {
  if (width === "sections") return <>{children}</>
  return (
    <div class="container page" data-width={width}>
      {children}
    </div>
  )
}

/** Head of the portal. On a phone the same links stand in a menu that opens without script. */
export function PublicHeader({ view }: { readonly view: View }) {
  const items = portalItems(view)
  return (
    <header class="header">
      <div class="container header-row">
        <Brand view={view} href={view.href("/")} />
        <nav class="header-nav" aria-label={view.text("web:nav.main")}>
          <NavList items={items} />
        </nav>
        <div class="header-side">
          <Languages view={view} label={view.text("web:nav.languages")} />
          <Account view={view} />
        </div>
        <details class="menu">
          <summary>
            <Icon name="menu" />
            <span>{view.t("web:nav.menu")}</span>
          </summary>
          <div class="menu-panel">
            <nav aria-label={view.text("web:nav.menu")}>
              <NavList items={items} />
            </nav>
            <Account view={view} />
            <Languages view={view} label={view.text("web:nav.languages-menu")} />
          </div>
        </details>
      </div>
    </header>
  )
}

function Account({ view }: { readonly view: View }) {
  const { person } = view
  return (
    <div class="account">
      {person?.isStaff && (
        <a class="account-link" href={view.href("/staff")}>
          <Icon name="building" />
          <span>{view.t("web:nav.staff")}</span>
        </a>
      )}
      <a class="account-link" href={view.href(person ? "/my" : "/sign-in")}>
        <Icon name="person" />
        <span>{view.t(person ? "web:nav.my" : "web:nav.sign-in")}</span>
      </a>
    </div>
  )
}

export function PublicFooter({ view }: { readonly view: View }) {
  return (
    <footer class="footer">
      <div class="container footer-row">
        <div class="footer-about">
          <Brand view={view} href={view.href("/")} />
          <p>{view.t("web:footer.about", { city: view.city.name })}</p>
        </div>
        <nav aria-label={view.text("web:nav.footer")}>
          <NavList items={portalItems(view)} />
        </nav>
        <nav aria-label={view.text("web:nav.about")}>
          <NavList items={aboutItems(view)} />
        </nav>
        <Languages view={view} label={view.text("web:nav.languages-footer")} />
      </div>
    </footer>
  )
}
