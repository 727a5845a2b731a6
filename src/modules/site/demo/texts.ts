import type { City } from "#kernel/city.ts"

type Text = readonly [title: string, body: string]

export type DemoNotice = {
  /** Begun so many days ago; negative: still to come. */
  readonly days: number
  /** Days that it stands; null: without an end. */
  readonly lasts: number | null
  readonly area?: string
  readonly ja: Text
  readonly en?: Text
  readonly easy?: Text
}

const everywhere: readonly DemoNotice[] = [
  {
    days: 4,
    lasts: 40,
    ja: [
      "夏のボランティア募集の掲載を受け付けています",
      "夏休みの活動を探す人が増える時期です。7月と8月の募集は、早めに掲載してください。\n\n書き方は[よくある質問](/pages/faq)をご覧ください。",
    ],
    en: [
      "Publish your calls for summer volunteers now",
      "Many people look for something to do in the holidays. Please publish what takes place in July and August early.\n\nSee the [questions people ask](/pages/faq) for how.",
    ],
    easy: [
      "夏《なつ》の ボランティアを 書《か》いてください",
      "夏休《なつやす》みは 探《さが》す 人《ひと》が 多《おお》いです。\n早《はや》く 書《か》いてください。",
    ],
  },
  {
    days: 20,
    lasts: null,
    ja: [
      "やさしい日本語で読めるようになりました",
      "ページの上の「やさしい日本語」を選ぶと、漢字に読みがなが付きます。",
    ],
    en: ["Now in easy Japanese too", "Choose やさしい日本語 at the top of a page."],
    easy: ["やさしい 日本語《にほんご》で 読《よ》めます", "ページの 上《うえ》で 選《えら》んでください。"],
  },
  {
    days: -3,
    lasts: 5,
    ja: ["点検のためサイトが止まります", "点検のため、夜の1時から3時まで使えません。"],
  },
]

export const demoNotices = ({ areas }: City): readonly DemoNotice[] =>
  areas.some(({ slug }) => slug === "abeno")
    ? [
        ...everywhere,
        {
          days: 2,
          lasts: 20,
          area: "abeno",
          ja: [
            "阿倍野区役所の市民活動の窓口が2階に移りました",
            "団体の登録と相談は、2階の窓口にお越しください。電話番号は変わりません。",
          ],
        },
      ]
    : everywhere

export type DemoOpinion = {
  readonly text: string
  readonly page: string
  readonly days: number
  readonly answered?: { readonly answer: string; readonly change: string }
}

export const demoOpinions: readonly DemoOpinion[] = [
  {
    text: "スマートフォンで見ると、何曜日かがすぐに分からず困りました。",
    page: "/listings",
    days: 40,
    answered: {
      answer: "ご意見をありがとうございます。日付といっしょに、いつも曜日を出すようにしました。",
      change: "一覧とカードの日付に、曜日を加えました。",
    },
  },
  {
    text: "土日だけの活動を探したいです。",
    page: "/listings",
    days: 25,
    answered: {
      answer: "はじめのページの「今週末」を押すと、次の土曜日と日曜日の活動が見つかります。",
      change: "",
    },
  },
  { text: "団体の一覧を、駅の近さでも並べられるとうれしいです。", page: "/organisations", days: 5 },
]

export const demoPromotions = [
  {
    days: 30,
    occasion: "市民活動フェスタの相談コーナー",
    audience: "来場した団体 約40人",
    explainedBy: "中村 恵",
    registrations: 3,
    note: "登録の流れを紙で渡した。",
  },
  {
    days: 75,
    occasion: "企業の社会貢献担当者の集まり",
    audience: "会社 12社",
    explainedBy: "中村 恵",
    registrations: 1,
    note: "",
  },
] as const
