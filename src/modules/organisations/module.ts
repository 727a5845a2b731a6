import type { Manifest } from "#web/manifest.ts"
import { listAreas } from "#modules/places"
import { demo } from "./demo/demo.ts"
import { figureSubjects } from "./figures.ts"
import en from "./messages/en.json" with { type: "json" }
import easy from "./messages/ja-easy.json" with { type: "json" }
import ja from "./messages/ja.json" with { type: "json" }
import { organisationsMy } from "./my/routes.tsx"
import { organisationsPublic } from "./public/routes.tsx"
import { membershipsOf } from "./queries/members.ts"
import { listWaiting } from "./queries/office.ts"
import { organisationsStaff } from "./staff/routes.tsx"
import { waitingOf } from "./views/waits.tsx"

export const organisations: Manifest = {
  name: "organisations",
  messages: { ja, en, "ja-easy": easy },
  surfaces: { public: organisationsPublic, my: organisationsMy, staff: organisationsStaff },
  programmes: [
    {
      label: "organisations:office.title",
      href: "/staff/registrations",
      programme: "organisations",
      bodies: ["city", "ward-office"],
      order: 10,
    },
  ],
  mine: [{ label: "organisations:my.groups", href: "/my", order: 0 }],
  waits: async (tx, actor, view) => {
    const areas = await listAreas(tx)
    return (await listWaiting(tx, actor)).map((row) => waitingOf(view, areas, row))
  },
  figureSubjects,
  actorFacts: async (tx, accountId, today) => ({ memberships: await membershipsOf(tx, accountId, today) }),
  demo,
}
