import type { Child } from "#jsx"
import { Day, Days, Times, today } from "#web/dates.tsx"
import { ruby } from "#web/ruby.tsx"
import type { View } from "#web/view.ts"
import type { CardProps } from "./card.tsx"
import type { AreaTile } from "./tile-map.tsx"

/** Words of the gallery in the language of the view; in easy Japanese with readings. */
export function say(view: View, ja: string, en: string, easy: string): Child {
  if (view.lang === "ja-easy") return ruby(easy)
  return view.lang === "en" ? en : ja
}

/** The 24 wards as tiles in their true neighbourhood: slug, name, reading, column, row, open things. */
const wards = [
  ["miyakojima", "都島", "みやこじま", "Miyakojima", 4, 2, 12],
  ["fukushima", "福島", "ふくしま", "Fukushima", 2, 2, 5],
  ["konohana", "此花", "このはな", "Konohana", 1, 2, 4],
  ["nishi", "西", "にし", "Nishi", 3, 3, 8],
  ["minato", "港", "みなと", "Minato", 2, 3, 6],
  ["taisho", "大正", "たいしょう", "Taisho", 2, 4, 3],
  ["tennoji", "天王寺", "てんのうじ", "Tennoji", 4, 4, 15],
  ["naniwa", "浪速", "なにわ", "Naniwa", 3, 4, 7],
  ["nishiyodogawa", "西淀川", "にしよどがわ", "Nishiyodogawa", 2, 1, 0],
  ["higashiyodogawa", "東淀川", "ひがしよどがわ", "Higashiyodogawa", 4, 1, 18],
  ["higashinari", "東成", "ひがしなり", "Higashinari", 5, 3, 9],
  ["ikuno", "生野", "いくの", "Ikuno", 5, 4, 14],
  ["asahi", "旭", "あさひ", "Asahi", 5, 1, 6],
  ["joto", "城東", "じょうとう", "Joto", 5, 2, 11],
  ["abeno", "阿倍野", "あべの", "Abeno", 4, 5, 23],
  ["sumiyoshi", "住吉", "すみよし", "Sumiyoshi", 3, 6, 10],
  ["higashisumiyoshi", "東住吉", "ひがしすみよし", "Higashisumiyoshi", 5, 5, 8],
  ["nishinari", "西成", "にしなり", "Nishinari", 3, 5, 13],
  ["yodogawa", "淀川", "よどがわ", "Yodogawa", 3, 1, 16],
  ["tsurumi", "鶴見", "つるみ", "Tsurumi", 6, 2, 2],
  ["suminoe", "住之江", "すみのえ", "Suminoe", 2, 5, 5],
  ["hirano", "平野", "ひらの", "Hirano", 6, 5, 21],
  ["kita", "北", "きた", "Kita", 3, 2, 19],
  ["chuo", "中央", "ちゅうおう", "Chuo", 4, 3, 17],
] as const

export function wardTiles(view: View): readonly AreaTile[] {
  return wards.map(([slug, name, reading, english, column, row, count]) => ({
    code: slug,
    href: view.href(`/areas/${slug}`),
    name: say(view, `${name}区`, english, `{${name}区|${reading}く}`),
    short: say(view, name, english.replace(/^(Higashi|Nishi)(?=.)/, "$1\u00AD"), `{${name}|${reading}}`),
    count,
    tile: { column, row },
  }))
}

export const wardOptions = (view: View) =>
  wards.map(([slug, name, , english]) => ({
    value: slug,
    label: view.lang === "en" ? english : `${name}区`,
  }))

const clock = (text: string) => Temporal.PlainTime.from(text)

/** Six cards: near and far, long and short, with seats, ended, in two languages. */
export function cards(view: View): readonly CardProps[] {
  const day = (later: number) => today(view).add({ days: later })
  const trait = {
    short: { label: say(view, "30分から", "From 30 minutes", "{30分|さんじゅっぷん}から"), icon: "clock" },
    first: { label: say(view, "はじめて歓迎", "First-timers welcome", "はじめてでも いいです"), first: true },
    children: { label: say(view, "子どもと", "With children", "{子|こ}どもと"), icon: "child" },
    online: { label: say(view, "オンライン", "Online", "オンラインで"), icon: "screen" },
  } as const
  const volunteer = {
    label: say(view, "手伝いを募集", "Helpers wanted", "{手伝|てつだ}ってください"),
    icon: "hand",
  } as const
  const event = { label: say(view, "催し", "Event", "イベント"), icon: "calendar" } as const
  const place = (ja: string, en: string, easy: string) => say(view, ja, en, easy)
  return [
    {
      view,
      href: view.href("/listings/0123456789"),
      kind: volunteer,
      title: "子ども食堂「あべのひろば」で配膳を手伝ってくれる人を募集しています",
      when: (
        <>
          <Day view={view} day={day(0)} />
          <br />
          <Times view={view} start={clock("16:00")} end={clock("19:00")} />
        </>
      ),
      where: place("阿倍野区　阿倍野区民センター", "Abeno, Abeno Community Centre", "{阿倍野区|あべのく}"),
      traits: [trait.first, trait.short, trait.children],
      seats: { label: say(view, "あと2人", "2 places left", "あと {2人|ふたり}"), few: true },
      organiser: { name: "あべのひろば実行委員会", href: view.href("/organisations/0123456789") },
      field: 13,
    },
    {
      view,
      href: view.href("/listings/0123456780"),
      kind: volunteer,
      title: "長居公園の落ち葉をいっしょに集めませんか",
      when: (
        <>
          <Day view={view} day={day(2)} />
          <br />
          <Times view={view} start={clock("09:30")} />
        </>
      ),
      where: place("東住吉区　長居公園", "Higashisumiyoshi, Nagai Park", "{東住吉区|ひがしすみよしく}"),
      traits: [trait.first, trait.children],
      organiser: { name: "ながい緑の会", href: view.href("/organisations/0123456780") },
      field: 7,
    },
    {
      view,
      href: view.href("/listings/0123456781"),
      kind: event,
      title:
        "じぶんの声をきく、あなたの声をきく。親子で考える【子どもアドボカシー】入門編　第1回「カードで見つける、わたしの気持ち」",
      when: <Days view={view} first={day(14)} last={day(16)} />,
      where: place(
        "中央区　大阪市立総合生涯学習センター",
        "Chuo, Lifelong Learning Centre",
        "{中央区|ちゅうおうく}",
      ),
      traits: [trait.children],
      organiser: {
        name: "特定非営利活動法人　こどもとまちをつなぐ大阪ネットワーク",
        href: view.href("/organisations/1"),
      },
      field: 10,
    },
    {
      view,
      href: view.href("/listings/0123456782"),
      kind: volunteer,
      title: "スマートフォンの使い方を教えてください",
      when: say(view, "都合のよい日に", "Whenever suits you", "あなたの いい {日|ひ}に"),
      where: place("オンライン", "Online", "オンライン"),
      traits: [trait.online, trait.short],
      seats: {
        label: say(
          view,
          "12月10日まで申し込めます",
          "Apply by 10 December",
          "{12月|じゅうにがつ}{10日|とおか}まで",
        ),
      },
      organiser: { name: "平野区シニアネット", href: view.href("/organisations/2") },
      field: 14,
    },
    {
      view,
      href: view.href("/listings/0123456783"),
      kind: event,
      title: "Coffee and conversation: newcomers’ morning",
      lang: "en",
      when: <Day view={view} day={day(9)} />,
      where: place("生野区　いくのパーク", "Ikuno, Ikuno Park", "{生野区|いくのく}"),
      traits: [trait.first],
      organiser: { name: "Ikuno Neighbours", href: view.href("/organisations/3") },
      field: 11,
    },
    {
      view,
      href: view.href("/listings/0123456784"),
      kind: event,
      title: "秋の防災まち歩き",
      when: <Day view={view} day={day(-5)} />,
      where: place("此花区　四貫島", "Konohana, Shikanjima", "{此花区|このはなく}"),
      ended: say(view, "終わりました", "Over", "{終|お}わりました"),
      organiser: { name: "此花まちづくり協議会", href: view.href("/organisations/4") },
      field: 8,
    },
  ]
}
