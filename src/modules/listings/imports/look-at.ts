import type { LookAt } from "#kernel/date-text/reading.ts"

/** Why somebody should look at what came in. The dates' own reasons come first. */
export const lookAtReasons = [
  "weekday-contradicts",
  "year-uncertain",
  "impossible-date",
  "end-before-start",
  "open-ended",
  "out-of-order",
  "far-from-edition",
  "partly-unread",
  "times-unread",
  "no-day",
  "area-unknown",
  "link-broken",
] as const satisfies readonly (LookAt | "times-unread" | "no-day" | "area-unknown" | "link-broken")[]

export type LookAtReason = (typeof lookAtReasons)[number]

/** Each once, in the order above. */
export const inOrder = (reasons: readonly LookAtReason[]): LookAtReason[] =>
  lookAtReasons.filter((reason) => reasons.includes(reason))
