import type { Child } from "#jsx"

export type Tab = {
  readonly label: Child
  readonly href: string
  readonly count?: number
  readonly current?: boolean
}

/** Views of one thing, each with its own address. */
export function Tabs({ label, items }: { readonly label: string; readonly items: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {items.map(({ label: words, href, count, current }) => (
          <li>
            <a class="tab" href={href} aria-current={current ? "page" : undefined}>
              <span>{words}</span>
              {count !== undefined && <span class="count">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
