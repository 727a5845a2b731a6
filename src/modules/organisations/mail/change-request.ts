import type { Lang, Letter } from "#kernel/messages/messages.ts"
import type { Around } from "./members.ts"
import { letter, paragraphs } from "./words.ts"

/** To the group: a reader thinks that something is out of date. */
export const proposalLetter = ({ baseUrl, publicId, name }: Around, request: string, lang: Lang): Letter =>
  letter(
    {
      ja: {
        subject: `情報が古いかもしれません：${name}`,
        body: `「${name}」のページを見た人から、情報の訂正の提案が届きました。項目ごとに、取り入れるかどうかを決めてください。`,
      },
      en: {
        subject: `Something may be out of date: ${name}`,
        body: `A reader of the page of "${name}" proposes a correction. Please decide field by field what to take over.`,
      },
    },
    `${baseUrl}/my/organisations/${publicId}/requests/${request}`,
    lang,
  )

/** To whoever proposed it and left an address. */
export const settlementLetter = (
  { baseUrl, publicId, name }: Around,
  accepted: boolean,
  answer: string,
  lang: Lang,
): Letter =>
  letter(
    {
      ja: {
        subject: `お知らせいただいた情報について：${name}`,
        body: paragraphs(
          accepted
            ? `「${name}」の情報を直しました。お知らせいただき、ありがとうございました。`
            : `「${name}」の情報を確かめましたが、今の内容のままにします。お知らせいただき、ありがとうございました。`,
          answer,
        ),
      },
      en: {
        subject: `What you told us about ${name}`,
        body: paragraphs(
          accepted
            ? `The information about "${name}" was corrected. Thank you for telling us.`
            : `We have looked at the information about "${name}" and leave it as it is. Thank you for telling us.`,
          answer,
        ),
      },
    },
    `${baseUrl}/organisations/${publicId}`,
    lang,
  )
