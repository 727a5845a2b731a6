import type { City } from "#kernel/city.ts"
import type { DemoGroup } from "./groups.ts"

// The groups of the big demo world: in every ward some of what people do in many places. Nobody real.

type Theme = Pick<DemoGroup, "name" | "kana" | "kind" | "fields" | "purpose"> & {
  readonly key: string
  readonly more?: DemoGroup["more"]
}

const theme = (
  key: string,
  [name, kana]: readonly [string, string],
  fields: readonly number[],
  purpose: string,
  more: Partial<Pick<Theme, "kind" | "more">> = {},
): Theme => ({ key, name, kana, fields, purpose, kind: "civic-group", ...more })

const themes: readonly Theme[] = [
  theme(
    "toys",
    ["おもちゃ病院", "オモチャビョウイン"],
    [13, 7],
    "こわれたおもちゃを、持ち主の前で直します。",
  ),
  theme("cleaning", ["川の清掃クラブ", "カワノセイソウクラブ"], [7, 3], "月に一度、川と道のごみを拾います。"),
  theme(
    "kitchen",
    ["みんなの食堂", "ミンナノショクドウ"],
    [13, 1],
    "子どもも大人も、いっしょに夕ごはんを食べます。",
  ),
  theme("watch", ["見守り隊", "ミマモリタイ"], [9, 13], "登下校の時間に、通りの角に立ちます。", {
    kind: "neighbourhood-association",
    more: { legalForm: "neighbourhood" },
  }),
  theme("japanese", ["日本語ひろば", "ニホンゴヒロバ"], [11, 2], "外国から来た人と、日本語で話します。"),
  theme("history", ["歴史を歩く会", "レキシヲアルクカイ"], [6, 4], "町の古い道を、話を聞きながら歩きます。"),
  theme("reading", ["おはなしの部屋", "オハナシノヘヤ"], [13, 6], "絵本と紙芝居を、声に出して読みます。"),
  theme(
    "digital",
    ["スマホ相談室", "スマホソウダンシツ"],
    [14, 2],
    "スマートフォンの困りごとを、となりで聞きます。",
  ),
  theme(
    "disaster",
    ["防災ネットワーク", "ボウサイネットワーク"],
    [8, 9],
    "避難の道を歩き、炊き出しを練習します。",
  ),
  theme("music", ["うたごえの会", "ウタゴエノカイ"], [6, 1], "楽譜がなくても歌える会です。"),
  theme("garden", ["コミュニティ農園", "コミュニティノウエン"], [7, 5], "空き地で野菜を育て、分け合います。"),
  theme(
    "carers",
    ["介護者のつどい", "カイゴシャノツドイ"],
    [1, 10],
    "家で介護をする人が、話してひと息つきます。",
  ),
  theme(
    "walking",
    ["健康ウォーキング", "ケンコウウォーキング"],
    [1, 6],
    "朝の公園を、それぞれの速さで歩きます。",
  ),
  theme(
    "study",
    ["まなびの寺子屋", "マナビノテラコヤ"],
    [13, 2],
    "宿題をしたり、わからないところを聞いたりします。",
    {
      kind: "civic-group",
      more: { legalForm: "general-association" },
    },
  ),
  theme(
    "salon",
    ["ふれあいサロン", "フレアイサロン"],
    [1, 3],
    "お茶を飲みながら、近所の人とおしゃべりします。",
  ),
  theme("repair", ["なおす工房", "ナオスコウボウ"], [7, 16], "いすや服を、道具を借りて自分で直します。", {
    kind: "company",
    more: { legalForm: "company" },
  }),
  theme(
    "support",
    ["障がい者の余暇クラブ", "ショウガイシャノヨカクラブ"],
    [1, 10],
    "休みの日を、いっしょに楽しみます。",
    {
      more: { legalForm: "npo" },
    },
  ),
  theme("film", ["まちの映画会", "マチノエイガカイ"], [6, 3], "公民館で、なつかしい映画を見ます。"),
]

/** How many groups each ward has; a city without wards has one of each kind. */
const groupsOfWard = 4

export type NeighbourGroup = DemoGroup & { readonly theme: string; readonly areaName: string }

/** 阿倍野区 is called 阿倍野 in the name of a group. */
const shortName = (name: string): string => name.replace(/[区市]$/, "")
const shortKana = (kana: string): string =>
  kana
    .replace(/く$|し$/, "")
    .replaceAll(/[ぁ-ゖ]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0x60))

const cityKana = ({ areas, code }: City): string => areas.find((area) => area.code === code)?.kana ?? ""

const groupOf = (
  city: City,
  at: number,
  chosen: Theme,
  area: City["areas"][number] | null,
): NeighbourGroup => {
  const { key, name, kana, more, ...rest } = chosen
  const people = city.demoNeighbours
  const place = area ?? { name: city.name, kana: cityKana(city), slug: "" }
  const year = 2022 + (at % 2)
  const month = 4 + ((at * 5) % 8)
  return {
    ...rest,
    theme: key,
    areaName: place.name,
    name: `${shortName(place.name)}${name}`,
    kana: `${shortKana(place.kana)}${kana}`,
    areas: area ? [area.slug] : [],
    person: people[at % people.length]?.key ?? "citizen",
    phone: `06-6${String(700 + (at % 90))}-${String(1000 + at)}`,
    on: `${year}-${String(month).padStart(2, "0")}-${String(2 + (at % 20)).padStart(2, "0")}`,
    more: { size: at % 2 === 0 ? "10-19" : "5-9", since: String(1990 + ((at * 7) % 32)), ...more },
  }
}

/** Themes are dealt out so that no two neighbouring wards have all the same. */
export const neighbourGroups = (city: City): readonly NeighbourGroup[] => {
  const wards = city.areas.filter(({ level }) => level === "ward")
  if (wards.length === 0) return themes.map((each, at) => groupOf(city, at, each, null))
  return wards.flatMap((ward, at) =>
    Array.from({ length: groupsOfWard }, (_none, turn) => {
      const chosen = themes[(at * 5 + turn * 7) % themes.length]
      if (!chosen) throw new Error("there are no themes")
      return groupOf(city, at * groupsOfWard + turn, chosen, ward)
    }),
  )
}
