import type { BodyProfile, City } from "#kernel/city.ts"
import { assume } from "#cities/assumption.ts"
import { demoNeighbours } from "#cities/demo-neighbours.ts"
import { demoPeople } from "#cities/demo-people.ts"
import { wardPeople } from "./demo-people.ts"
import { wards } from "./wards.ts"

const wardOffices: readonly BodyProfile[] = wards.map((ward) => ({
  slug: `${ward.slug}-ward-office`,
  kind: "ward-office",
  name: `大阪市${ward.name}役所`,
  english: `${ward.english} Office`,
  mark: ward.name.replace("区", ""),
  area: ward.code,
}))

export const osaka: City = {
  slug: "osaka",
  code: "271004",
  name: "大阪市",
  english: "Osaka City",
  easy: "{大阪市|おおさかし}",
  prefecture: "大阪府",
  zone: "Asia/Tokyo",
  portalName: { ja: "えにし 大阪", en: "Enishi Osaka", "ja-easy": "えにし {大阪|おおさか}" },
  areas: [
    {
      code: "271004",
      slug: "osaka",
      level: "city",
      name: "大阪市",
      kana: "おおさかし",
      english: "Osaka City",
    },
    ...wards,
  ],
  bodies: [
    {
      slug: "city",
      kind: "city",
      name: "大阪市市民局",
      english: "Osaka City Citizens' Affairs Bureau",
      mark: "市",
    },
    {
      slug: "shakyo",
      kind: "shakyo",
      name: "大阪市社会福祉協議会",
      english: "Osaka City Council of Social Welfare",
      mark: "社協",
    },
    {
      slug: "committee",
      kind: "committee",
      name: "大阪市市民活動推進事業運営会議",
      english: "Management Meeting for the Promotion of Civic Activity",
      mark: "運営",
    },
    {
      slug: "abeno-shakyo",
      kind: "ward-shakyo",
      name: "阿倍野区社会福祉協議会",
      english: "Abeno Ward Council of Social Welfare",
      mark: "阿倍野社協",
      area: "271195",
    },
    {
      slug: "abeno-centre",
      kind: "centre",
      name: "阿倍野区まちづくりセンター",
      english: "Abeno Machizukuri Centre",
      mark: "阿倍野まち",
      area: "271195",
    },
    ...wardOffices,
  ],
  firstLevel: "ward",
  mailFrom: "えにし 大阪 <enishi@example.jp>",
  demoNeighbours,
  demoPeople: demoPeople(wardPeople),
  settings: {
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
  },
}
