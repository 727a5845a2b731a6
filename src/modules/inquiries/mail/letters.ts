import type { Lang, Letter } from "#kernel/messages/messages.ts"
import { readableKey } from "./addresses.ts"

// What is told to whom, in Japanese and English. Nobody's address stands in them.

/** An answer by mail ends where this line begins. */
export const cutLine = {
  ja: "──── この線より上に、返信を書いてください ────",
  en: "---- Please write your answer above this line ----",
} as const

/** How the asker comes back: by their account, or by the private link and its key. */
export type Return = { readonly link: string; readonly key: string | null }

export type LetterData = {
  readonly group: string
  readonly about: string | null
  readonly name: string
  readonly body: string
  /** The answer to this mail arrives. */
  readonly byMail: boolean
}

const paragraphs = (...lines: readonly string[]): string => lines.filter((each) => each !== "").join("\n\n")

const english = (lang: Lang): boolean => lang === "en"

const withCut = (lang: Lang, byMail: boolean, text: string): string =>
  byMail ? paragraphs(english(lang) ? cutLine.en : cutLine.ja, text) : text

const howToAnswer = (lang: Lang, byMail: boolean): string => {
  if (english(lang))
    return byMail
      ? "Answer this mail, or answer on the page below. Your address is not shown; attachments do not arrive."
      : "Please answer on the page below. Answers to this mail do not arrive."
  return byMail
    ? "このメールに返信するか、次のページから返事を書いてください。あなたのメールアドレスは相手に伝わりません。添付ファイルは届きません。"
    : "次のページから返事を書いてください。このメールに返信しても届きません。"
}

const keyLine = (lang: Lang, { key }: Return): string => {
  if (!key) return ""
  return english(lang)
    ? `Your key for the page: ${readableKey(key)}`
    : `ページを開くための合言葉：${readableKey(key)}`
}

/** To the people of the group: somebody asks. */
export const askedLetter = (lang: Lang, data: LetterData, link: string): Letter => {
  const { group, about, name, body, byMail } = data
  const words = english(lang)
    ? {
        subject: `An inquiry to ${group}`,
        body: paragraphs(
          `${name} writes to "${group}"${about ? ` about "${about}"` : ""}.`,
          body,
          howToAnswer(lang, byMail),
        ),
      }
    : {
        subject: `問い合わせが届きました：${group}`,
        body: paragraphs(
          `${name}さんから「${group}」に${about ? `、「${about}」についての` : ""}問い合わせが届きました。`,
          body,
          howToAnswer(lang, byMail),
        ),
      }
  return { ...words, body: withCut(lang, byMail, words.body), link }
}

/** To whoever asked, at an address nobody has proven: it repeats nothing that was typed. */
export const receivedLetter = (lang: Lang, group: string, back: Return): Letter => ({
  ...(english(lang)
    ? {
        subject: `Your inquiry has reached ${group}`,
        body: paragraphs(
          `An inquiry with your address has reached "${group}". The answer comes by mail.`,
          "You can read the conversation and go on writing on the page below.",
          keyLine(lang, back),
          "If you did not ask anything, you need do nothing, or report it on that page.",
        ),
      }
    : {
        subject: `問い合わせをお届けしました：${group}`,
        body: paragraphs(
          `「${group}」に問い合わせをお届けしました。返事はメールで届きます。`,
          "やりとりは、次のページで読めます。続きも書けます。",
          keyLine(lang, back),
          "心当たりがないときは、そのままにしておいてかまいません。ページから通報することもできます。",
        ),
      }),
  link: back.link,
})

/** To whoever asked: an answer. */
export const answeredLetter = (
  lang: Lang,
  data: LetterData & { readonly office: string | null },
  back: Return,
): Letter => {
  const { group, body, byMail, office } = data
  const words = english(lang)
    ? {
        subject: `An answer from ${office ?? group}`,
        body: paragraphs(
          office ? `${office} answers, for "${group}":` : `"${group}" answers:`,
          body,
          howToAnswer(lang, byMail),
          keyLine(lang, back),
        ),
      }
    : {
        subject: `返事が届きました：${office ?? group}`,
        body: paragraphs(
          office
            ? `「${group}」への問い合わせに、${office}から返事が届きました。`
            : `「${group}」から返事が届きました。`,
          body,
          howToAnswer(lang, byMail),
          keyLine(lang, back),
        ),
      }
  return { ...words, body: withCut(lang, byMail, words.body), link: back.link }
}

/** To the people of the group: somebody still waits. */
export const reminderLetter = (
  lang: Lang,
  { group, name }: Pick<LetterData, "group" | "name">,
  link: string,
): Letter => ({
  ...(english(lang)
    ? {
        subject: `${name} is waiting for an answer: ${group}`,
        body: paragraphs(
          `${name} wrote to "${group}" and has had no answer yet.`,
          "One line is enough, also that it will take longer. If you cannot answer, your ward office helps: hand it over on the page.",
        ),
      }
    : {
        subject: `返事を待っている人がいます：${group}`,
        body: paragraphs(
          `「${group}」に届いた${name}さんの問い合わせに、まだ返事がありません。`,
          "「少し時間がかかります」の一言でも、相手は安心します。返事が難しいときは、ページから区役所などの窓口に相談できます。",
        ),
      }),
  link,
})

/** To the officers: a group asks for help, or somebody reports. */
export const caseLetter = (
  lang: Lang,
  { group, kind, dueOn }: { group: string; kind: "help" | "report"; dueOn: Temporal.PlainDate },
  link: string,
): Letter => {
  const report = kind === "report"
  const day = `${dueOn.year}年${dueOn.month}月${dueOn.day}日`
  return {
    ...(english(lang)
      ? {
          subject: `${report ? "A report about messages" : "A group asks for help"}: ${group}`,
          body: `It is about an inquiry to "${group}". Please see to it by ${dueOn.toString()}.`,
        }
      : {
          subject: `${report ? "やりとりの通報があります" : "団体から相談があります"}：${group}`,
          body: `「${group}」への問い合わせについてです。${day}までに対応してください。`,
        }),
    link,
  }
}
