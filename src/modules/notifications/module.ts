import type { Manifest } from "#web/manifest.ts"
import { messages } from "./messages/catalogues.ts"
import { notificationsMy } from "./my.tsx"
import { notificationsPublic } from "./public.tsx"
import { notificationsStaff } from "./staff/routes.tsx"

export const notifications: Manifest = {
  name: "notifications",
  messages,
  surfaces: { public: notificationsPublic, my: notificationsMy, staff: notificationsStaff },
  programmes: [
    { label: "notifications:ledger.title", href: "/staff/messages", programme: "notifications", order: 80 },
  ],
  mine: [{ label: "notifications:mine.title", href: "/my/messages" }],
}
