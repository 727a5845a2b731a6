import { type Ship, written } from "./words.ts"

export const firstSteps: Ship = () => ({
  slug: "first-steps",
  kind: "page",
  contents: written(
    [
      "はじめての方へ",
      `
「何かしてみたい」と思ったら、それがはじまりです。見るだけなら、登録は要りません。

# 1. 見つける
[さがす](/listings)のページで、地域、日、ことばから探します。「はじめて歓迎」や「子どもと」など、気持ちからも選べます。

# 2. 読む
何をするのか、だれのためか、いつ、どこで、何を持っていくかを読みます。分からないことがあれば、書いてある連絡先に聞いてください。

# 3. 行ってみる
申し込みが要るものと、当日行けばよいものがあります。「参加のしかた」を確かめてください。急に行けなくなったら、早めに知らせましょう。

# 4. つづける
気に入ったら、その団体のページで次の予定を見てください。[団体](/organisations)から、近くの団体を探すこともできます。

# 団体の方へ
活動を知ってほしい、手伝ってくれる人を探したいときは、[登録のメリット](/pages/merits)をご覧ください。

# 困ったとき
[よくある質問](/pages/faq)を見るか、[お問い合わせ](/pages/contact)へどうぞ。
`,
    ],
    [
      "New here?",
      `
It begins with the wish to do something. To look around you need not sign up.

# 1. Find
Use [Find](/listings) by place, day or words. You can also choose by mood: beginners welcome, with children, and so on.

# 2. Read
What will be done and for whom, when and where, what to bring. If something is unclear, ask the contact given there.

# 3. Go
Some things need an application, for others you just come. See "How to join". If you cannot come after all, please say so early.

# 4. Go on
If you liked it, look at the group's page for what comes next. Under [Groups](/organisations) you find others near you.

# For groups
If you want to be known or need helping hands, see [Why register](/pages/merits).

# If you are stuck
See the [questions people ask](/pages/faq), or [Contact](/pages/contact).
`,
    ],
    [
      "はじめての 人《ひと》へ",
      `
見《み》るだけなら 登録《とうろく》は いりません。

# 1. 見《み》つける
- [探《さが》す](/listings)の ページを 開《ひら》きます。
- 場所《ばしょ》や 日《ひ》を 選《えら》びます。

# 2. 読《よ》む
- 何《なに》を するか 読《よ》みます。
- いつ、どこで するか 読《よ》みます。

# 3. 行《い》く
- 申《もう》し込《こ》みが いるか 見《み》てください。
- 行《い》けないときは 早《はや》く 言《い》ってください。

# こまったとき
- [よくある 質問《しつもん》](/pages/faq)を 見《み》てください。
- [聞《き》く ところ](/pages/contact)も あります。
`,
    ],
  ),
})

export const contact: Ship = (at) => ({
  slug: "contact",
  kind: "page",
  contents: written(
    [
      "お問い合わせ",
      `
# 活動の内容について
載っている活動の日時、場所、参加のしかたは、その団体にお尋ねください。連絡先は、それぞれのページに書いてあります。

# 団体の登録、掲載について
${at.desk}がお答えします。[地域](/areas)のページに、担当の窓口の名前があります。

# このサイトについて
${at.office}が担当しています。使いにくいところ、直してほしいところは、[ご意見](/opinions/new)からお知らせください。お返事が要るときは、メールアドレスを書いてください。

# 個人情報について
ご自分の情報の開示、訂正、利用停止は、${at.office}にお申し出ください。くわしくは[個人情報の取り扱い](/pages/privacy)をご覧ください。

# 急ぐとき
火事、救急は119、事件、事故は110に電話してください。このサイトでは、急ぎの連絡を受け付けていません。
`,
    ],
    [
      "Contact",
      `
# About an activity
Please ask the group itself about time, place and how to join. Its contact stands on its page.

# About registering and publishing
${at.deskEnglish.charAt(0).toUpperCase()}${at.deskEnglish.slice(1)} answers. The name of the office in charge stands on each page under [Areas](/areas).

# About this site
${at.officeEnglish} is in charge. What is hard to use or should be changed you can [tell us](/opinions/new). Give your mail address if you want an answer.

# About personal data
Requests to see, correct or stop the use of your data go to ${at.officeEnglish}. See the [privacy notice](/pages/privacy).

# In a hurry
For fire and ambulance call 119, for police 110. Urgent messages cannot be taken here.
`,
    ],
    [
      "聞《き》く ところ",
      `
# 活動《かつどう》の こと
- その グループに 聞《き》いてください。

# 登録《とうろく》の こと
- ${at.deskEasy}に 聞《き》いてください。

# このサイトの こと
- [意見《いけん》を 書《か》く](/opinions/new) ページから 教《おし》えてください。

# 急《いそ》ぐとき
- 火事《かじ》、救急車《きゅうきゅうしゃ》は 119に 電話《でんわ》します。
- 警察《けいさつ》は 110に 電話《でんわ》します。
`,
    ],
  ),
})

export const about: Ship = (at) => ({
  slug: "about",
  kind: "page",
  contents: written(
    [
      "サイトについて",
      `
${at.site}は、${at.city}で、だれかのために何かをする人と団体をつなぐサイトです。「えにし」は、人と人とのつながりを表すことばです。

# だれが開いているか
${at.office}が開いています。団体の登録と掲載は、${at.desk}といっしょに確かめています。

# だれが書いているか
- 団体の紹介と掲載は、それぞれの団体が書いています。
- このページやお知らせは、${at.city}が書いています。

# 数字について
[数字で見る](/figures)の数は、毎日の記録から計算しています。何を数え、何を数えないかを、それぞれの数の下に書いています。

# リンク
このサイトへのリンクは自由です。知らせる必要はありません。

# 使っている仕組み
このサイトの仕組みは、だれでも見て、使い、直せるように公開されています（Apache License 2.0）。

# サイトを良くする
[いただいた声](/opinions)に、ご意見とお返事、直したところを載せています。
`,
    ],
    [
      "About this site",
      `
${at.siteEnglish} brings together people and groups who do something for others in ${at.english}. *Enishi* is an old word for the ties between people.

# Who runs it
${at.officeEnglish}. Registrations and listings are looked after together with ${at.deskEnglish}.

# Who writes it
- Groups write about themselves and what they do.
- Pages like this one and notices are written by ${at.english}.

# Figures
[Figures](/figures) are worked out every day from what is recorded. Below each stands what is counted and what is not.

# Links
You may link here as you like, without asking.

# The software
What runs this site is open for everybody to read, use and change (Apache License 2.0).

# Making it better
[What people told us](/opinions) shows opinions, our answers, and what was changed.
`,
    ],
    [
      "このサイトの こと",
      `
${at.easy}の サイトです。
人《ひと》の ために 活動《かつどう》する 人《ひと》を つなぎます。

# だれが 書《か》いていますか
- グループの ページは グループが 書《か》きます。
- この ページは ${at.easy}が 書《か》きます。

# よく するために
- [みんなの 意見《いけん》](/opinions)と 答《こた》えを 見《み》ることが できます。
`,
    ],
  ),
})
