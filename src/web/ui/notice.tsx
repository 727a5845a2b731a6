import type { Child } from "#jsx"
import type { Flash, View } from "#web/view.ts"
import { Icon, type IconName } from "./icon.tsx"

type Kind = Flash["kind"] | "error"

const icons: Readonly<Record<Kind, IconName>> = {
  success: "success",
  info: "info",
  warning: "warning",
  error: "error",
}

type NoticeProps = {
  readonly view: View
  readonly kind: Kind
  readonly title?: Child
  readonly children?: Child
  /** What just happened is announced; what always stands there is not. */
  readonly announce?: boolean
}

export function Notice({ view, kind, title, children, announce }: NoticeProps) {
  return (
    <div class="notice" data-kind={kind} role={announce ? "status" : undefined}>
      <Icon name={icons[kind]} />
      <div class="notice-body">
        <span class="visually-hidden">{view.t(`web:notice.${kind}`)}</span>
        {title && <p class="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}

/** What happened and what comes next, once, on the page after a form. */
export function FlashNotice({ view }: { readonly view: View }) {
  if (!view.flash) return null
  return (
    <Notice view={view} kind={view.flash.kind} title={view.flash.message} announce>
      {null}
    </Notice>
  )
}
