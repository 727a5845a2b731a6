import type { DemoListing } from "./entry.ts"
import { once, repeated } from "./entry.ts"

/** What an office publishes in its own name, by the key of the demo person who writes it. */
export type DemoOfficeListing = Pick<DemoListing, "on" | "content"> & { readonly person: string }

const midnight = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime("Asia/Tokyo").toInstant()

/** Schemes of the City and of others, and news: in every city. */
export const cityOffice: readonly DemoOfficeListing[] = [
  {
    person: "city-officer",
    on: 30,
    content: (today) => ({
      kind: "support",
      title: "防災の学び合いを助ける助成金",
      titleKana: "ボウサイノマナビアイヲタスケルジョセイキン",
      what: "地域の人が集まって防災を学ぶ催しに、会場費や講師へのお礼を助成します。",
      howToJoin: "申請書を書いて、メールか窓口で出してください。書き方は電話でお答えします。",
      fields: [8, 3],
      contact: "市民活動の窓口　06-0000-0101",
      applyBy: midnight(today.add({ days: 11 })),
      schedule: { kind: "any-time" },
      details: {
        provider: "みどり市民財団（架空）",
        target: "市内で活動する団体。法人でなくても申し込めます。",
        amount: "上限30万円。かかる費用の2分の1まで",
        choice: "selection",
        applyFrom: midnight(today.subtract({ days: 20 })).toString(),
        byPhone: "06-0000-0101（平日9時から17時30分）",
        byMail: "josei@demo.example.jp",
        byCounter: "市役所1階 市民活動の窓口",
        audiences: ["groups"],
      },
    }),
  },
  {
    person: "city-officer",
    on: 60,
    content: () => ({
      kind: "support",
      title: "市民活動のための印刷機とプロジェクターの貸し出し",
      titleKana: "シミンカツドウノタメノインサツキトプロジェクターノカシダシ",
      what: "会報やちらしの印刷、上映会のプロジェクターを、活動のために借りられます。",
      howToJoin: "使う日の3日前までに、電話で申し込んでください。",
      fields: [19],
      contact: "市民活動の窓口　06-0000-0101",
      schedule: { kind: "any-time" },
      details: {
        provider: "市民活動の窓口",
        target: "登録した団体",
        amount: "無料。紙は持ってきてください。",
        byPhone: "06-0000-0101（平日9時から17時30分）",
        audiences: ["groups"],
      },
    }),
  },
  {
    person: "city-officer",
    on: 400,
    content: (today) => ({
      kind: "support",
      title: "はじめの一歩助成（昨年度）",
      titleKana: "ハジメノイッポジョセイ",
      what: "新しく活動をはじめる団体の、最初の1年の費用を助成しました。",
      howToJoin: "申請書を窓口に出してください。",
      fields: [19],
      applyBy: midnight(today.subtract({ days: 370 })),
      schedule: { kind: "any-time" },
      details: {
        provider: "みどり市民財団（架空）",
        target: "はじめて3年以内の団体",
        amount: "10万円まで",
        choice: "selection",
        byPhone: "06-0000-0101",
        audiences: ["groups"],
      },
    }),
  },
  {
    person: "city-officer",
    on: 5,
    content: () => ({
      kind: "news",
      title: "窓口の電話は、お昼の時間もつながるようになりました",
      titleKana: "マドグチノデンワハオヒルノジカンモツナガルヨウニナリマシタ",
      what: "12時から13時も、担当が交代でお受けします。活動の相談に使ってください。",
      howToJoin: "",
      fields: [19],
      contact: "市民活動の窓口　06-0000-0101",
      schedule: { kind: "any-time" },
    }),
  },
]

/** exchange-venue-info.U1: a ward holds its round table. */
export const wardOffices: readonly DemoOfficeListing[] = [
  {
    person: "ward-officer-abeno",
    on: 45,
    content: (today) => ({
      kind: "meeting",
      title: "阿倍野つながる円卓",
      titleKana: "アベノツナガルエンタク",
      what: "区で活動する人が、月に一度、となりの活動を知る会です。はじめの30分は自己紹介、そのあと困りごとを出し合います。",
      forWhom: "活動をしている人も、これからの人も",
      howToJoin: "申し込みはいりません。時間の中で、いつ来てもいつ帰ってもかまいません。",
      placeName: "阿倍野区役所 会議室",
      placeAddress: "大阪市阿倍野区文の里1丁目1-40",
      online: true,
      areas: ["abeno"],
      fields: [3, 19],
      contact: "阿倍野区役所の担当　06-0000-0201",
      schedule: repeated(today.subtract({ days: 40 }), "18:30-20:00", { repeat: "monthly-by-weekday" }),
      details: {
        theme: "居場所づくり、担い手さがし",
        station: "地下鉄 文の里駅",
        stationMinutes: 3,
        entry: "none",
        minutes: 30,
        welcome: ["first-timers"],
        care: ["wheelchair", "captioning", "bicycles"],
        languages: ["easy"],
        audiences: ["groups", "companies", "students"],
        joinAddress: "https://meet.example.jp/abeno-entaku",
        feeYen: 0,
        districts: ["常盤", "金塚"],
      },
    }),
  },
  {
    person: "ward-officer-hirano",
    on: 20,
    content: (today) => ({
      kind: "meeting",
      title: "平野・防災の知恵を持ちよる夕べ",
      titleKana: "ヒラノボウサイノチエヲモチヨルユウベ",
      what: "町会、学校、店の人が、去年の訓練でうまくいったことを10分ずつ話します。",
      howToJoin: "電話かファクスで申し込んでください。当日の飛び入りもできます。",
      placeName: "平野区役所 講堂",
      areas: ["hirano"],
      fields: [8],
      applyBy: midnight(today.add({ days: 9 })),
      schedule: once(today.add({ days: 12 }), "18:00-20:00"),
      details: {
        theme: "防災",
        entry: "apply",
        choice: "first-come",
        byPhone: "06-0000-0301（平日9時から17時30分）",
        byFax: "06-0000-0302",
        capacityNumber: 60,
        station: "地下鉄 平野駅",
        stationMinutes: 8,
        care: ["sign-language", "childcare"],
        careNote: "手話と保育は、1週間前までに知らせてください。",
        bring: "筆記用具、地域の防災地図があれば",
        rain: "雨でも行います。警報が出たら中止です。",
        feeYen: 0,
        coHosts: "平野区社会福祉協議会",
        audiences: ["groups", "companies"],
      },
    }),
  },
]
