import type { Child } from "#jsx"
import { PatternPicture } from "./pattern-picture.tsx"

type EmptyStateProps = {
  /** What will stand here. */
  readonly title: Child
  readonly children?: Child
  /** The next step, as links or buttons. */
  readonly action?: Child
  readonly heading?: "h2" | "h3" | "p"
}

export function EmptyState({ title, children, action, heading: Heading = "p" }: EmptyStateProps) {
  return (
    <div class="empty-state">
      <div class="empty-state-picture">
        <PatternPicture field={13} />
      </div>
      <Heading class="empty-state-title">{title}</Heading>
      {children && <div class="empty-state-text">{children}</div>}
      {action && <div class="buttons">{action}</div>}
    </div>
  )
}
