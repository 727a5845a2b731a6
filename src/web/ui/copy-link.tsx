import type { View } from "#web/view.ts"
import { Icon } from "./icon.tsx"

type CopyLinkProps = { readonly view: View; readonly address: string }

/** Needs the island `copy-link`; without script there is no button, and the address bar does the same. */
export function CopyLink({ view, address }: CopyLinkProps) {
  return (
    <copy-link class="copy-link" data-address={address} data-done={view.text("web:copy.done")}>
      <button class="button" data-kind="quiet" data-size="small" type="button" hidden>
        <Icon name="link" />
        <span>{view.t("web:copy.link")}</span>
      </button>
      <span role="status" />
    </copy-link>
  )
}
