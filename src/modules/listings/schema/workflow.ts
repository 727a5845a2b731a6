import { workflow } from "#kernel/workflow.ts"

/** How something comes to stand in the public list, what happens to it there, and how it leaves. */
export const listing = workflow({
  name: "listing",
  initial: "draft",
  states: ["draft", "submitted", "scheduled", "published", "suspended", "hidden", "removed", "withdrawn"],
  roles: ["editor", "office", "program"],
  events: {
    revise: { from: ["draft"], to: "draft", by: ["editor"] },
    submit: {
      from: ["draft", "withdrawn"],
      to: "submitted",
      by: ["editor"],
      guard: "the office looks first, complete",
    },
    return: { from: ["submitted"], to: "draft", by: ["office"], reason: true },
    approve: { from: ["submitted"], to: "published", by: ["office"], guard: "organisation registered" },
    "approve-ahead": {
      from: ["submitted"],
      to: "scheduled",
      by: ["office"],
      guard: "its time is still to come",
    },
    schedule: {
      from: ["draft", "withdrawn"],
      to: "scheduled",
      by: ["editor"],
      guard: "complete, its time is still to come",
    },
    "take-back": { from: ["submitted", "scheduled"], to: "draft", by: ["editor"] },
    release: {
      from: ["scheduled"],
      to: "published",
      by: ["program"],
      guard: "its time has come, organisation registered, not over",
    },
    lapse: { from: ["scheduled"], to: "draft", by: ["program"], reason: true },
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
    "change-dates": { from: ["published"], to: "published", by: ["editor"], guard: "a date to come" },
    confirm: { from: ["published"], to: "published", by: ["editor"] },
    withdraw: {
      from: ["draft", "submitted", "scheduled", "published", "suspended"],
      to: "withdrawn",
      by: ["editor", "program"],
    },
    "bring-back": {
      from: ["withdrawn"],
      to: "published",
      by: ["editor"],
      guard: "was public, organisation registered",
    },
    reopen: { from: ["withdrawn"], to: "draft", by: ["editor"], guard: "was never public" },
    hide: { from: ["published"], to: "hidden", by: ["office"], reason: true },
    mend: { from: ["hidden"], to: "hidden", by: ["editor"], guard: "says how to join, has days" },
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

/** What the office does with somebody else's listing that is or was public. */
export const officeActs = ["hide", "remove", "reinstate"] as const
export type OfficeAct = (typeof officeActs)[number]
