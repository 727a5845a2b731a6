import type { Manifest } from "#web/manifest.ts"
import { morningMail } from "./jobs.ts"
import en from "./messages/en.json" with { type: "json" }
import easy from "./messages/ja-easy.json" with { type: "json" }
import ja from "./messages/ja.json" with { type: "json" }
import { portalPublic } from "./public.tsx"
import { portalStaff } from "./staff/routes.ts"

export const portal: Manifest = {
  name: "portal",
  messages: { ja, en, "ja-easy": easy },
  programmes: [{ label: "portal:today.title", href: "/staff", order: 0 }],
  overall: morningMail,
  surfaces: { public: portalPublic, staff: portalStaff },
}
