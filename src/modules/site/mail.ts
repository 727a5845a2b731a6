import type { Lang, Letter } from "#kernel/messages/messages.ts"

type Answered = {
  readonly text: string
  readonly answer: string
  readonly change: string
  readonly baseUrl: string
}

const quoted = (text: string): string => text.replaceAll(/^/gm, "> ")

/** civic-portal.U4: the answer to whoever left an address. */
export const answerLetter = (lang: Lang, { text, answer, change, baseUrl }: Answered): Letter => {
  const english = lang === "en"
  const parts = english
    ? ["Thank you for what you told us. This is our answer.", answer, change && `What was changed: ${change}`]
    : ["ご意見をありがとうございました。お返事です。", answer, change && `直したところ：${change}`]
  return {
    subject: english ? "An answer to what you told us" : "いただいたご意見へのお返事",
    body: [...parts.filter((part) => part !== ""), quoted(text)].join("\n\n"),
    link: `${baseUrl}/opinions${english ? "?lang=en" : ""}`,
  }
}
