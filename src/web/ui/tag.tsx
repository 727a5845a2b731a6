import type { Child } from "#jsx"
import { each } from "./children.ts"
import { Icon, type IconName } from "./icon.tsx"

type TagProps = {
  /** `first`: a first step is welcome. `few`: seats nearly gone. `past`: over. `alert`: danger only. */
  readonly kind?: "plain" | "kind" | "first" | "few" | "good" | "past" | "alert"
  readonly icon?: IconName
  readonly children: Child
}

/** A word about a thing. Its colour only repeats what the word says. */
export function Tag({ kind = "plain", icon, children }: TagProps) {
  return (
    <span class="tag" data-kind={kind}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </span>
  )
}

export function Tags({ children }: { readonly children: Child }) {
  return (
    <ul class="tags">
      {each(children).map((tag) => (
        <li>{tag}</li>
      ))}
    </ul>
  )
}

export type ChipItem = {
  readonly label: Child
  readonly href: string
  readonly icon?: IconName
  /** Chosen: the link takes the choice back. */
  readonly chosen?: boolean
}

type ChipsProps = { readonly label: string; readonly items: readonly ChipItem[] }

/** Ways to choose, each one a link. */
export function Chips({ label, items }: ChipsProps) {
  return (
    <ul class="chips" aria-label={label}>
      {items.map(({ label: words, href, icon, chosen }) => (
        <li>
          <a class="chip" href={href} aria-current={chosen ? "true" : undefined}>
            {icon && <Icon name={chosen && icon !== "close" ? "check" : icon} />}
            <span>{words}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
