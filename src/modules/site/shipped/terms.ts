import { type Ship, written } from "./words.ts"

export const terms: Ship = (at) => ({
  slug: "terms",
  kind: "terms",
  contents: written(
    [
      "利用規約",
      `
${at.site}は、${at.city}で市民活動をする人と団体をつなぐために、${at.city}が開いているサイトです。このページは、使う人みんなに守っていただくことと、${at.city}が約束することを書いたものです。

# 使える人
- 見るだけなら、だれでも、何も登録せずに使えます。
- サインインは、メールを受け取れる人ならだれでもできます。
- 団体の登録は、${at.city}の中で活動する団体や会社ができます。営利だけ、宗教の布教だけ、政党や候補者の応援だけを目的とするものは登録できません。

# サインイン
- メールアドレスは、自分が受け取れるものを使ってください。
- サインインのためのリンク、番号、パスワードを、ほかの人に渡さないでください。
- 心当たりのないサインインに気づいたら、マイページの「サインインしている端末」で終わらせ、窓口に知らせてください。

# 団体の登録と掲載
- 登録の申し込みは、${at.desk}が内容を確かめてから公開します。
- 掲載した内容については、掲載した団体が責任を持ちます。日時や場所が変わったら、すぐに直してください。
- 参加した人から預かった名前や連絡先は、その活動のためだけに使い、要らなくなったら消してください。団体は、${at.city}とは別に、個人情報を守る責任を負います。

# してはいけないこと
- うそを書くこと、ほかの人や団体になりすますこと
- 人を傷つけること、差別すること、つきまとうこと
- ほかの人の名前、写真、文章を、許しなく載せること
- 参加者に、あらかじめ書いていない費用を求めたり、物を売りつけたりすること
- サイトの動きを妨げること

# 公開を止めるとき
- きまりに反する内容や、古くて人が困る内容は、${at.city}か${at.desk}が公開を止めることがあります。
- そのときは、理由を団体に知らせます。団体は、直して、もう一度公開を求めることができます。

# 文章と写真
- 掲載した文章と写真の権利は、書いた人、撮った人のものです。
- ${at.city}は、サイトと市の広報で活動を紹介するために、それを使うことがあります。

# ${at.city}の責任
- サイトが止まらないように努めますが、点検や事故で使えないときがあります。
- 団体と参加者のあいだのことは、まず当事者で話し合ってください。困ったときは${at.desk}が相談に乗ります。

# 規約を変えるとき
- 大切なところを変えるときは、前もってお知らせし、次に手続きをするときに、あらためて同意をお願いします。
- 前の規約は、このページの下から、いつでも読めます。

# 問い合わせ
${at.office}が担当します。[お問い合わせ](/pages/contact)のページをご覧ください。
`,
    ],
    [
      "Terms of use",
      `
${at.siteEnglish} is run by ${at.english} to bring together people and groups who do something for their community. This page says what we ask of everybody who uses it, and what the City promises.

# Who may use it
- Anyone may read everything here without signing up.
- Anyone who can receive mail may sign in.
- Groups and companies active in ${at.english} may register. What is only for profit, only for spreading a religion, or only for a party or candidate cannot be registered.

# Signing in
- Use a mail address that you can read yourself.
- Do not pass on sign-in links, codes or passwords.
- If you notice a sign-in that was not you, end it under "Signed-in devices" on your page and tell us.

# Registering and publishing
- Registrations are checked by ${at.deskEnglish} before they become public.
- A group answers for what it publishes. Please correct it at once when a time or place changes.
- Use the names and addresses of people who join for that activity only, and delete them when they are no longer needed. Groups are responsible for personal data themselves, apart from the City.

# What is not allowed
- Writing what is untrue, or posing as somebody else
- Hurting, discriminating against or stalking people
- Publishing names, pictures or texts of others without permission
- Asking those who join for money that was not announced, or selling to them
- Disturbing the working of the site

# When something is taken down
- What breaks these rules, or is so old that it misleads people, may be hidden by the City or by ${at.deskEnglish}.
- The group is told why, and may mend it and ask to be shown again.

# Texts and pictures
- Rights stay with those who wrote the texts and took the pictures.
- The City may use them to present activities on this site and in its own publications.

# What the City answers for
- We do our best to keep the site running; maintenance and accidents may interrupt it.
- Please settle what happens between a group and those who join between yourselves first. If that is hard, ${at.deskEnglish} will help.

# Changes
- Important changes are announced beforehand, and you will be asked to agree the next time you do something here.
- Earlier terms can always be read at the bottom of this page.

# Contact
${at.officeEnglish} is in charge. See [Contact](/pages/contact).
`,
    ],
    [
      "使《つか》う ときの きまり",
      `
${at.siteEasy}は ${at.easy}の サイトです。
まちの ために 活動《かつどう》する 人《ひと》と グループを つなぎます。

# だれが 使《つか》えますか
- 見《み》るだけなら だれでも 使《つか》えます。
- メールが あれば サインイン できます。
- ${at.easy}で 活動《かつどう》する グループは 登録《とうろく》できます。

# サインイン
- 自分《じぶん》の メールアドレスを 使《つか》ってください。
- 番号《ばんごう》や パスワードを 人《ひと》に 教《おし》えないでください。

# グループの 登録《とうろく》
- ${at.deskEasy}が 内容《ないよう》を 見《み》ます。
- そのあと みんなが 見《み》ることが できます。
- 日《ひ》や 場所《ばしょ》が 変《か》わったら、すぐ 直《なお》してください。
- 人《ひと》の 名前《なまえ》や 電話番号《でんわばんごう》は 大切《たいせつ》に してください。

# しては いけないこと
- うそを 書《か》くこと
- 人《ひと》を 傷《きず》つけること
- 人《ひと》の 写真《しゃしん》を だまって 使《つか》うこと
- 人《ひと》に 物《もの》を 売《う》りつけること

# 見《み》えなくするとき
- きまりを 守《まも》らない ページは 見《み》えなくします。
- そのとき、わけを お知《し》らせします。

# きまりが 変《か》わるとき
- 大切《たいせつ》な ところが 変《か》わるときは お知《し》らせします。
- もう一度《いちど》 「はい」と 言《い》ってもらいます。
`,
    ],
  ),
})
