import type { BodyProfile, City } from "#kernel/city.ts"
import { assumedSettings } from "#cities/assumed-settings.ts"
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
  settings: assumedSettings,
}
