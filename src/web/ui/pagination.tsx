import type { View } from "#web/view.ts"
import { Icon } from "./icon.tsx"
import { samePage } from "./query.ts"

type PaginationProps = { readonly view: View; readonly page: number; readonly pages: number }

/** Links to the pages of a list; the filters in the address stay. */
export function Pagination({ view, page, pages }: PaginationProps) {
  if (pages <= 1) return null
  const href = (to: number) => samePage(view, { page: to === 1 ? undefined : String(to) })
  return (
    <nav class="pagination" aria-label={view.text("web:pages.label")}>
      {page > 1 && (
        <a class="pagination-step" rel="prev" href={href(page - 1)}>
          <Icon name="back" />
          <span>{view.t("web:pages.previous")}</span>
        </a>
      )}
      <ol class="pagination-pages">
        {shown(page, pages).map((number) =>
          number === null ? (
            <li aria-hidden="true">…</li>
          ) : (
            <li>
              <a
                class="pagination-page"
                href={href(number)}
                aria-current={number === page ? "page" : undefined}
                aria-label={view.text("web:pages.page", { page: number })}
              >
                {number}
              </a>
            </li>
          ),
        )}
      </ol>
      {page < pages && (
        <a class="pagination-step" rel="next" href={href(page + 1)}>
          <span>{view.t("web:pages.next")}</span>
          <Icon name="arrow" />
        </a>
      )}
    </nav>
  )
}

/** First, last, and the neighbours; a gap where numbers are left out. */
function shown(page: number, pages: number): readonly (number | null)[] {
  const all = Array.from({ length: pages }, (_, index) => index + 1)
  const kept = all.filter((number) => number === 1 || number === pages || Math.abs(number - page) <= 1)
  return kept.flatMap((number, index) => {
    const before = kept[index - 1]
    return before !== undefined && number - before > 1 ? [null, number] : [number]
  })
}
