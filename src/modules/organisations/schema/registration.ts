import { workflow } from "#kernel/workflow.ts"

/** How a group comes to stand in the portal, and how it leaves. */
export const registration = workflow({
  name: "registration",
  initial: "draft",
  states: [
    "draft",
    "incomplete",
    "submitted",
    "held",
    "returned",
    "registered",
    "refused",
    "suspended",
    "withdrawn",
  ],
  roles: ["applicant", "representative", "editor", "officer", "approver", "city"],
  events: {
    submit: { from: ["draft", "incomplete", "returned"], to: "submitted", by: ["applicant"] },
    note: { from: ["draft", "incomplete"], to: "incomplete", by: ["officer"] },
    receive: { from: ["draft", "incomplete", "returned"], to: "submitted", by: ["officer"] },
    hold: { from: ["submitted"], to: "held", by: ["officer", "approver"], reason: true },
    release: { from: ["held"], to: "submitted", by: ["city"] },
    decline: { from: ["held"], to: "refused", by: ["city"], reason: true },
    return: { from: ["submitted"], to: "returned", by: ["officer", "approver"], reason: true },
    approve: { from: ["submitted"], to: "registered", by: ["approver"] },
    refuse: { from: ["submitted"], to: "refused", by: ["approver"], reason: true },
    suspend: { from: ["registered"], to: "suspended", by: ["approver"], reason: true },
    reinstate: { from: ["suspended"], to: "registered", by: ["approver"] },
    withdraw: {
      from: ["draft", "incomplete", "submitted", "held", "returned", "registered", "suspended"],
      to: "withdrawn",
      by: ["applicant", "representative"],
    },
    close: {
      from: ["incomplete", "registered", "suspended"],
      to: "withdrawn",
      by: ["approver"],
      reason: true,
    },
    revive: {
      from: ["withdrawn"],
      to: "registered",
      by: ["representative", "approver"],
      guard: "was registered; its people only what they ended themselves",
    },
  },
  deadlines: { submitted: "registrationDays", held: "registrationDays" },
})

export type RegistrationState = (typeof registration.states)[number]
export type RegistrationEvent = keyof typeof registration.events
export type RegistrationRole = (typeof registration.roles)[number]

/** What the office decides on a submitted registration, and the City on a held one. */
export const decisions = ["approve", "return", "refuse", "hold", "release", "decline"] as const
export type Decision = (typeof decisions)[number]
