import type { Manifest, Panel } from "#web/manifest.ts"
import { syncPages } from "./commands/sync.ts"
import { demo } from "./demo/demo.ts"
import { siteAddresses } from "./queries/addresses.ts"
import en from "./messages/en.json" with { type: "json" }
import easy from "./messages/ja-easy.json" with { type: "json" }
import ja from "./messages/ja.json" with { type: "json" }
import { consentGate } from "./my/consent-gate.tsx"
import { siteMy } from "./my/routes.tsx"
import { sitePublic } from "./public/routes.tsx"
import { findAskedTerms } from "./queries/consents.ts"
import { standingEmergencies } from "./queries/emergencies.ts"
import { lookUpSite, siteChanges, siteTitles } from "./queries/lookup.ts"
import { listStanding, type StandingNotices } from "./queries/notices.ts"
import { listWaitingOpinions } from "./queries/opinions.ts"
import { findPurpose } from "./queries/pages.ts"
import { siteStaff } from "./staff/routes.tsx"
import { asked } from "./views/asked.tsx"
import { noticesOnArea, noticesOnFront } from "./views/notice-list.tsx"
import { waitingOf } from "./views/waits.tsx"

const notices = (on: "front" | "area", show: Panel<StandingNotices>["show"]): Panel<never> => {
  const panel: Panel<StandingNotices> = {
    on,
    order: on === "front" ? 20 : 5,
    load: (tx, areaCode, { now }) =>
      listStanding(tx, now, on === "area" ? { areaCode, most: 5 } : { most: 3 }),
    show,
    tags: ["notices"],
    until: ({ until }) => until,
  }
  return panel as unknown as Panel<never>
}

export const site: Manifest = {
  name: "site",
  messages: { ja, en, "ja-easy": easy },
  surfaces: { public: sitePublic, my: siteMy, staff: siteStaff },
  addresses: siteAddresses,
  programmes: [
    { label: "site:office.title", href: "/staff/site", programme: "site", bodies: ["city"], order: 70 },
    {
      label: "site:office.notices",
      href: "/staff/site/notices",
      programme: "site",
      bodies: ["ward-office"],
      order: 70,
    },
  ],
  mine: [{ label: "site:mine.title", href: "/my/consents", order: 95 }],
  panels: [notices("front", noticesOnFront), notices("area", noticesOnArea)],
  gate: consentGate,
  purpose: async (tx, view, collection) =>
    asked({
      ...{ view, collection },
      terms: collection === "welcome" ? await findAskedTerms(tx, view.now) : undefined,
      purpose: (await findPurpose(tx, collection, view.now))?.contents,
    }),
  emergencies: standingEmergencies,
  waits: async (tx, actor, view) => (await listWaitingOpinions(tx, actor)).map((row) => waitingOf(view, row)),
  changes: siteChanges,
  lookups: lookUpSite,
  auditSubjects: siteTitles,
  sync: syncPages,
  demo,
}
