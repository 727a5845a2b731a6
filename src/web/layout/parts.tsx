import { ruby } from "#web/ruby.tsx"
import { Icon, Mark } from "#web/ui/icon.tsx"
import { samePage } from "#web/ui/query.ts"
import type { Lang, NavItem, View } from "#web/view.ts"

/** The first stop of the keyboard: over the head of the page, to what it is about. */
export function SkipLink({ view }: { readonly view: View }) {
  return (
    <a class="skip-link" href="#main">
      {view.t("web:nav.skip")}
    </a>
  )
}

/** Everything here is made up: said on every page of the demo. */
export function DemoBanner({ view }: { readonly view: View }) {
  if (!view.demo) return null
  return (
    <aside class="demo-banner" aria-label={view.text("web:demo.label")}>
      <p>
        <span>{view.t("web:demo.text")}</span> <a href={view.href("/demo")}>{view.t("web:demo.people")}</a>
      </p>
    </aside>
  )
}

export function Brand({ view, href }: { readonly view: View; readonly href: string }) {
  return (
    <a class="brand" href={href}>
      <Mark />
      <span class="brand-words">
        <span class="brand-name">{ruby(view.city.productName)}</span>
        <span class="brand-city">{ruby(view.city.name)}</span>
      </span>
    </a>
  )
}

const languages: readonly { readonly lang: Lang; readonly name: string; readonly code: "ja" | "en" }[] = [
  { lang: "ja", name: "日本語", code: "ja" },
  { lang: "en", name: "English", code: "en" },
  { lang: "ja-easy", name: "やさしい日本語", code: "ja" },
]

/** The same page in another language; each name stands in its own. */
export function Languages({ view, label }: { readonly view: View; readonly label: string }) {
  return (
    <nav class="languages" aria-label={label}>
      <Icon name="globe" />
      <ul>
        {languages.map(({ lang, name, code }) => (
          <li>
            <a
              href={samePage(view, { lang })}
              hreflang={code}
              lang={code}
              aria-current={lang === view.lang ? "true" : undefined}
            >
              {lang === "ja-easy" ? <EasyName /> : name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

// Those who need it cannot read it without its reading, whatever the language of the page.
function EasyName() {
  return (
    <>
      やさしい
      <ruby>
        日本語
        <rp>（</rp>
        <rt>にほんご</rt>
        <rp>）</rp>
      </ruby>
    </>
  )
}

/** What the City says of the site itself: at the end of every page. */
export function aboutItems(view: View): readonly NavItem[] {
  const doors = [
    ["web:about.notices", "/notices"],
    ["web:about.first-steps", "/pages/first-steps"],
    ["web:about.merits", "/pages/merits"],
    ["web:about.faq", "/pages/faq"],
    ["web:about.about", "/pages/about"],
    ["web:about.opinions", "/opinions"],
    ["web:about.contact", "/pages/contact"],
    ["web:about.terms", "/pages/terms"],
    ["web:about.privacy", "/pages/privacy"],
    ["web:about.accessibility", "/pages/accessibility"],
  ] as const
  return itemsOf(view, doors)
}

/** The doors of the portal. */
export function portalItems(view: View): readonly NavItem[] {
  const doors = [
    ["web:nav.listings", "/listings"],
    ["web:nav.organisations", "/organisations"],
    ["web:nav.areas", "/areas"],
    ["web:nav.figures", "/figures"],
  ] as const
  return itemsOf(view, doors)
}

function itemsOf(
  view: View,
  doors: readonly (readonly [key: `web:${string}`, path: string])[],
): readonly NavItem[] {
  return doors.map(([key, path]) => ({
    label: view.t(key as never),
    href: view.href(path),
    current: view.url.path === path || view.url.path.startsWith(`${path}/`),
  }))
}

export function NavList({ items }: { readonly items: readonly NavItem[] }) {
  return (
    <ul>
      {items.map(({ label, href, current }) => (
        <li>
          <a href={href} aria-current={current ? "page" : undefined}>
            <span>{label}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
