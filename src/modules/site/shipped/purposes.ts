import { type CityWords, type Ship, written } from "./words.ts"

// Art. 61 and 62 of the Act on the Protection of Personal Information: what for, said where it is written down.

type Wording = (at: CityWords) => Parameters<typeof written>

const purpose =
  (collection: string, wording: Wording): Ship =>
  (at) => ({ slug: `purpose-${collection}`, kind: "purpose", contents: written(...wording(at)) })

export const purposes: readonly Ship[] = [
  purpose("account", (at) => [
    [
      "メールアドレスの使いみち",
      `サインインする人を確かめ、手続きの結果を知らせるために使います。見るのは、ご本人と${at.office}の管理者だけです。公開しません。`,
    ],
    [
      "What your mail address is for",
      `To know that it is you, and to tell you what became of what you did. Only you and the administrators of ${at.officeEnglish} see it. It is never public.`,
    ],
    [
      "メールアドレスを 何《なに》に 使《つか》いますか",
      `あなたに お知《し》らせを 送《おく》ります。
ほかの 人《ひと》には 見《み》せません。`,
    ],
  ]),
  purpose("registration", (at) => [
    [
      "書いていただく情報の使いみち",
      `登録の内容を確かめ、団体にご連絡するために使います。見るのは、団体の人と、${at.desk}、${at.office}の担当者です。「公開する」を選んだ連絡先と、団体の紹介は、みんなが見られます。登録しているあいだ残し、登録を終えたら、${at.city}の文書の決まりにしたがって消します。`,
    ],
    [
      "What this information is for",
      `To check the registration and to reach your group. It is seen by your group's people and by those in charge at ${at.deskEnglish} and ${at.officeEnglish}. The presentation of the group, and contacts that you choose to show, are public. It is kept while you are registered, and afterwards deleted by the City's rules for records.`,
    ],
    [
      "書《か》いたものを 何《なに》に 使《つか》いますか",
      `グループを 登録《とうろく》するために 使《つか》います。
${at.deskEasy}の 人《ひと》が 見《み》ます。
グループの 紹介《しょうかい》は みんなが 見《み》ます。`,
    ],
  ]),
  purpose("listing", (at) => [
    [
      "書いていただく情報の使いみち",
      `参加したい人に知らせるために、書いた内容をそのまま公開します。名前や電話番号は、公開してよいものだけを書いてください。非公開の連絡先は、${at.desk}と${at.office}だけが見ます。`,
    ],
    [
      "What this information is for",
      `What you write is published as it is, for people who want to join. Please give only names and numbers that may be public. Contacts that are not public are seen by ${at.deskEnglish} and ${at.officeEnglish} only.`,
    ],
    [
      "書《か》いたものを 何《なに》に 使《つか》いますか",
      `書《か》いたものは みんなが 見《み》ます。
見《み》せても いい 名前《なまえ》や 番号《ばんごう》だけ 書《か》いてください。`,
    ],
  ]),
  purpose("inquiry", (at) => [
    [
      "書いていただく情報の使いみち",
      `団体にお問い合わせを届け、お返事を受け取るために使います。見るのは、その団体の人だけです。団体が助けを求めたときや、通報があったときは、${at.desk}も見ます。メールアドレスは団体には見せません。やりとりが終わって${at.inquiryMonths}か月たつと、お名前・メールアドレス・内容を消します。`,
    ],
    [
      "What this information is for",
      `To bring your question to the group and its answer to you. Only the group's people see it; ${at.deskEnglish} does as well when the group asks for help or something is reported. Your mail address is not shown to the group. Name, address and words are deleted ${at.inquiryMonths} months after the conversation ended.`,
    ],
    [
      "書《か》いたものを 何《なに》に 使《つか》いますか",
      `グループに あなたの 質問《しつもん》を 送《おく》ります。
あなたの メールアドレスは 見《み》せません。
終《お》わって ${at.inquiryMonths}か月《げつ》たつと 消《け》します。`,
    ],
  ]),
  purpose("invitation", (at) => [
    [
      "メールアドレスの使いみち",
      `団体の仲間として招くメールを送るためだけに使います。見るのは、団体の人と${at.desk}の担当者です。返事がなければ、招待は期限で終わります。`,
    ],
    [
      "What the mail address is for",
      `Only to send the invitation to your group. It is seen by the group's people and by ${at.deskEnglish}. Without an answer the invitation runs out.`,
    ],
    [
      "メールアドレスを 何《なに》に 使《つか》いますか",
      `グループに さそう メールを 送《おく》ります。
ほかの ことには 使《つか》いません。`,
    ],
  ]),
  purpose("report", (at) => [
    [
      "書いていただく情報の使いみち",
      `内容を確かめ、直すために使います。見るのは、その団体の人と、${at.desk}、${at.office}の担当者です。メールアドレスは、結果をお知らせするためだけに使い、団体には見せません。`,
    ],
    [
      "What this information is for",
      `To look into it and to put it right. It is seen by the group concerned, ${at.deskEnglish} and ${at.officeEnglish}. Your mail address is used only to tell you what became of it, and not shown to the group.`,
    ],
    [
      "書《か》いたものを 何《なに》に 使《つか》いますか",
      `まちがいを 直《なお》すために 使《つか》います。
あなたの メールアドレスは 見《み》せません。`,
    ],
  ]),
  purpose("opinion", (at) => [
    [
      "書いていただく情報の使いみち",
      `サイトを良くするため、ご希望の方にお返事をするために使います。見るのは、${at.office}の担当者だけです。公開してよいと選んだご意見は、お名前が分からない形で、お返事といっしょに載せることがあります。`,
    ],
    [
      "What this information is for",
      `To make the site better, and to answer you if you wish. Only those in charge at ${at.officeEnglish} see it. If you allow it, your opinion may be published with our answer, in a form that does not show who you are.`,
    ],
    [
      "書《か》いたものを 何《なに》に 使《つか》いますか",
      `このサイトを よく するために 使《つか》います。
あなたの 名前《なまえ》は 見《み》せません。`,
    ],
  ]),
]
