import type { Child } from "#jsx"
import { Icon } from "./icon.tsx"

type SectionProps = {
  readonly id: string
  readonly title: Child
  /** A word on what stands here. */
  readonly lead?: Child
  readonly more?: { readonly label: Child; readonly href: string }
  /** On the warm grey, to part it from its neighbours. */
  readonly tinted?: boolean
  readonly children: Child
}

/** A part of a page from edge to edge, with its heading and the way to more. */
export function Section({ id, title, lead, more, tinted, children }: SectionProps) {
  return (
    <section class="section" data-tinted={tinted ? "true" : undefined} aria-labelledby={id}>
      <div class="container">
        <div class="section-head">
          <h2 class="section-title" id={id}>
            {title}
          </h2>
          {more && (
            <a class="section-more" href={more.href}>
              <span>{more.label}</span>
              <Icon name="arrow" />
            </a>
          )}
        </div>
        {lead && <p class="section-lead">{lead}</p>}
        {children}
      </div>
    </section>
  )
}
