import { on } from "#kernel/events.ts"
import { organisationsMerged, organisationsParted } from "#modules/organisations"
import type { Manifest, Panel } from "#web/manifest.ts"
import { giveBackInquiries, takeInInquiries } from "./commands/follow.ts"
import { demo } from "./demo.ts"
import { closeIdle, forgetOld, remindGroups, schedules } from "./jobs.ts"
import en from "./messages/en.json" with { type: "json" }
import easy from "./messages/ja-easy.json" with { type: "json" }
import ja from "./messages/ja.json" with { type: "json" }
import { inquiriesMy } from "./my/routes.tsx"
import { inquiriesPublic } from "./public/routes.tsx"
import { listWaitingCases } from "./queries/office.ts"
import { askableGroup, askableListing, type Askable } from "./queries/panels.ts"
import { inquiryChanges, inquiryTitles } from "./queries/titles.ts"
import { inquiriesStaff } from "./staff/routes.tsx"
import { showInquiry } from "./views/panel.tsx"
import { waitingOf } from "./views/waits.tsx"

const panel = (on: Panel["on"], load: Panel<Askable>["load"]): Panel<never> => {
  const made: Panel<Askable> = { on, order: 20, load, show: showInquiry, tags: ["inquiries"] }
  return made as unknown as Panel<never>
}

export const inquiries: Manifest = {
  name: "inquiries",
  messages: { ja, en, "ja-easy": easy },
  surfaces: { public: inquiriesPublic, my: inquiriesMy, staff: inquiriesStaff },
  programmes: [
    {
      label: "inquiries:office.title",
      href: "/staff/inquiries",
      programme: "organisations",
      bodies: ["city", "ward-office"],
      order: 25,
    },
  ],
  mine: [{ label: "inquiries:list.title", href: "/my/inquiries", order: 20 }],
  panels: [panel("organisation", askableGroup), panel("listing", askableListing)],
  waits: async (tx, actor, view) => (await listWaitingCases(tx, actor)).map((row) => waitingOf(view, row)),
  changes: inquiryChanges,
  auditSubjects: inquiryTitles,
  handles: [on(organisationsMerged, takeInInquiries), on(organisationsParted, giveBackInquiries)],
  jobs: [remindGroups as never, closeIdle as never, forgetOld as never],
  schedules,
  demo,
}
