import type { Lang, Letter } from "#kernel/messages/messages.ts"
import { letter, paragraphs } from "./words.ts"

type Asked = {
  readonly baseUrl: string
  readonly name: string
  readonly token: string
  readonly months: number
}

/** Is it still right? The link leads to a page with one button. */
export const reminderLetter = ({ baseUrl, name, token, months }: Asked, lang: Lang): Letter =>
  letter(
    {
      ja: {
        subject: `団体の情報は今も合っていますか：${name}`,
        body: paragraphs(
          `「${name}」の情報は、${months}か月以上確認されていません。`,
          "今も合っているときは、次のページのボタンを一度押してください。違うところは、サインインして直せます。",
        ),
      },
      en: {
        subject: `Is this still right? ${name}`,
        body: paragraphs(
          `What is said about "${name}" was last confirmed more than ${months} months ago.`,
          "If it is still right, please press the one button on this page. To change something, sign in.",
        ),
      },
    },
    `${baseUrl}/confirmations/${token}`,
    lang,
  )

/** It has left the lists; one press brings it back. */
export const leftListsLetter = ({ baseUrl, name, token }: Omit<Asked, "months">, lang: Lang): Letter =>
  letter(
    {
      ja: {
        subject: `団体の一覧に表示しなくなりました：${name}`,
        body: paragraphs(
          `「${name}」は、情報の確認が長い間なかったため、団体の一覧と検索に表示しなくなりました。ページは残っています。`,
          "次のページのボタンを押すと、すぐ元に戻ります。",
        ),
      },
      en: {
        subject: `No longer in the list of groups: ${name}`,
        body: paragraphs(
          `"${name}" has not been confirmed for a long time, so it no longer stands in the list and the search. Its page is still there.`,
          "The button on this page brings it back at once.",
        ),
      },
    },
    `${baseUrl}/confirmations/${token}`,
    lang,
  )
