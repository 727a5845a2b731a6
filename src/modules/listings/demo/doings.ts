// Nobody real: what groups of each kind do, every month and once a year. By the kind of group.

type Regular = {
  readonly title: string
  readonly kana: string
  readonly what: string
  readonly kind: "event" | "volunteer" | "meeting"
  readonly at: string
  /** Monday is 1. */
  readonly weekday: number
  readonly monthly?: true
  readonly minutes?: number
}

type Yearly = Pick<Regular, "title" | "kana" | "what" | "at"> & { readonly month: number }

export type Doing = { readonly fields: readonly number[]; readonly regular: Regular; readonly yearly: Yearly }

export const doings: Readonly<Record<string, Doing>> = {
  toys: {
    fields: [13, 7],
    regular: {
      kind: "event",
      title: "おもちゃの診察日",
      kana: "オモチャノシンサツビ",
      what: "こわれたおもちゃを持ってきてください。目の前で直します。",
      at: "10:00-12:00",
      weekday: 6,
      monthly: true,
    },
    yearly: {
      month: 5,
      title: "おもちゃドクター養成講座",
      kana: "オモチャドクターヨウセイコウザ",
      what: "ねじ回しの持ち方から学びます。手先が器用でなくても大丈夫です。",
      at: "13:30-16:00",
    },
  },
  cleaning: {
    fields: [7, 3],
    regular: {
      kind: "volunteer",
      title: "川べりのごみ拾い、30分から",
      kana: "カワベリノゴミヒロイ",
      what: "火ばさみと袋を持って、川べりを歩きます。道具はこちらにあります。",
      at: "08:00-09:00",
      weekday: 7,
      monthly: true,
      minutes: 30,
    },
    yearly: {
      month: 6,
      title: "川の生きもの調べ",
      kana: "カワノイキモノシラベ",
      what: "網を持って、川にすむ生きものを数えます。",
      at: "09:30-11:30",
    },
  },
  kitchen: {
    fields: [13, 1],
    regular: {
      kind: "volunteer",
      title: "夕ごはんの手伝い",
      kana: "ユウゴハンノテツダイ",
      what: "切る、よそう、いっしょに食べる。できることからお願いします。",
      at: "16:00-19:00",
      weekday: 3,
      minutes: 60,
    },
    yearly: {
      month: 12,
      title: "年末のもちつき",
      kana: "ネンマツノモチツキ",
      what: "うすときねで、もちをつきます。子どもも、つけます。",
      at: "10:00-13:00",
    },
  },
  watch: {
    fields: [9, 13],
    regular: {
      kind: "volunteer",
      title: "朝の見守り、20分",
      kana: "アサノミマモリ",
      what: "登校の時間に、通りの角に立ってあいさつします。",
      at: "07:50-08:10",
      weekday: 1,
      minutes: 20,
    },
    yearly: {
      month: 4,
      title: "通学路の安全点検",
      kana: "ツウガクロノアンゼンテンケン",
      what: "新しい一年生といっしょに、通学路を歩きます。",
      at: "10:00-11:30",
    },
  },
  japanese: {
    fields: [11, 2],
    regular: {
      kind: "volunteer",
      title: "日本語で話す夜",
      kana: "ニホンゴデハナスヨル",
      what: "日本語を学ぶ人と、二人で一時間話します。教えた経験はいりません。",
      at: "19:00-20:30",
      weekday: 4,
      minutes: 60,
    },
    yearly: {
      month: 11,
      title: "世界の台所",
      kana: "セカイノダイドコロ",
      what: "それぞれの国の料理をつくって、食べます。",
      at: "11:00-14:00",
    },
  },
  history: {
    fields: [6, 4],
    regular: {
      kind: "event",
      title: "古い道を歩く",
      kana: "フルイミチヲアルク",
      what: "案内の人の話を聞きながら、二時間歩きます。",
      at: "10:00-12:00",
      weekday: 7,
      monthly: true,
    },
    yearly: {
      month: 10,
      title: "古い写真の展示",
      kana: "フルイシャシンノテンジ",
      what: "町の人が持ちよった写真を並べます。",
      at: "10:00-16:00",
    },
  },
  reading: {
    fields: [13, 6],
    regular: {
      kind: "event",
      title: "絵本と紙芝居の時間",
      kana: "エホントカミシバイノジカン",
      what: "小さい子から大人まで。途中で出入りできます。",
      at: "10:30-11:15",
      weekday: 6,
    },
    yearly: {
      month: 8,
      title: "夏の夜のおはなし会",
      kana: "ナツノヨルノオハナシカイ",
      what: "明かりを落として、少しこわい話を読みます。",
      at: "18:30-19:30",
    },
  },
  digital: {
    fields: [14, 2],
    regular: {
      kind: "event",
      title: "スマホなんでも相談",
      kana: "スマホナンデモソウダン",
      what: "一人20分ずつ、となりで聞きます。何度来てもかまいません。",
      at: "13:30-15:30",
      weekday: 2,
    },
    yearly: {
      month: 9,
      title: "はじめての写真整理",
      kana: "ハジメテノシャシンセイリ",
      what: "たまった写真を選び、印刷するまでをやってみます。",
      at: "13:00-15:00",
    },
  },
  disaster: {
    fields: [8, 9],
    regular: {
      kind: "meeting",
      title: "防災の集まり",
      kana: "ボウサイノアツマリ",
      what: "町の危ないところを地図に書きこみます。どなたでもどうぞ。",
      at: "19:00-20:30",
      weekday: 3,
      monthly: true,
    },
    yearly: {
      month: 1,
      title: "炊き出しの練習",
      kana: "タキダシノレンシュウ",
      what: "大きな釜でごはんを炊きます。食べに来るだけでも助かります。",
      at: "10:00-13:00",
    },
  },
  music: {
    fields: [6, 1],
    regular: {
      kind: "event",
      title: "みんなで歌う午後",
      kana: "ミンナデウタウゴゴ",
      what: "歌詞を大きく映します。声を出したい日に来てください。",
      at: "14:00-15:30",
      weekday: 5,
    },
    yearly: {
      month: 12,
      title: "年の暮れの歌の会",
      kana: "トシノクレノウタノカイ",
      what: "一年の歌を、まとめて歌います。",
      at: "14:00-16:00",
    },
  },
  garden: {
    fields: [7, 5],
    regular: {
      kind: "volunteer",
      title: "農園の水やりと収穫",
      kana: "ノウエンノミズヤリトシュウカク",
      what: "水やり、草取り、収穫。取れた野菜は分けて持ち帰ります。",
      at: "09:00-10:30",
      weekday: 6,
      minutes: 30,
    },
    yearly: {
      month: 5,
      title: "夏野菜の植えつけ",
      kana: "ナツヤサイノウエツケ",
      what: "トマトとナスの苗を植えます。",
      at: "09:30-11:30",
    },
  },
  carers: {
    fields: [1, 10],
    regular: {
      kind: "meeting",
      title: "介護者のお茶会",
      kana: "カイゴシャノオチャカイ",
      what: "話しても、聞くだけでもかまいません。聞いたことは外に出しません。",
      at: "13:30-15:30",
      weekday: 4,
      monthly: true,
    },
    yearly: {
      month: 9,
      title: "専門職に聞く介護の話",
      kana: "センモンショクニキクカイゴノハナシ",
      what: "地域包括支援センターの人に、なんでも聞けます。",
      at: "14:00-15:30",
    },
  },
  walking: {
    fields: [1, 6],
    regular: {
      kind: "event",
      title: "朝の公園ウォーキング",
      kana: "アサノコウエンウォーキング",
      what: "準備体操のあと、それぞれの速さで歩きます。",
      at: "07:00-08:00",
      weekday: 2,
    },
    yearly: {
      month: 3,
      title: "桜の下の体力測定",
      kana: "サクラノシタノタイリョクソクテイ",
      what: "握力と歩く速さをはかります。",
      at: "09:30-11:30",
    },
  },
  study: {
    fields: [13, 2],
    regular: {
      kind: "volunteer",
      title: "宿題のとなりに座る人",
      kana: "シュクダイノトナリニスワルヒト",
      what: "小学生のとなりに座り、いっしょに考えます。",
      at: "16:00-17:30",
      weekday: 1,
      minutes: 90,
    },
    yearly: {
      month: 8,
      title: "自由研究おたすけ教室",
      kana: "ジユウケンキュウオタスケキョウシツ",
      what: "テーマの決め方から、まとめ方まで手伝います。",
      at: "10:00-12:00",
    },
  },
  salon: {
    fields: [1, 3],
    regular: {
      kind: "event",
      title: "ふれあいサロン",
      kana: "フレアイサロン",
      what: "お茶を飲みながら、おしゃべりと体操をします。",
      at: "13:30-15:00",
      weekday: 4,
    },
    yearly: {
      month: 10,
      title: "サロンの文化祭",
      kana: "サロンノブンカサイ",
      what: "手芸や写真、歌を見せ合います。",
      at: "11:00-15:00",
    },
  },
  repair: {
    fields: [7, 16],
    regular: {
      kind: "event",
      title: "なおす日",
      kana: "ナオスヒ",
      what: "いすや服を持ってきて、道具を借りて自分で直します。",
      at: "13:00-16:00",
      weekday: 6,
      monthly: true,
    },
    yearly: {
      month: 2,
      title: "包丁とぎの会",
      kana: "ホウチョウトギノカイ",
      what: "家の包丁を、職人といっしょにとぎます。",
      at: "10:00-12:00",
    },
  },
  support: {
    fields: [1, 10],
    regular: {
      kind: "volunteer",
      title: "休みの日の外出の付きそい",
      kana: "ヤスミノヒノガイシュツノツキソイ",
      what: "映画や買い物に、いっしょに出かけます。はじめての人は二人で組みます。",
      at: "10:00-15:00",
      weekday: 7,
      monthly: true,
      minutes: 120,
    },
    yearly: {
      month: 7,
      title: "夏の水あそび",
      kana: "ナツノミズアソビ",
      what: "車いすの人も入れるプールで遊びます。",
      at: "10:00-14:00",
    },
  },
  film: {
    fields: [6, 3],
    regular: {
      kind: "event",
      title: "まちの映画会",
      kana: "マチノエイガカイ",
      what: "なつかしい映画を、字幕つきで上映します。",
      at: "14:00-16:00",
      weekday: 6,
      monthly: true,
    },
    yearly: {
      month: 8,
      title: "野外の映画会",
      kana: "ヤガイノエイガカイ",
      what: "公園に大きな布を張って、日が暮れたら上映します。",
      at: "19:00-21:00",
    },
  },
}
