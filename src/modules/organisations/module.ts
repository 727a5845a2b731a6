import { on } from "#kernel/events.ts"
import { fileChecked } from "#kernel/files/events.ts"
import type { Manifest } from "#web/manifest.ts"
import { listAreas } from "#modules/places"
import { showCheckedFile } from "./commands/files.ts"
import { demo, demoFull } from "./demo/demo.ts"
import { figureSubjects } from "./figures.ts"
import { organisationAddresses } from "./queries/addresses.ts"
import en from "./messages/en.json" with { type: "json" }
import easy from "./messages/ja-easy.json" with { type: "json" }
import ja from "./messages/ja.json" with { type: "json" }
import { schedules, endTerms, hideStaleGroups, remindGroups } from "./jobs.ts"
import { membersMy } from "./my/members-routes.tsx"
import { organisationFilesMy } from "./my/files-routes.tsx"
import { organisationsMy } from "./my/routes.tsx"
import { linksPublic } from "./public/link-routes.tsx"
import { outdatedPublic } from "./public/outdated-routes.tsx"
import { organisationsPublic } from "./public/routes.tsx"
import { listChanges, organisationTitles } from "./queries/changes.ts"
import { lookUpOrganisations } from "./queries/lookup.ts"
import { fileSight } from "./queries/files.ts"
import { membershipsOf } from "./queries/members.ts"
import { listWaiting } from "./queries/office.ts"
import { organisationFiles } from "./schema/files.ts"
import { organisationFilesStaff } from "./staff/files-routes.tsx"
import { organisationsStaff } from "./staff/routes.tsx"
import { changeOf, hitOf } from "./views/office-lines.tsx"
import { mergeStaff } from "./staff/merge-routes.tsx"
import { peopleStaff } from "./staff/people-routes.tsx"
import { countStale, listLifeWaits } from "./queries/life-waits.ts"
import { lifeWaitOf, staleWaitOf } from "./views/life-waits.tsx"
import { waitingOf } from "./views/waits.tsx"
import { routes } from "#web/context.ts"

export const organisations: Manifest = {
  name: "organisations",
  messages: { ja, en, "ja-easy": easy },
  surfaces: {
    public: routes().route("/", organisationsPublic).route("/", linksPublic).route("/", outdatedPublic),
    my: routes().route("/", organisationsMy).route("/", membersMy).route("/", organisationFilesMy),
    staff: routes()
      .route("/", peopleStaff)
      .route("/", mergeStaff)
      .route("/", organisationsStaff)
      .route("/", organisationFilesStaff),
  },
  addresses: organisationAddresses,
  fileOwners: { [organisationFiles]: fileSight },
  uploads: ["/my/organisations/:id/files", "/staff/organisations/:id/files"],
  handles: [on(fileChecked, showCheckedFile)],
  programmes: [
    {
      label: "organisations:office.title",
      href: "/staff/registrations",
      covers: ["/staff/organisations"],
      programme: "organisations",
      bodies: ["city", "ward-office"],
      order: 10,
    },
  ],
  mine: [{ label: "organisations:my.groups", href: "/my", order: 0 }],
  waits: async (tx, actor, view) => {
    const areas = await listAreas(tx)
    return [
      ...(await listWaiting(tx, actor)).map((row) => waitingOf(view, areas, row)),
      ...(await listLifeWaits(tx, actor)).map((wait) => lifeWaitOf(view, wait)),
      ...staleWaitOf(view, await countStale(tx, actor)),
    ]
  },
  changes: async (tx, actor, view, since) =>
    (await listChanges(tx, actor, since)).map((change) => changeOf(view, change)),
  lookups: async (tx, actor, view, question) => {
    const found = await lookUpOrganisations(tx, actor, question)
    const areas = found.length === 0 ? [] : await listAreas(tx)
    return found.map((each) => hitOf(view, areas, each))
  },
  auditSubjects: organisationTitles,
  figureSubjects,
  actorFacts: async (tx, accountId, today) => ({ memberships: await membershipsOf(tx, accountId, today) }),
  jobs: [endTerms as never, hideStaleGroups as never, remindGroups as never],
  schedules,
  demo,
  demoFull,
}
