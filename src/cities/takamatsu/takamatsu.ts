import { demoNeighbours } from "#cities/demo-neighbours.ts"
import type { City } from "#kernel/city.ts"
import { assumedSettings } from "#cities/assumed-settings.ts"
import { demoPeople } from "#cities/demo-people.ts"

export const takamatsu: City = {
  slug: "takamatsu",
  code: "372013",
  name: "高松市",
  english: "Takamatsu City",
  easy: "{高松市|たかまつし}",
  prefecture: "香川県",
  zone: "Asia/Tokyo",
  portalName: { ja: "えにし 高松", en: "Enishi Takamatsu", "ja-easy": "えにし {高松|たかまつ}" },
  areas: [
    {
      code: "372013",
      slug: "takamatsu",
      level: "city",
      name: "高松市",
      kana: "たかまつし",
      english: "Takamatsu City",
    },
  ],
  bodies: [
    {
      slug: "city",
      kind: "city",
      name: "高松市市民政策局",
      english: "Takamatsu City Citizens' Policy Bureau",
      mark: "市",
      area: "372013",
    },
    {
      slug: "shakyo",
      kind: "shakyo",
      name: "高松市社会福祉協議会",
      english: "Takamatsu City Council of Social Welfare",
      mark: "社協",
    },
    {
      slug: "committee",
      kind: "committee",
      name: "高松市市民活動推進事業運営会議",
      english: "Management Meeting for the Promotion of Civic Activity",
      mark: "運営",
    },
  ],
  firstLevel: "city",
  mailFrom: "えにし 高松 <enishi@example.jp>",
  demoNeighbours,
  demoPeople: demoPeople(),
  settings: assumedSettings,
}
