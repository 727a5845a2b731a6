import type { City } from "#kernel/city.ts"
import type { OrganisationKind, Profile } from "../schema/form.ts"

// Nobody real: names, telephone numbers and addresses were made up for the demo world.

export type DemoGroup = {
  /** Key of the demo person who applies and represents it. */
  readonly person: string
  readonly name: string
  readonly kana: string
  readonly english?: string
  readonly kind: OrganisationKind
  /** Slugs, the main one first; none where the city has no wards. */
  readonly areas: readonly string[]
  readonly fields: readonly number[]
  readonly purpose: string
  readonly purposeEnglish?: string
  readonly website?: string
  readonly phone?: string
  readonly contactPublic?: boolean
  /** What only some groups say of themselves. */
  readonly more?: Partial<Profile>
  /** The day of the application, or `now` for what the office has before it today. */
  readonly on: string
  readonly ends?: "waiting" | "returned"
}

const abeno: DemoGroup = {
  person: "group-editor",
  name: "特定非営利活動法人あべの緑の会",
  kana: "アベノミドリノカイ",
  english: "Abeno Green Circle",
  kind: "civic-group",
  areas: ["abeno", "tennoji"],
  fields: [7, 3, 13],
  purpose:
    "公園や通りの花壇を、近所の人といっしょに育てています。\n水やりは30分から。子どもも、はじめての人も、手ぶらで参加できます。",
  purposeEnglish:
    "Together with our neighbours we look after the flower beds of parks and streets.\nWatering takes half an hour; children and newcomers are welcome.",
  website: "https://midori.example.jp/",
  phone: "06-6600-0101",
  contactPublic: true,
  more: {
    legalForm: "npo",
    corporateNumber: "7999999999992",
    districts: ["常盤", "金塚", "文の里"],
    activities:
      "毎朝の水やり（30分）と、毎月第2日曜日の植え替えをしています。\n春と秋には、近くの小学校の子どもたちと種まきをします。",
    activitiesEnglish:
      "We water the flower beds every morning (half an hour) and replant them on the second Sunday of each month.\nIn spring and autumn we sow with children of the schools nearby.",
    since: "2009-05",
    size: "20-49",
    links: [
      { label: "", url: "https://www.instagram.com/midori.example" },
      { label: "花だより（ブログ）", url: "https://blog.midori.example.jp/" },
    ],
    recognitions: [
      {
        year: "2021",
        name: "区民まちづくり表彰",
        by: "阿倍野区",
        city: true,
        evidence: "表彰状 第12号",
      },
      { year: "2018", name: "花のまちづくり奨励賞", by: "花とみどりの基金", city: false, evidence: "" },
    ],
  },
  on: "2022-04-07",
}

const wardGroups: readonly DemoGroup[] = [
  abeno,
  {
    person: "group-editor-2",
    name: "平野子ども食堂ひまわり",
    kana: "ヒラノコドモショクドウヒマワリ",
    english: "Himawari Children's Kitchen, Hirano",
    kind: "civic-group",
    areas: ["hirano"],
    fields: [13, 1],
    purpose:
      "月に2回、だれでも来られる食堂を開いています。料理、配膳、遊び相手をしてくれる人を募っています。",
    phone: "06-6700-0202",
    contactPublic: true,
    more: {
      legalForm: "voluntary",
      districts: ["平野西", "平野南"],
      activities: "第2・第4金曜日の夕方に食堂を開き、毎回60食ほどをつくっています。",
      since: "2017",
      size: "10-19",
    },
    on: "2022-05-30",
  },
  {
    person: "company-editor",
    name: "株式会社なにわ工房",
    kana: "カブシキガイシャナニワコウボウ",
    english: "Naniwa Works",
    kind: "company",
    areas: ["nishiyodogawa"],
    fields: [17, 13],
    purpose: "町工場の技術を生かし、子ども向けのものづくり教室と、工場の会議室の貸し出しをしています。",
    website: "https://naniwa-works.example.jp/",
    phone: "06-6400-0303",
    contactPublic: true,
    on: "2022-09-14",
  },
  {
    person: "expert",
    name: "住吉防災ネットワーク",
    kana: "スミヨシボウサイネットワーク",
    kind: "civic-group",
    areas: ["sumiyoshi", "higashisumiyoshi"],
    fields: [8, 9],
    purpose: "避難所の運営訓練と、防災マップづくりを町会や学校と進めています。",
    phone: "06-6600-0404",
    on: "2023-02-08",
  },
  {
    person: "expert-2",
    name: "日本語教室ことばの橋",
    kana: "ニホンゴキョウシツコトバノハシ",
    english: "Kotoba no Hashi Japanese Class",
    kind: "civic-group",
    areas: ["kita", "miyakojima", "yodogawa"],
    fields: [11, 2],
    purpose: "外国から来た人と、一対一で日本語を学びます。ボランティアは研修を受けてから始められます。",
    purposeEnglish:
      "We learn Japanese one to one with people from abroad. Volunteers are trained before they begin.",
    phone: "06-6300-0505",
    contactPublic: true,
    on: "2023-05-24",
  },
  {
    person: "donor",
    name: "特定非営利活動法人大阪の水辺とまちの記憶を次の世代につなぐ市民ネットワーク推進協議会",
    kana: "オオサカノミズベトマチノキオクヲツギノセダイニツナグシミンネットワークスイシンキョウギカイ",
    english:
      "Citizens' Network for Handing Down the Waterside and the Memory of the Town of Osaka to the Next Generation",
    kind: "civic-group",
    areas: ["taisho", "minato", "konohana", "nishi", "naniwa", "suminoe"],
    fields: [6, 4, 3, 7, 2],
    purpose: "渡し船や橋の写真と聞き取りを集め、まち歩きと展示で伝えています。",
    website: "https://mizube.example.jp/osaka-no-mizube-to-machi-no-kioku/",
    on: "2023-11-01",
  },
  {
    person: "expert",
    name: "生野多文化子育てひろば🌏にじ",
    kana: "イクノタブンカコソダテヒロバニジ",
    kind: "civic-group",
    areas: ["ikuno"],
    fields: [13, 11, 12],
    purpose: "ことばや国の違う親子が、いっしょに遊んで話せる場を週に1回開いています。",
    phone: "06-6700-0707",
    contactPublic: true,
    on: "2024-04-11",
  },
  {
    person: "expert-2",
    name: "西成いきいきサロン",
    kana: "ニシナリイキイキサロン",
    kind: "neighbourhood-association",
    areas: ["nishinari"],
    fields: [1],
    purpose: "高齢の人が気軽に集まり、体操とお茶の時間をいっしょに過ごしています。",
    phone: "06-6600-0808",
    on: "2024-09-26",
  },
  {
    person: "expert",
    name: "天王寺歴史まち歩きの会",
    kana: "テンノウジレキシマチアルキノカイ",
    kind: "civic-group",
    areas: ["tennoji"],
    fields: [4, 6],
    purpose: "坂と寺のまちを案内するボランティアガイドの会です。月に1回、新しい道を歩きます。",
    website: "https://machiaruki.example.jp/",
    on: "2025-05-15",
  },
  {
    person: "expert-2",
    name: "パソコンお助け隊つるみ",
    kana: "パソコンオタスケタイツルミ",
    kind: "civic-group",
    areas: ["tsurumi", "joto"],
    fields: [14, 2],
    purpose: "スマートフォンとパソコンの困りごとを、地域の集会所で一対一でお手伝いします。",
    phone: "06-6900-1010",
    contactPublic: true,
    on: "2026-01-08",
  },
  {
    person: "donor",
    name: "あべの読み聞かせの会",
    kana: "アベノヨミキカセノカイ",
    kind: "civic-group",
    areas: ["abeno"],
    fields: [13, 2],
    purpose: "図書館と保育園で絵本を読んでいます。登録して、新しい読み手を募りたいです。",
    phone: "06-6600-1111",
    on: "now",
    ends: "waiting",
  },
  {
    person: "donor",
    name: "平野音楽クラブ",
    kana: "ヒラノオンガククラブ",
    kind: "civic-group",
    areas: ["hirano"],
    fields: [6],
    purpose: "演奏しています。",
    phone: "06-6700-1212",
    on: "now",
    ends: "returned",
  },
]

const townGroups: readonly DemoGroup[] = [
  {
    ...abeno,
    name: "特定非営利活動法人まちの緑の会",
    kana: "マチノミドリノカイ",
    english: "Town Green Circle",
    areas: [],
    phone: "087-800-0101",
  },
  {
    person: "group-editor-2",
    name: "子ども食堂うどんの輪",
    kana: "コドモショクドウウドンノワ",
    english: "Udon Circle Children's Kitchen",
    kind: "civic-group",
    areas: [],
    fields: [13, 1],
    purpose: "月に2回、うどんを囲んでだれでも来られる食堂を開いています。",
    phone: "087-800-0202",
    contactPublic: true,
    on: "2022-06-13",
  },
  {
    person: "company-editor",
    name: "株式会社うちわ工房",
    kana: "カブシキガイシャウチワコウボウ",
    english: "Uchiwa Works",
    kind: "company",
    areas: [],
    fields: [6, 17],
    purpose: "うちわづくりの技術を伝える教室を、学校と公民館で開いています。",
    phone: "087-800-0303",
    contactPublic: true,
    on: "2023-04-19",
  },
  {
    person: "expert",
    name: "瀬戸の島々とまちの暮らしを守り育てる防災と福祉の市民ネットワーク連絡協議会",
    kana: "セトノシマジマトマチノクラシヲマモリソダテルボウサイトフクシノシミンネットワークレンラクキョウギカイ",
    kind: "civic-group",
    areas: [],
    fields: [8, 9, 1],
    purpose: "島と市街地のあいだで、避難訓練と見守りの仕組みをつくっています。",
    on: "2024-07-03",
  },
  {
    person: "donor",
    name: "えほんの森読み聞かせの会",
    kana: "エホンノモリヨミキカセノカイ",
    kind: "civic-group",
    areas: [],
    fields: [13, 2],
    purpose: "図書館とコミュニティセンターで絵本を読んでいます。",
    phone: "087-800-0505",
    on: "now",
    ends: "waiting",
  },
  {
    person: "donor",
    name: "港の音楽クラブ",
    kana: "ミナトノオンガククラブ",
    kind: "civic-group",
    areas: [],
    fields: [6],
    purpose: "演奏しています。",
    phone: "087-800-0606",
    on: "now",
    ends: "returned",
  },
]

/** The groups of the demo world: over the wards, or in a city that is one area. */
export const demoGroups = (city: City): readonly DemoGroup[] =>
  city.firstLevel === "ward" ? wardGroups : townGroups
