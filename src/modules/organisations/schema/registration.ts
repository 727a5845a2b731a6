import { workflow } from "#kernel/workflow.ts"

/** How a group comes to stand in the portal, and how it leaves. */
export const registration = workflow({
  name: "registration",
  initial: "draft",
  states: ["draft", "submitted", "returned", "registered", "refused", "suspended", "withdrawn"],
  roles: ["applicant", "representative", "editor", "officer", "approver"],
  events: {
    submit: { from: ["draft", "returned"], to: "submitted", by: ["applicant"] },
    return: { from: ["submitted"], to: "returned", by: ["officer", "approver"], reason: true },
    approve: { from: ["submitted"], to: "registered", by: ["approver"] },
    refuse: { from: ["submitted"], to: "refused", by: ["approver"], reason: true },
    suspend: { from: ["registered"], to: "suspended", by: ["approver"], reason: true },
    reinstate: { from: ["suspended"], to: "registered", by: ["approver"] },
    withdraw: {
      from: ["draft", "submitted", "returned", "registered", "suspended"],
      to: "withdrawn",
      by: ["applicant", "representative"],
    },
    close: { from: ["registered", "suspended"], to: "withdrawn", by: ["approver"], reason: true },
    revive: {
      from: ["withdrawn"],
      to: "registered",
      by: ["representative", "approver"],
      guard: "was registered; its people only what they ended themselves",
    },
  },
  deadlines: { submitted: "registrationDays" },
})

export type RegistrationState = (typeof registration.states)[number]
export type RegistrationEvent = keyof typeof registration.events
export type RegistrationRole = (typeof registration.roles)[number]

/** What the office decides on a submitted registration. */
export const decisions = ["approve", "return", "refuse"] as const
export type Decision = (typeof decisions)[number]
