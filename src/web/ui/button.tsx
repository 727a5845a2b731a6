import type { Child } from "#jsx"
import { Icon, type IconName } from "./icon.tsx"

type Look = {
  /** Primary is for the one thing that the page is for. */
  readonly kind?: "primary" | "secondary" | "quiet" | "danger"
  readonly size?: "large" | "medium" | "small"
  readonly icon?: IconName
  readonly children: Child
}

type ButtonProps = Look & {
  readonly type?: "submit" | "button"
  readonly name?: string
  readonly value?: string
  readonly formaction?: string
  readonly form?: string
}

/** Does something. It says what happens: 「申し込む」, never 「送信」. */
export function Button({ kind, size, icon, children, type = "submit", ...rest }: ButtonProps) {
  return (
    <button class="button" data-kind={kind ?? "primary"} data-size={size ?? "medium"} type={type} {...rest}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}

type ButtonLinkProps = Look & {
  readonly href: string
  readonly rel?: string
  readonly lang?: string
  readonly download?: true
  /** The office's short key that presses it: `n` for something new. */
  readonly shortKey?: "n"
}

/** Goes somewhere. */
export function ButtonLink({ kind, size, icon, shortKey, children, ...rest }: ButtonLinkProps) {
  return (
    <a
      class="button"
      data-kind={kind ?? "primary"}
      data-size={size ?? "medium"}
      data-key={shortKey}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  )
}

/** Buttons that belong together; the main one first. */
export function Buttons({ children }: { readonly children: Child }) {
  return <div class="buttons">{children}</div>
}
