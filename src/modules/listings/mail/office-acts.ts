import type { OfficeAct } from "../schema/workflow.ts"
import { paragraphs, write, type Wording, type Writer } from "./letter.ts"

// What the office did with a listing, told to its group; and a first publication, told to the office.

const hidden: Wording = ({ title, office, reason }) => ({
  ja: {
    subject: `掲載を非公開にしました：${title}`,
    body: paragraphs(
      `${office.name}が「${title}」を非公開にしました。理由は次のとおりです。`,
      reason,
      `また公開したいときは、${office.name}にご相談ください。`,
    ),
  },
  en: {
    subject: `Your listing is hidden: ${title}`,
    body: paragraphs(
      `${office.english} has hidden "${title}", for this reason:`,
      reason,
      `If you would like it to be public again, please talk to ${office.english}.`,
    ),
  },
})

const removed: Wording = ({ title, office, reason }) => ({
  ja: {
    subject: `掲載を取り消しました：${title}`,
    body: paragraphs(
      `${office.name}が「${title}」を取り消しました。発信の件数にも数えません。理由は次のとおりです。`,
      reason,
      `ご不明な点は、${office.name}にお尋ねください。`,
    ),
  },
  en: {
    subject: `Your listing was removed: ${title}`,
    body: paragraphs(
      `${office.english} has removed "${title}". It no longer counts as published. The reason:`,
      reason,
      `If you have questions, please ask ${office.english}.`,
    ),
  },
})

const reinstated: Wording = ({ title }) => ({
  ja: { subject: `掲載をまた公開しました：${title}`, body: `「${title}」が、また見られるようになりました。` },
  en: { subject: `Your listing is public again: ${title}`, body: `"${title}" can be seen again.` },
})

const published: Wording = ({ title }) => ({
  ja: {
    subject: `新しい掲載があります：${title}`,
    body: `「${title}」が公開されました。内容を確認してください。`,
  },
  en: { subject: `New listing: ${title}`, body: `"${title}" was published. Please have a look at it.` },
})

/** To the people of the group. */
export const lettersToGroup: Readonly<Record<OfficeAct, Writer>> = {
  hide: write(hidden, "/my/listings"),
  remove: write(removed, "/my/listings"),
  reinstate: write(reinstated, "/my/listings"),
}

/** To the office, where the city wants a look at each first publication. */
export const letterToOffice: Writer = write(published, "/staff/listings")
