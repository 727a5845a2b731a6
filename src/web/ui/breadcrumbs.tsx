import type { Child } from "#jsx"
import type { View } from "#web/view.ts"

export type Crumb = { readonly label: Child; readonly href?: string; readonly lang?: string | undefined }

/** The way from the front page to here. The last one is where one stands. */
export function Breadcrumbs({ view, items }: { readonly view: View; readonly items: readonly Crumb[] }) {
  if (items.length === 0) return null
  return (
    <nav class="breadcrumbs" aria-label={view.text("web:nav.breadcrumbs")}>
      <ol>
        {items.map(({ label, href, lang }, index) => (
          <li lang={lang}>
            {href ? (
              <a href={href}>{label}</a>
            ) : (
              <span aria-current={index === items.length - 1 ? "page" : undefined}>{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
