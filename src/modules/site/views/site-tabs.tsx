import type { Actor } from "#kernel/actor.ts"
import { isAllowed } from "#kernel/actor.ts"
import { Tabs } from "#web/ui/tabs.tsx"
import type { View } from "#web/view.ts"
import { canListNotices, canReadConsents, canReadSite } from "../policy.ts"

const tabs = [
  ["pages", "/staff/site", canReadSite],
  ["notices", "/staff/site/notices", canListNotices],
  ["emergency", "/staff/site/emergency", canReadSite],
  ["opinions", "/staff/site/opinions", canReadSite],
  ["consents", "/staff/site/consents", canReadConsents],
  ["promotions", "/staff/site/promotions", canReadSite],
  ["settings", "/staff/site/settings", canReadSite],
] as const

/** The parts of this programme that the worn post may open. */
export function SiteTabs({ view, actor }: { readonly view: View; readonly actor: Actor }) {
  const open = tabs.filter(([, , may]) => isAllowed(may(actor)))
  return (
    <Tabs
      label={view.text("site:office.title")}
      items={open.map(([name, path]) => ({
        label: view.t(`site:office.${name}`),
        href: view.href(path),
        current: path === "/staff/site" ? isPages(view.url.path) : view.url.path.startsWith(path),
      }))}
    />
  )
}

const isPages = (path: string): boolean => path === "/staff/site" || path.startsWith("/staff/site/pages")
