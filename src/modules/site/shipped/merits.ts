import { type Ship, written } from "./words.ts"

export const merits: Ship = (at) => ({
  slug: "merits",
  kind: "page",
  contents: written(
    [
      "登録のメリット",
      `
${at.site}に登録すると、団体や会社の活動が、まちの人に届きやすくなります。登録は無料です。

# 知ってもらえる
- 団体の紹介ページができます。地域、活動分野、ことばで探した人が見つけます。
- 紹介ページは、日本語、やさしい日本語、英語の画面で読めます。

# 自分たちで発信できる
- ボランティアの募集やイベントを、自分たちで、いつでも掲載できます。
- 毎週や第3日曜日などの繰り返しも、一度書けば、その日ごとに表示されます。
- 終わったものは自動で「終了」になります。消し忘れの心配がありません。

# 参加する人が集まる
- 短い時間でできること、はじめての人を歓迎することなどで探せます。
- 地域のページと、はじめのページに並びます。

# 役所とつながる
- ${at.desk}が、登録の内容をいっしょに確かめます。
- 助成、相談、会場など、使える支援を見つけやすくなります。

# 登録に必要なもの
団体の名前、主に活動する地域、活動分野、何をしているか、連絡先。10分ほどで書けます。途中で下書きにできます。

[団体を登録する](/my/organisations/new)
`,
    ],
    [
      "Why register",
      `
Registering with ${at.siteEnglish} helps what your group or company does to reach people nearby. It is free.

# Be found
- You get a page of your own. People find it by place, field and words.
- It can be read with the site in Japanese, easy Japanese or English.

# Speak for yourselves
- Publish calls for volunteers and events yourselves, at any hour.
- What happens every week or every third Sunday is written once and shown day by day.
- What is over says so by itself.

# People join
- People look for what takes little time or welcomes beginners.
- You stand on the page of your area and on the front page.

# Close to the City
- ${at.deskEnglish.charAt(0).toUpperCase()}${at.deskEnglish.slice(1)} checks your registration with you.
- Grants, advice and rooms become easier to find.

# What you need
Name, main area, fields, what you do, and a contact. It takes about ten minutes, and you can keep a draft.

[Register a group](/my/organisations/new)
`,
    ],
    [
      "登録《とうろく》すると いいこと",
      `
登録《とうろく》は お金《かね》が かかりません。

# みんなに 知《し》ってもらえます
- グループの ページが できます。
- まちの 人《ひと》が 見《み》つけます。

# 自分《じぶん》たちで お知《し》らせできます
- イベントを 書《か》くことが できます。
- 手伝《てつだ》ってくれる 人《ひと》を 探《さが》せます。

# 役所《やくしょ》が 手伝《てつだ》います
- ${at.deskEasy}に 相談《そうだん》できます。

[グループを 登録《とうろく》する](/my/organisations/new)
`,
    ],
  ),
})
