import type { Manifest } from "#web/manifest.ts"
import { demo, demoFull } from "./demo.ts"
import { schedules, sealAuditJob, sweepJob } from "./jobs.ts"
import { messages } from "./messages/catalogues.ts"
import { accountsMy } from "./my/routes.ts"
import { accountsPublic } from "./public/routes.ts"
import { accountTitles, lookUpPeople } from "./queries/lookup.ts"
import { postsOf } from "./queries/posts.ts"
import { accountsStaff } from "./staff/routes.ts"

export const accounts: Manifest = {
  name: "accounts",
  messages,
  surfaces: { public: accountsPublic, my: accountsMy, staff: accountsStaff },
  programmes: [
    { label: "accounts:hats.title", href: "/staff/hats", programme: "accounts", order: 90 },
    {
      label: "accounts:posts.title",
      href: "/staff/posts",
      programme: "accounts",
      role: "administrator",
      order: 85,
    },
    {
      label: "accounts:audit.title",
      href: "/staff/audit",
      programme: "accounts",
      role: "manager",
      order: 86,
    },
  ],
  mine: [
    { label: "accounts:profile.title", href: "/my/profile", order: 80 },
    { label: "accounts:sessions.title", href: "/my/sessions", order: 90 },
  ],
  jobs: [sealAuditJob as never, sweepJob as never],
  schedules,
  actorFacts: async (tx, accountId, today) => ({ posts: await postsOf(tx, accountId, today) }),
  lookups: lookUpPeople,
  auditSubjects: accountTitles,
  demo,
  demoFull,
}
