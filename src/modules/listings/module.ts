import { on } from "#kernel/events.ts"
import { fileChecked } from "#kernel/files/events.ts"
import {
  organisationChanged,
  organisationHidden,
  organisationShown,
  organisationsMerged,
  organisationsParted,
} from "#modules/organisations"
import { routes } from "#web/context.ts"
import type { Manifest, Panel } from "#web/manifest.ts"
import { showCheckedFile } from "./commands/files.ts"
import {
  followGroup,
  giveBackListings,
  resumeListings,
  suspendListings,
  takeInListings,
} from "./commands/follow.ts"
import { demo, demoFull } from "./demo/demo.ts"
import { informationItems } from "./figures.ts"
import {
  askGroups,
  expandListings,
  moveListingsOn,
  releaseListings,
  schedules,
  sweepTypings,
} from "./jobs.ts"
import { listingAddresses } from "./queries/addresses.ts"
import en from "./messages/en.json" with { type: "json" }
import easy from "./messages/ja-easy.json" with { type: "json" }
import ja from "./messages/ja.json" with { type: "json" }
import { listingFilesMy } from "./my/files-routes.tsx"
import { listingsMy } from "./my/routes.tsx"
import { listingsPublic } from "./public/routes.tsx"
import { fileSight } from "./queries/files.ts"
import { listingChanges, listingTitles, lookUpListings } from "./queries/lookup.ts"
import { comingAnywhere, comingInArea, comingOfGroup } from "./queries/panels.ts"
import { listPublicTitles } from "./queries/public.ts"
import { listingsWaiting } from "./queries/waiting.ts"
import { listingFiles } from "./schema/files.ts"
import { listingsStaff } from "./staff/routes.tsx"
import { type PanelData, showOnArea, showOnFront, showOnOrganisation } from "./views/panels.tsx"

const panel = (
  on: Panel["on"],
  load: Panel<PanelData>["load"],
  show: Panel<PanelData>["show"],
): Panel<never> => {
  const made: Panel<PanelData> = {
    on,
    order: 10,
    load,
    show,
    tags: ["listings"],
    until: ({ until }) => until,
  }
  return made as unknown as Panel<never>
}

export const listings: Manifest = {
  name: "listings",
  messages: { ja, en, "ja-easy": easy },
  surfaces: {
    public: listingsPublic,
    my: routes().route("/", listingsMy).route("/", listingFilesMy),
    staff: listingsStaff,
  },
  addresses: listingAddresses,
  fileOwners: { [listingFiles]: fileSight },
  uploads: ["/my/listings/:id/files"],
  programmes: [
    {
      label: "listings:office.title",
      href: "/staff/listings",
      programme: "listings",
      bodies: ["city", "ward-office"],
      order: 20,
    },
    {
      label: "listings:review.title",
      href: "/staff/listing-review",
      programme: "listings",
      role: "approver",
      bodies: ["city", "ward-office"],
      order: 21,
    },
  ],
  mine: [{ label: "listings:own.title", href: "/my/listings", order: 10 }],
  panels: [
    panel("front", comingAnywhere, showOnFront),
    panel("area", comingInArea, showOnArea),
    panel("organisation", comingOfGroup, showOnOrganisation),
  ],
  waits: listingsWaiting,
  changes: listingChanges,
  lookups: lookUpListings,
  auditSubjects: listingTitles,
  figures: [informationItems],
  figureSubjects: async (tx, kind, ids) => (kind === "listing" ? listPublicTitles(tx, ids) : new Map()),
  handles: [
    on(organisationHidden, suspendListings),
    on(organisationShown, resumeListings),
    on(organisationChanged, followGroup),
    on(fileChecked, showCheckedFile),
    on(organisationsMerged, takeInListings),
    on(organisationsParted, giveBackListings),
  ],
  jobs: [
    expandListings as never,
    moveListingsOn as never,
    releaseListings as never,
    askGroups as never,
    sweepTypings as never,
  ],
  schedules,
  demo,
  demoFull,
}
