import type { Manifest } from "#web/manifest.ts"
import { demo } from "./demo.ts"
import { schedules, sealAuditJob, sweepJob } from "./jobs.ts"
import { messages } from "./messages/catalogues.ts"
import { postsOf } from "./queries/posts.ts"

export const accounts: Manifest = {
  name: "accounts",
  messages,
  jobs: [sealAuditJob as never, sweepJob as never],
  schedules,
  actorFacts: async (tx, accountId, today) => ({ posts: await postsOf(tx, accountId, today) }),
  demo,
}
