import { type Ship, written } from "./words.ts"

export const faq: Ship = (at) => ({
  slug: "faq",
  kind: "faq",
  contents: written(
    [
      "よくある質問",
      `
# 参加する
## 登録しないと参加できませんか
いいえ。見るのも、活動に行くのも、登録は要りません。申し込みが要る活動は、そのページの「参加のしかた」をご覧ください。

## お金はかかりますか
このサイトは無料です。活動によっては、材料費などがかかります。それぞれのページに書いてあります。

## けがをしたときは、どうなりますか
保険に入っている活動は、そのページに書いてあります。書いていないときは、申し込む前に団体に聞いてください。

## 子どもといっしょに行けますか
「子どもと」で探すと、子どもと参加できる活動が見つかります。

## 参加をやめたいときは、どうしますか
早めに、申し込んだ団体に知らせてください。

# 団体の登録
## どんな団体が登録できますか
${at.city}の中で活動する市民活動団体、自治会・町内会、会社、学校などです。法人でなくてもかまいません。

## 登録にはどのくらいかかりますか
申し込みのあと、${at.desk}が内容を確かめます。いつまでにお返事するかは、申し込みを受け付けたメールに書いてあります。

## インターネットが苦手です
窓口か電話で、${at.desk}にご相談ください。

## 登録した内容を変えたいときは
マイページから、いつでも直せます。直すと、すぐに公開されます。

## 担当の人が代わりました
登録した団体の代表の方が、マイページで直してください。分からないときは、${at.desk}にご相談ください。

# 掲載
## 毎週の活動を、毎回書くのですか
いいえ。「毎週木曜日」のように一度書けば、その日ごとに表示されます。お休みの日だけ除くこともできます。

## 掲載したのに一覧に出ません
終わった日の活動は、一覧から外れます。下書きのままになっていないかも、マイページで確かめてください。

## 中止になりました
マイページで、その日を中止にしてください。見た人に分かるように表示されます。

# サインイン
## メールが届きません
迷惑メールに入っていないか、アドレスが正しいかを確かめて、もう一度送ってください。番号は10分で使えなくなります。

## パスワードを忘れました
メールでサインインできます。そのあと、マイページで新しいパスワードを決められます。
`,
    ],
    [
      "Questions people ask",
      `
# Joining
## Do I have to sign up to join something?
No. You can read everything and go to activities without it. Where an application is needed, see "How to join" on its page.

## Does it cost anything?
This site is free. Some activities ask for materials and the like; it stands on their pages.

## What if I get hurt?
Where an activity is insured, its page says so. If it does not, please ask the group before you apply.

## Can I bring my children?
Look with the chip "With children".

## What if I cannot come after all?
Please tell the group you applied to, as early as you can.

# Registering a group
## Which groups can register?
Civic groups, neighbourhood associations, companies, schools and others active in ${at.english}. You need not be a legal person.

## How long does it take?
After you apply, ${at.deskEnglish} checks it. The mail that confirms your application says by when you will have an answer.

## I am not at home on the internet
Come to the counter or call: ${at.deskEnglish} will help.

## How do I change what we registered?
On your own page, at any time. Changes are public at once.

## Our contact person has changed
Your group's representative can change it on their page. If that does not work, ask ${at.deskEnglish}.

# Publishing
## Do I write a weekly activity every week?
No. Write "every Thursday" once, and each day is shown. Days off can be left out.

## I published something and do not see it in the list
What is over leaves the list. Also check on your page whether it is still a draft.

## It is cancelled
Mark the day as cancelled on your page, so that people see it.

# Signing in
## The mail does not come
Look into the spam folder, check the address, and send it again. A code is good for ten minutes.

## I forgot my password
Sign in by mail, then set a new one on your page.
`,
    ],
    [
      "よくある 質問《しつもん》",
      `
# 活動《かつどう》に 行《い》く
## 登録《とうろく》が いりますか
いいえ。見《み》るだけなら いりません。

## お金《かね》が かかりますか
このサイトは お金《かね》が かかりません。活動《かつどう》の ページも 見《み》てください。

## 子《こ》どもと 行《い》けますか
「子《こ》どもと」を 選《えら》んで 探《さが》してください。

# グループの 登録《とうろく》
## どんな グループが できますか
${at.easy}で 活動《かつどう》する グループです。

## わからない ときは
${at.deskEasy}に 聞《き》いてください。

# サインイン
## メールが 来《き》ません
アドレスを もう一度《いちど》 見《み》てください。

## パスワードを 忘《わす》れました
メールで サインイン できます。
`,
    ],
  ),
})
