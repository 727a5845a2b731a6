import { noDetails, type Details } from "../schema/details.ts"

/** What the groups of the demo world say besides, by the title of the listing. */
const more: Readonly<Record<string, Partial<Details>>> = {
  "公園の花の水やり、30分から": {
    minutes: 30,
    welcome: ["first-timers", "with-children"],
    entry: "none",
    feeYen: 0,
    station: "JR 南田辺駅",
    stationMinutes: 7,
    bring: "飲み物、帽子",
    wear: "ぬれてもよい靴",
    rain: "雨の日はお休みです。",
    insurer: "group",
    insurancePlan: "ボランティア活動保険（費用は団体が払います）",
    care: ["bicycles"],
    audiences: ["parents", "seniors", "children"],
    districts: ["桃ヶ池"],
    media: ["回覧板", "公園の掲示板"],
  },
  通りの花壇の植えかえ: {
    minutes: 60,
    welcome: ["first-timers"],
    entry: "apply",
    choice: "first-come",
    capacityNumber: 20,
    feeYen: 0,
    byPhone: "06-6600-0101（10時から16時）",
    byMail: "hana@demo.example.jp",
    bring: "軍手、飲み物",
    rain: "小雨なら行います。",
    insurer: "group",
    insurancePlan: "行事保険",
    audiences: ["workers", "seniors"],
  },
  "子どもと虫めがね：公園の小さな生きもの": {
    welcome: ["with-children"],
    ageFrom: 6,
    ageTo: 12,
    entry: "apply",
    choice: "lottery",
    byMail: "mushi@demo.example.jp",
    feeYen: 300,
    skills: ["生きもの観察", "写真"],
    coHosts: "桃ヶ池の自然を見る会",
    supporters: "阿倍野区役所",
    audiences: ["children", "parents"],
  },
}

export const detailsOfDemo = (title: string, said: Partial<Details> = {}): Details => ({
  ...noDetails,
  ...more[title],
  ...said,
})
