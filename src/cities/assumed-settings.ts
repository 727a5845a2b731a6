import { assume } from "#cities/assumption.ts"
import type { City } from "#kernel/city.ts"

/** What no source says of any city; a city that knows better puts its own value after these. */
export const assumedSettings: City["settings"] = {
  inquiries: {
    remindDays: assume(3, "inquiries"),
    officeDays: assume(5, "inquiries"),
    speedOver: assume(20, "inquiries"),
    speedFrom: assume(5, "inquiries"),
    slowDays: assume(10, "inquiries"),
    closeDays: assume(60, "inquiries"),
    keepMonths: assume(6, "inquiries"),
  },
  countRegistrations: assume(true, "civic-portal.R3"),
  registrationDays: assume(5, "civic-portal.U1"),
  claimCodeDays: assume(90, "civic-portal.R2"),
  claimAttempts: assume(10, "civic-portal.R2"),
  profileConfirmMonths: assume(12, "civic-portal.R6"),
  profileReminderDays: assume(30, "civic-portal.R6"),
  profileHideMonths: assume(6, "civic-portal.R6"),
  invitationDays: assume(14, "X17"),
  objectionDays: assume(14, "X17"),
  reviewListings: assume(false, "X13"),
  newsDays: assume(90, "civic-portal.R6"),
  emergencyRole: assume("manager", "X17"),
  opinionDays: assume(10, "civic-portal.R8"),
  opinionsAnHour: assume(5, "civic-portal.R8"),
  pictureMegabytes: assume(10, "X19"),
  documentMegabytes: assume(10, "X19"),
  pictureMegapixels: assume(60, "X19"),
  fileKeptDays: assume(7, "X19"),
  listingReview: assume("off", "X13"),
  listingReviewDays: assume(3, "X13"),
  listingReportDays: assume(5, "X13"),
  listingAskMonths: assume(6, "activity-publishing.R8"),
}
