import { paragraphs, write, type Wording, type Writer } from "./letter.ts"

// What happens to a listing on its way, told to whom it concerns.

const submitted: Wording = ({ title }) => ({
  ja: {
    subject: `公開の前に確認をお願いします：${title}`,
    body: `「${title}」が、公開の前の確認を待っています。内容を確かめて、公開するか、直すところを伝えてください。`,
  },
  en: {
    subject: `Please look at this before it is public: ${title}`,
    body: `"${title}" waits for your look. Please publish it, or say what should be changed.`,
  },
})

const approved: Wording = ({ title, office }) => ({
  ja: { subject: `公開しました：${title}`, body: `${office.name}が確認し、「${title}」を公開しました。` },
  en: {
    subject: `Published: ${title}`,
    body: `${office.english} has looked at "${title}". It is public now.`,
  },
})

const approvedAhead: Wording = ({ title, office }) => ({
  ja: {
    subject: `確認が終わりました：${title}`,
    body: `${office.name}の確認が終わりました。「${title}」は、決めた日時に公開されます。`,
  },
  en: {
    subject: `Ready: ${title}`,
    body: `${office.english} has looked at "${title}". It becomes public at the time you set.`,
  },
})

const returned: Wording = ({ title, office, reason }) => ({
  ja: {
    subject: `直してほしいところがあります：${title}`,
    body: paragraphs(
      `${office.name}から、「${title}」について次のお願いがあります。`,
      reason,
      "直したら、もう一度「公開する」を押してください。書いた内容は下書きに残っています。",
    ),
  },
  en: {
    subject: `Please change something: ${title}`,
    body: paragraphs(
      `${office.english} asks for a change of "${title}":`,
      reason,
      'When you have changed it, press "Publish" again. What you wrote is kept as a draft.',
    ),
  },
})

const released: Wording = ({ title }) => ({
  ja: { subject: `公開しました：${title}`, body: `決めた日時になり、「${title}」を公開しました。` },
  en: { subject: `Published: ${title}`, body: `The time has come: "${title}" is public now.` },
})

const lapsed: Wording = ({ title, reason }) => ({
  ja: {
    subject: `公開できませんでした：${title}`,
    body: paragraphs(
      `決めた日時になりましたが、「${title}」は公開できませんでした。`,
      reason,
      "内容は下書きに残っています。",
    ),
  },
  en: {
    subject: `Could not be published: ${title}`,
    body: paragraphs(
      `The time has come, but "${title}" could not be published.`,
      reason,
      "What you wrote is kept as a draft.",
    ),
  },
})

const saidByOffice: Wording = ({ title, office, reason }) => ({
  ja: {
    subject: `${office.name}から返事があります：${title}`,
    body: paragraphs(`「${title}」について、${office.name}から返事があります。`, reason),
  },
  en: {
    subject: `An answer of ${office.english}: ${title}`,
    body: paragraphs(`${office.english} has answered about "${title}":`, reason),
  },
})

const saidByGroup: Wording = ({ title, reason }) => ({
  ja: {
    subject: `団体から返事があります：${title}`,
    body: paragraphs(`「${title}」について、団体から返事があります。`, reason),
  },
  en: {
    subject: `An answer of the group: ${title}`,
    body: paragraphs(`The group has answered about "${title}":`, reason),
  },
})

const reported: Wording = ({ title }) => ({
  ja: {
    subject: `読者からの報告があります：${title}`,
    body: `「${title}」について、読んだ人から報告がありました。内容を確かめてください。`,
  },
  en: {
    subject: `Reported by a reader: ${title}`,
    body: `A reader has reported "${title}". Please have a look at it.`,
  },
})

const decided: Wording = ({ title, office, reason }) => ({
  ja: {
    subject: `報告へのお返事：${title}`,
    body: paragraphs(
      `「${title}」についてお知らせくださり、ありがとうございました。`,
      reason,
      `${office.name}より`,
    ),
  },
  en: {
    subject: `About your report: ${title}`,
    body: paragraphs(`Thank you for telling us about "${title}".`, reason, office.english),
  },
})

const asked: Wording = ({ title }) => ({
  ja: {
    subject: `今の内容で合っていますか：${title}`,
    body: `「${title}」は、公開してからしばらくたちました。募集の大きさや進め方は、今も合っていますか。合っていれば、ページのボタンを1回押してください。変わっていれば直してください。`,
  },
  en: {
    subject: `Does this still fit? ${title}`,
    body: `"${title}" has been public for some time. Do its size and its way still fit? If so, one press on its page is enough. If not, please change it.`,
  },
})

const toGroup = "/my/listings"
const toOffice = "/staff/listings"

/** To the people of the group. */
export const groupLetters = {
  approve: write(approved, toGroup),
  "approve-ahead": write(approvedAhead, toGroup),
  return: write(returned, toGroup),
  release: write(released, toGroup),
  lapse: write(lapsed, toGroup),
  reply: write(saidByOffice, toGroup),
  ask: write(asked, toGroup),
} as const satisfies Record<string, Writer>

/** To the officers who are competent. */
export const officeLetters = {
  submit: write(submitted, toOffice),
  reply: write(saidByGroup, toOffice),
  report: write(reported, toOffice),
} as const satisfies Record<string, Writer>

/** To a reader who left an address. */
export const reporterLetter: Writer = write(decided, "/listings")
