import { addBusinessDays } from "#kernel/business-days.ts"
import { dayOf } from "#kernel/clock.ts"
import type { Work } from "#kernel/transaction.ts"

/** The day by which an office is done, so many business days from today: a setting of the city. */
export const dueDay = (work: Work, setting: "listingReviewDays" | "listingReportDays"): Temporal.PlainDate =>
  addBusinessDays(dayOf(work.now, work.city.zone), work.city.settings[setting].value)
