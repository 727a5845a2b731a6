import { type Ship, written } from "./words.ts"

export const privacy: Ship = (at) => ({
  slug: "privacy",
  kind: "page",
  contents: written(
    [
      "個人情報の取り扱い",
      `
${at.site}でお預かりする個人情報を、何のために使い、だれが見て、どのくらい残すかを書いたものです。${at.city}は、個人情報の保護に関する法律にしたがって取り扱います。

# お預かりするものと、その目的
| 場面 | お預かりするもの | 何のために | だれが見るか |
| --- | --- | --- | --- |
| サインイン | メールアドレス、名前 | 本人を確かめ、手続きの結果を知らせるため | 本人、${at.office}の管理者 |
| 団体の登録 | 担当者の名前、電話番号、メールアドレス | 登録を確かめ、団体に連絡するため | 団体の人、${at.desk}、${at.office}。公開を選んだものはみんな |
| 掲載 | 問い合わせ先として書いたもの | 参加したい人が連絡できるようにするため | 公開した内容はみんな |
| ご意見 | 書いた内容、（書いた人だけ）メールアドレス | サイトを良くし、お返事をするため | ${at.office}の担当者 |
| 職員の操作 | 名前、した手続き、日時 | だれが何をしたかを後から確かめるため | ${at.office}の責任者 |

書いていただくときは、その場所にも、何のためかを示します。

# ほかのことには使いません
法律にもとづく場合と、ご本人が同意した場合のほかは、目的の外で使ったり、ほかに渡したりしません。広告には使いません。

# 残しておく期間
${at.city}の文書の決まりにしたがい、要らなくなったら消します。サインインは30日で切れます。サインインのための番号は10分で使えなくなります。

# クッキーと、見られた回数
- サインインしていない人には、クッキーを使いません。
- サインインした人には、サインインを続けるため、選んだことばを覚えるために使います。
- 外部のアクセス解析や広告の仕組みは入れていません。

# 見る、直す、消す、止める
ご自分の情報を見たい、直したい、使うのをやめてほしいときは、[お問い合わせ](/pages/contact)の窓口にお申し出ください。名前とことばは、マイページでご自分で直せます。法律による開示、訂正、利用停止の請求もできます。

# 団体が預かる情報
活動に参加するときに団体に伝えた情報は、その団体が責任を持って扱います。

# もしものとき
情報が漏れるなどの事故が起きたときは、法律にしたがって個人情報保護委員会に報告し、ご本人にお知らせします。
`,
    ],
    [
      "Privacy notice",
      `
What personal data ${at.siteEnglish} asks for, what for, who sees it and how long it is kept. ${at.english} handles it under the Act on the Protection of Personal Information.

# What we ask for, and why
| Where | What | What for | Who sees it |
| --- | --- | --- | --- |
| Signing in | Mail address, name | To know that it is you, and to tell you what became of what you did | You, administrators of ${at.officeEnglish} |
| Registering a group | Name, phone and mail of a contact | To check the registration and to reach the group | Its people, ${at.deskEnglish}, ${at.officeEnglish}; everybody, where you choose so |
| Publishing | What you give as contact | So that people who want to join can reach you | Everybody |
| Opinions | Your words, and your address if you give it | To improve the site and to answer you | Those in charge at ${at.officeEnglish} |
| Work of staff | Name, act, time | To be able to see later who did what | Managers of ${at.officeEnglish} |

Each form says it again in its place.

# Nothing else
Except where the law says so or you agree, data is not used for anything else and not handed on. It is never used for advertising.

# How long
By the City's rules for records, and no longer than needed. A sign-in ends after 30 days; a sign-in code after ten minutes.

# Cookies and counting
- Who has not signed in gets no cookie.
- Who has signed in gets one to stay signed in, and one for the chosen language.
- There are no outside analytics or advertisements.

# See, correct, delete, stop
To see or correct your data, or to have its use stopped, turn to the desk under [Contact](/pages/contact). Name and language you can change yourself. You also have the rights of disclosure, correction and suspension under the law.

# What groups are told
What you tell a group when you join its activity is in that group's own care.

# If something goes wrong
If data leaks, we report it to the Personal Information Protection Commission and tell those concerned, as the law requires.
`,
    ],
    [
      "あなたの 名前《なまえ》や メールアドレスの こと",
      `
このサイトは 名前《なまえ》や メールアドレスを 聞《き》くことが あります。

# 何《なん》の ために 使《つか》いますか
- あなたに お知《し》らせを 送《おく》るため
- グループに 連絡《れんらく》するため
- 意見《いけん》に 答《こた》えるため

# だれが 見《み》ますか
- あなたと、${at.deskEasy}の 人《ひと》が 見《み》ます。
- 「公開《こうかい》する」を 選《えら》んだものは みんなが 見《み》ます。

# ほかの ことには 使《つか》いません
- あなたの 情報《じょうほう》を 売《う》りません。
- 広告《こうこく》に 使《つか》いません。

# 見《み》たいとき、消《け》したいとき
- [聞《き》く ところ](/pages/contact)に 言《い》ってください。
- 名前《なまえ》は 自分《じぶん》で 直《なお》せます。
`,
    ],
  ),
})
