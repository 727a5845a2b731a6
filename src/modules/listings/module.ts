import { on } from "#kernel/events.ts"
import type { AnyJob } from "#kernel/jobs/jobs.ts"
import { organisationChanged, organisationHidden, organisationShown } from "#modules/organisations"
import type { Manifest } from "#web/manifest.ts"
import { followGroup, resumeListings, suspendListings } from "./commands/follow.ts"
import { informationItems } from "./figures.ts"
import { expandListings, moveListingsOn, schedules } from "./jobs.ts"
import en from "./messages/en.json" with { type: "json" }
import easy from "./messages/ja-easy.json" with { type: "json" }
import ja from "./messages/ja.json" with { type: "json" }
import { listPublicTitles } from "./queries/public.ts"

export const listings: Manifest = {
  name: "listings",
  messages: { ja, en, "ja-easy": easy },
  figures: [informationItems],
  figureSubjects: async (tx, kind, ids) => (kind === "listing" ? listPublicTitles(tx, ids) : new Map()),
  handles: [
    on(organisationHidden, suspendListings),
    on(organisationShown, resumeListings),
    on(organisationChanged, followGroup),
  ],
  jobs: [expandListings, moveListingsOn] as unknown as readonly AnyJob[],
  schedules,
}
