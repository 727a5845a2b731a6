import type { Manifest } from "#web/manifest.ts"
import { syncPages } from "./commands/sync.ts"
import { demo } from "./demo/demo.ts"
import en from "./messages/en.json" with { type: "json" }
import easy from "./messages/ja-easy.json" with { type: "json" }
import ja from "./messages/ja.json" with { type: "json" }
import { consentGate } from "./my/consent-gate.tsx"
import { siteMy } from "./my/routes.tsx"
import { sitePublic } from "./public/routes.tsx"
import { findAskedTerms } from "./queries/consents.ts"
import { findPurpose } from "./queries/pages.ts"
import { asked } from "./views/asked.tsx"

export const site: Manifest = {
  name: "site",
  messages: { ja, en, "ja-easy": easy },
  surfaces: { public: sitePublic, my: siteMy },
  mine: [{ label: "site:mine.title", href: "/my/consents", order: 95 }],
  gate: consentGate,
  purpose: async (tx, view, collection) =>
    asked({
      ...{ view, collection },
      terms: collection === "welcome" ? await findAskedTerms(tx, view.now) : undefined,
      purpose: (await findPurpose(tx, collection, view.now))?.contents,
    }),
  sync: syncPages,
  demo,
}
