import type { Child } from "#jsx"

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
      <Apart />
      <Heading class="empty-state-title">{title}</Heading>
      {children && <div class="empty-state-text">{children}</div>}
      {action && <div class="buttons">{action}</div>}
    </div>
  )
}

/** Two rings that have not met yet. */
function Apart() {
  return (
    <svg
      class="empty-state-picture"
      viewBox="0 0 96 40"
      width="96"
      height="40"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="22" cy="20" r="18" />
      <circle class="empty-state-missing" cx="74" cy="20" r="18" />
    </svg>
  )
}
