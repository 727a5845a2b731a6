import type { Lang, Letter } from "#kernel/messages/messages.ts"
import type { RegistrationEvent } from "../schema/registration.ts"

// What is told to whom at each step, in Japanese and English. Names and reasons stand as they were written.

/** What a letter may need. */
export type LetterData = {
  readonly baseUrl: string
  readonly publicId: string
  readonly name: string
  readonly office: { readonly name: string; readonly english: string }
  readonly receiptNumber: string
  readonly reason: string
  /** Only while the office has to answer. */
  readonly dueOn: Temporal.PlainDate | null
}

type Words = { readonly subject: string; readonly body: string }
type Wording = (data: LetterData) => { readonly ja: Words; readonly en: Words }

const paragraphs = (...lines: readonly string[]): string => lines.filter((line) => line !== "").join("\n\n")

const write =
  (wording: Wording, path: string) =>
  (data: LetterData, lang: Lang): Letter => {
    const words = wording(data)[lang === "en" ? "en" : "ja"]
    const link = `${data.baseUrl}${path}/${data.publicId}${lang === "en" ? "?lang=en" : ""}`
    return { ...words, link }
  }

const mine = "/my/organisations"
const desk = "/staff/registrations"

/** Nobody has an account: it leads to the page on which one takes the group over. */
export const withoutAccount = ({ baseUrl, office }: LetterData, letter: Letter, lang: Lang): Letter => ({
  ...letter,
  body: paragraphs(
    letter.body,
    lang === "en"
      ? `You need no account: please tell ${office.english} by telephone or at the counter. With the code on your receipt you can also take care of the group yourself on this page:`
      : `アカウントがなくても、${office.name}にお電話や窓口でご連絡いただければ結構です。受付票の引き継ぎコードをお持ちの方は、次のページから団体の情報をご自分で直せるようになります。`,
  ),
  link: `${baseUrl}/my/claim${lang === "en" ? "?lang=en" : ""}`,
})

const received: Wording = ({ name, office, receiptNumber, dueOn }) => ({
  ja: {
    subject: `登録の申し込みを受け付けました：${name}`,
    body: paragraphs(
      `「${name}」の登録の申し込みを受け付けました。受付番号は ${receiptNumber} です。`,
      `${office.name}が内容を確認し、${dueOn ? japaneseDay(dueOn) : ""}までにお知らせします。`,
      "今の状態は、次のページで見られます。",
    ),
  },
  en: {
    subject: `We have received your registration: ${name}`,
    body: paragraphs(
      `We have received the registration of "${name}". Your receipt number is ${receiptNumber}.`,
      `${office.english} will check it and answer by ${dueOn?.toString() ?? ""}.`,
      "You can follow it on this page:",
    ),
  },
})

const arrived: Wording = ({ name, receiptNumber, dueOn }) => ({
  ja: {
    subject: `団体登録の確認をお願いします：${name}`,
    body: paragraphs(
      `「${name}」から登録の申し込みがありました。受付番号は ${receiptNumber} です。`,
      `${dueOn ? japaneseDay(dueOn) : ""}までに、内容を確認して決めてください。`,
    ),
  },
  en: {
    subject: `A registration to check: ${name}`,
    body: paragraphs(
      `"${name}" has applied to be registered. The receipt number is ${receiptNumber}.`,
      `Please check it and decide by ${dueOn?.toString() ?? ""}.`,
    ),
  },
})

const returned: Wording = ({ name, office, reason }) => ({
  ja: {
    subject: `直していただきたいところがあります：${name}`,
    body: paragraphs(
      `「${name}」の登録について、${office.name}からのお願いです。`,
      reason,
      "次のページで内容を直して、もう一度申し込んでください。",
    ),
  },
  en: {
    subject: `Something needs to be changed: ${name}`,
    body: paragraphs(
      `${office.english} asks you to change something in the registration of "${name}".`,
      reason,
      "Please change it on this page and send it again:",
    ),
  },
})

const registered: Wording = ({ name }) => ({
  ja: {
    subject: `登録されました：${name}`,
    body: paragraphs(
      `「${name}」が登録され、紹介ページが公開されました。`,
      "これから、イベントやボランティアの募集を自分たちで発信できます。",
    ),
  },
  en: {
    subject: `Registered: ${name}`,
    body: paragraphs(
      `"${name}" is registered and its page is public.`,
      "From now on you can publish events and calls for volunteers yourselves.",
    ),
  },
})

const refused: Wording = ({ name, office, reason }) => ({
  ja: {
    subject: `登録できませんでした：${name}`,
    body: paragraphs(
      `「${name}」は、次の理由で登録できませんでした。`,
      reason,
      `ご不明な点は、${office.name}にお尋ねください。`,
    ),
  },
  en: {
    subject: `Not registered: ${name}`,
    body: paragraphs(
      `"${name}" could not be registered, for this reason:`,
      reason,
      `If you have questions, please ask ${office.english}.`,
    ),
  },
})

const suspended: Wording = ({ name, office, reason }) => ({
  ja: {
    subject: `紹介ページの公開を止めました：${name}`,
    body: paragraphs(
      `${office.name}が「${name}」の紹介ページと掲載の公開を止めました。理由は次のとおりです。`,
      reason,
      "直せるところがあれば、次のページで直してから窓口にご連絡ください。",
    ),
  },
  en: {
    subject: `Your page is hidden: ${name}`,
    body: paragraphs(
      `${office.english} has hidden the page of "${name}" and what it published, for this reason:`,
      reason,
      "If it can be mended, please change it on this page and tell the office.",
    ),
  },
})

const reinstated: Wording = ({ name }) => ({
  ja: {
    subject: `紹介ページをまた公開しました：${name}`,
    body: `「${name}」の紹介ページが、また見られるようになりました。`,
  },
  en: {
    subject: `Your page is public again: ${name}`,
    body: `The page of "${name}" can be seen again.`,
  },
})

const withdrawn: Wording = ({ name, receiptNumber }) => ({
  ja: {
    subject: `取り下げがありました：${name}`,
    body: `「${name}」（受付番号 ${receiptNumber}）は、団体からの申し出により取り下げられました。`,
  },
  en: {
    subject: `Withdrawn: ${name}`,
    body: `"${name}" (receipt number ${receiptNumber}) was withdrawn by its people.`,
  },
})

const closed: Wording = ({ name, office, reason }) => ({
  ja: {
    subject: `登録を終わりにしました：${name}`,
    body: paragraphs(`${office.name}が「${name}」の登録を終わりにしました。理由は次のとおりです。`, reason),
  },
  en: {
    subject: `The registration has ended: ${name}`,
    body: paragraphs(`${office.english} has ended the registration of "${name}", for this reason:`, reason),
  },
})

type OfficeLetterData = {
  readonly baseUrl: string
  readonly publicId: string
  readonly name: string
  readonly office: { readonly name: string; readonly english: string } | undefined
  readonly subject: string
  readonly body: string
}

/** What an office writes itself stands as it was written; only who writes to whom is added. */
export const officeLetter = (data: OfficeLetterData, lang: Lang): Letter => {
  const { name, office, subject, body, baseUrl, publicId } = data
  const from =
    lang === "en"
      ? `From ${office?.english ?? ""}, to "${name}"`
      : `${office?.name ?? ""}から「${name}」の皆さまへ`
  return {
    subject,
    body: paragraphs(from, body),
    link: `${baseUrl}${mine}/${publicId}${lang === "en" ? "?lang=en" : ""}`,
  }
}
const revived: Wording = ({ name }) => ({
  ja: {
    subject: `登録を再開しました：${name}`,
    body: `「${name}」の登録を再開しました。紹介ページと掲載が、また見られるようになりました。`,
  },
  en: {
    subject: `Registered again: ${name}`,
    body: `"${name}" is registered again. Its page and what it published can be seen again.`,
  },
})

const noted: Wording = ({ name, office, receiptNumber }) => ({
  ja: {
    subject: `登録の申し込みをお預かりしました：${name}`,
    body: paragraphs(
      `「${name}」の登録の申し込みをお預かりしました。受付番号は ${receiptNumber} です。`,
      `まだうかがっていないことがあります。${office.name}からご連絡します。`,
    ),
  },
  en: {
    subject: `We have begun your registration: ${name}`,
    body: paragraphs(
      `We have begun the registration of "${name}". Your receipt number is ${receiptNumber}.`,
      `Some things are still missing; ${office.english} will ask you for them.`,
    ),
  },
})

const held: Wording = ({ name, receiptNumber, reason, dueOn }) => ({
  ja: {
    subject: `市が確認しています：${name}`,
    body: paragraphs(
      `「${name}」の登録（受付番号 ${receiptNumber}）は、市内での活動を確かめるため、市が確認しています。`,
      reason,
      dueOn ? `${japaneseDay(dueOn)}までにお知らせします。` : "",
    ),
  },
  en: {
    subject: `The City is checking: ${name}`,
    body: paragraphs(
      `The registration of "${name}" (receipt number ${receiptNumber}) is with the City, which has to see whether the group is active here.`,
      reason,
      dueOn ? `You will hear from us by ${dueOn.toString()}.` : "",
    ),
  },
})

const heldForCity: Wording = ({ name, receiptNumber, dueOn }) => ({
  ja: {
    subject: `市の判断をお願いします：${name}`,
    body: paragraphs(
      `「${name}」（受付番号 ${receiptNumber}）は、市内で活動しているか分からないため保留されています。`,
      `${dueOn ? japaneseDay(dueOn) : ""}までに、確認に戻すか、登録しないかを決めてください。`,
    ),
  },
  en: {
    subject: `The City has to decide: ${name}`,
    body: paragraphs(
      `"${name}" (receipt number ${receiptNumber}) is held, because it may not be active in the city.`,
      `Please send it on or refuse it by ${dueOn?.toString() ?? ""}.`,
    ),
  },
})

const released: Wording = ({ name, office, dueOn }) => ({
  ja: {
    subject: `確認を続けています：${name}`,
    body: paragraphs(
      `「${name}」の登録を、市が受け付けてよいと判断しました。`,
      `${office.name}が確認し、${dueOn ? japaneseDay(dueOn) : ""}までにお知らせします。`,
    ),
  },
  en: {
    subject: `The check goes on: ${name}`,
    body: paragraphs(
      `The City has found that "${name}" may be registered.`,
      `${office.english} will check it and answer by ${dueOn?.toString() ?? ""}.`,
    ),
  },
})

const changed: Wording = ({ name, office }) => ({
  ja: {
    subject: `団体の情報を変えました：${name}`,
    body: paragraphs(
      `お申し出により、${office.name}が「${name}」の情報を変えました。`,
      "心当たりがないときは、窓口にご連絡ください。",
    ),
  },
  en: {
    subject: `The profile was changed: ${name}`,
    body: paragraphs(
      `As you asked, ${office.english} has changed the profile of "${name}".`,
      "If nobody of you asked for it, please tell the office.",
    ),
  },
})

const claimed: Wording = ({ name, receiptNumber }) => ({
  ja: {
    subject: `団体が引き継がれました：${name}`,
    body: paragraphs(
      `窓口で入力した「${name}」（受付番号 ${receiptNumber}）を、引き継ぎコードを持つ人が引き継ぎました。`,
      "だれが引き継いだかは、次のページで確かめられます。",
    ),
  },
  en: {
    subject: `A group was taken over: ${name}`,
    body: paragraphs(
      `Somebody with the code has taken over "${name}" (receipt number ${receiptNumber}), which was entered at the counter.`,
      "Who it was stands on this page:",
    ),
  },
})

const japaneseDay = (day: Temporal.PlainDate): string => `${day.year}年${day.month}月${day.day}日`

/** To the people of the group. */
export const lettersToGroup: Readonly<Record<RegistrationEvent | "change", ReturnType<typeof write>>> = {
  submit: write(received, mine),
  note: write(noted, mine),
  receive: write(received, mine),
  hold: write(held, mine),
  release: write(released, mine),
  decline: write(refused, mine),
  return: write(returned, mine),
  approve: write(registered, mine),
  refuse: write(refused, mine),
  suspend: write(suspended, mine),
  reinstate: write(reinstated, mine),
  withdraw: write(withdrawn, mine),
  close: write(closed, mine),
  revive: write(revived, mine),
  change: write(changed, mine),
}

/** To the officers of the office that is competent. */
export const lettersToOffice = {
  submit: write(arrived, desk),
  receive: write(arrived, desk),
  hold: write(heldForCity, desk),
  release: write(arrived, desk),
  withdraw: write(withdrawn, desk),
  claim: write(claimed, desk),
} as const
