import type { Child } from "#jsx"

/** What one can do with the thing one reads: on a phone a bar at the bottom, on a desk beside the text. */
export function ActionBar({ label, children }: { readonly label: string; readonly children: Child }) {
  return (
    <div class="action-bar" role="group" aria-label={label}>
      {children}
    </div>
  )
}
