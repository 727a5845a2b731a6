import { workflow } from "#kernel/workflow.ts"

/** How something comes to stand in the public list, and how it leaves. */
export const listing = workflow({
  name: "listing",
  initial: "draft",
  states: ["draft", "published", "suspended", "hidden", "removed", "withdrawn"],
  roles: ["editor", "office", "program"],
  events: {
    revise: { from: ["draft"], to: "draft", by: ["editor"] },
    publish: {
      from: ["draft", "withdrawn"],
      to: "published",
      by: ["editor", "program"],
      guard: "organisation registered, says how to join, has days",
    },
    correct: {
      from: ["published"],
      to: "published",
      by: ["editor", "program"],
      guard: "says how to join, has days",
    },
    withdraw: {
      from: ["draft", "published", "suspended"],
      to: "withdrawn",
      by: ["editor", "program"],
    },
    hide: { from: ["published"], to: "hidden", by: ["office"], reason: true },
    remove: { from: ["published", "hidden"], to: "removed", by: ["office"], reason: true },
    reinstate: {
      from: ["hidden", "removed"],
      to: "published",
      by: ["office"],
      guard: "organisation registered",
    },
    suspend: { from: ["published"], to: "suspended", by: ["program"] },
    resume: { from: ["suspended"], to: "published", by: ["program"] },
  },
})

export type ListingState = (typeof listing.states)[number]
export type ListingEvent = keyof typeof listing.events
export type ListingRole = (typeof listing.roles)[number]

/** What the office does with somebody else's listing. */
export const officeActs = ["hide", "remove", "reinstate"] as const
export type OfficeAct = (typeof officeActs)[number]
