import type { View } from "#web/view.ts"

/** The page's own address with some parameters changed (`undefined` removes); everything else stays, also repeats. */
export function samePage(view: View, changes: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(view.url.query)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) query.delete(name)
    else query.set(name, value)
  }
  return query.size === 0 ? view.url.path : `${view.url.path}?${query}`
}
