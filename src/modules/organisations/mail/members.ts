import type { Lang, Letter } from "#kernel/messages/messages.ts"
import { japaneseDay, letter, paragraphs, type BothWords } from "./words.ts"

// What is told about the people of a group, in Japanese and English. Names and words stand as they were written.

export type Around = {
  readonly baseUrl: string
  readonly publicId: string
  readonly name: string
  readonly office: { readonly name: string; readonly english: string }
}

type Role = "representative" | "editor"
const roles = {
  representative: { ja: "代表者", en: "representative" },
  editor: { ja: "編集者", en: "editor" },
} as const

type Asked = {
  readonly role: Role
  readonly by: string
  readonly word: string
  readonly token: string
  readonly days: number
}

export const invitationLetter = ({ baseUrl, name }: Around, asked: Asked, lang: Lang): Letter => {
  const { role, by, word, token, days } = asked
  const words: BothWords = {
    ja: {
      subject: `「${name}」の${roles[role].ja}になりませんか`,
      body: paragraphs(
        `${by}さんから、団体「${name}」の${roles[role].ja}になってほしいという招待です。`,
        word,
        `引き受けるときは、次のページで内容を読んで決めてください。${days}日たつと、このリンクは使えなくなります。`,
        "心当たりのないときは、何もしなくてかまいません。",
      ),
    },
    en: {
      subject: `Will you be ${roles[role].en} of "${name}"?`,
      body: paragraphs(
        `${by} invites you to be ${roles[role].en} of the group "${name}".`,
        word,
        `Please read what it means on this page and decide. The link works for ${days} days.`,
        "If you do not know why you got this mail, you need not do anything.",
      ),
    },
  }
  return letter(words, `${baseUrl}/invitations/${token}`, lang)
}

export type ToMembers =
  | { readonly what: "joined" | "left" | "term-over" | "declined"; readonly who: string }
  | { readonly what: "merged" | "parted"; readonly other: string; readonly reason: string }

export const membersLetter = (around: Around, told: ToMembers, lang: Lang): Letter =>
  letter(
    "who" in told ? ofPerson(around, told) : ofGroups(around, told),
    `${around.baseUrl}/my/organisations/${around.publicId}${"who" in told ? "/members" : ""}`,
    lang,
  )

const ofPerson = ({ name }: Around, { what, who }: ToMembers & { readonly who: string }): BothWords =>
  ({
    joined: {
      ja: { subject: `新しいメンバーです：${name}`, body: `${who}さんが「${name}」のメンバーになりました。` },
      en: { subject: `A new member: ${name}`, body: `${who} is now a member of "${name}".` },
    },
    left: {
      ja: {
        subject: `メンバーが抜けました：${name}`,
        body: `${who}さんが「${name}」のメンバーから抜けました。`,
      },
      en: { subject: `A member has left: ${name}`, body: `${who} is no longer a member of "${name}".` },
    },
    "term-over": {
      ja: {
        subject: `任期が終わりました：${name}`,
        body: `${who}さんの「${name}」のメンバーとしての任期が終わりました。続けるときは、もう一度招待してください。`,
      },
      en: {
        subject: `A term has ended: ${name}`,
        body: `The term of ${who} as a member of "${name}" is over. To go on, please invite them again.`,
      },
    },
    declined: {
      ja: {
        subject: `招待は断られました：${name}`,
        body: `${who} 宛ての「${name}」への招待は断られました。`,
      },
      en: {
        subject: `An invitation was declined: ${name}`,
        body: `The invitation of ${who} to "${name}" was declined.`,
      },
    },
    merged: none,
    parted: none,
  })[what]

const none: BothWords = { ja: { subject: "", body: "" }, en: { subject: "", body: "" } }

const ofGroups = (
  { name, office }: Around,
  { what, other, reason }: ToMembers & { readonly other: string; readonly reason: string },
): BothWords =>
  what === "merged"
    ? {
        ja: {
          subject: `団体の登録を一つにまとめました：${name}`,
          body: paragraphs(
            `${office.name}が「${other}」の登録を「${name}」にまとめました。メンバーと掲載は「${name}」に移りました。`,
            reason,
            "おかしいところがあれば、窓口にお知らせください。元に戻せます。",
          ),
        },
        en: {
          subject: `Two registrations became one: ${name}`,
          body: paragraphs(
            `${office.english} has merged the registration of "${other}" into "${name}". Members and listings moved there.`,
            reason,
            "If something is wrong, please tell the office. It can be taken back.",
          ),
        },
      }
    : {
        ja: {
          subject: `まとめた登録を元に戻しました：${name}`,
          body: `${office.name}が「${other}」と「${name}」の登録を、まとめる前に戻しました。`,
        },
        en: {
          subject: `A merge was taken back: ${name}`,
          body: `${office.english} has taken back the merge of "${other}" and "${name}".`,
        },
      }

export type ToPerson =
  | { readonly what: "role"; readonly role: Role; readonly until: Temporal.PlainDate | null }
  | { readonly what: "removed"; readonly word: string }
  | { readonly what: "upheld" | "dismissed"; readonly answer: string }

/** To the one person whom it concerns. */
export const personLetter = (around: Around, told: ToPerson, lang: Lang): Letter => {
  const { baseUrl, publicId } = around
  const path = told.what === "role" ? `/my/organisations/${publicId}/members` : `/organisations/${publicId}`
  return letter(toPerson(around, told), `${baseUrl}${path}`, lang)
}

const toPerson = ({ name, office }: Around, told: ToPerson): BothWords => {
  if (told.what === "role") {
    const { role, until } = told
    return {
      ja: {
        subject: `役割が変わりました：${name}`,
        body: `「${name}」でのあなたの役割は「${roles[role].ja}」です。${until ? `${japaneseDay(until)}までです。` : ""}`,
      },
      en: {
        subject: `Your role has changed: ${name}`,
        body: `You are ${roles[role].en} of "${name}"${until ? ` until ${until.toString()}` : ""}.`,
      },
    }
  }
  if (told.what === "removed")
    return {
      ja: {
        subject: `メンバーから外れました：${name}`,
        body: paragraphs(
          `団体の代表者が、あなたを「${name}」のメンバーから外しました。`,
          told.word,
          `ご不明な点は、団体か${office.name}にお尋ねください。`,
        ),
      },
      en: {
        subject: `You are no longer a member: ${name}`,
        body: paragraphs(
          `The representative of "${name}" has removed you from its members.`,
          told.word,
          `If you have questions, please ask the group or ${office.english}.`,
        ),
      },
    }
  const { answer } = told
  const upheld = told.what === "upheld"
  return {
    ja: {
      subject: `異議へのお返事：${name}`,
      body: paragraphs(
        upheld
          ? `${office.name}は、「${name}」についての異議を認め、新しい担当者の指名を取り消しました。`
          : `${office.name}は、「${name}」についての異議を確かめ、指名を変えないことにしました。`,
        answer,
      ),
    },
    en: {
      subject: `Answer to your objection: ${name}`,
      body: paragraphs(
        upheld
          ? `${office.english} agrees with your objection about "${name}" and has taken the naming back.`
          : `${office.english} has looked at your objection about "${name}" and leaves the naming as it is.`,
        answer,
      ),
    },
  }
}

export type ToOffice =
  | { readonly what: "hand-over" | "objection" }
  | { readonly what: "request"; readonly request: string }

export const officeLetter = (around: Around, told: ToOffice, lang: Lang): Letter => {
  const { baseUrl, publicId } = around
  const path =
    told.what === "request"
      ? `/staff/change-requests/${told.request}`
      : `/staff/organisations/${publicId}/members`
  return letter(toOffice(around, told.what), `${baseUrl}${path}`, lang)
}

const toOffice = ({ name }: Around, what: ToOffice["what"]): BothWords =>
  ({
    "hand-over": {
      ja: {
        subject: `代表者がいなくなりました：${name}`,
        body: `「${name}」の最後の代表者が抜けました。次の人を探して、招待してください。`,
      },
      en: {
        subject: `Nobody represents it: ${name}`,
        body: `The last representative of "${name}" has left. Please find somebody and invite them.`,
      },
    },
    objection: {
      ja: {
        subject: `指名に異議がありました：${name}`,
        body: `「${name}」に新しい人を指名したことに、前のメンバーから異議がありました。確かめて決めてください。`,
      },
      en: {
        subject: `Somebody objects: ${name}`,
        body: `An earlier member of "${name}" objects to the person who was named. Please look at it and decide.`,
      },
    },
    request: {
      ja: {
        subject: `情報の訂正の提案がありました：${name}`,
        body: `「${name}」の情報が古いかもしれないという提案が届きました。`,
      },
      en: {
        subject: `A correction was proposed: ${name}`,
        body: `Somebody thinks that what is said about "${name}" may be out of date.`,
      },
    },
  })[what]

type Recovered = {
  readonly recovery: string
  readonly reason: string
  readonly until: Temporal.PlainDate
}

export const recoveryLetter = (
  { baseUrl, name, office }: Around,
  { recovery, reason, until }: Recovered,
  lang: Lang,
): Letter =>
  letter(
    {
      ja: {
        subject: `新しい担当者を招待しました：${name}`,
        body: paragraphs(
          `${office.name}が「${name}」の新しい代表者を招待しました。理由は次のとおりです。`,
          reason,
          `これまでのメンバー全員にお知らせしています。おかしいと思うときは、${japaneseDay(until)}までに次のページから異議を伝えてください。`,
        ),
      },
      en: {
        subject: `Somebody new was invited: ${name}`,
        body: paragraphs(
          `${office.english} has invited a new representative for "${name}", for this reason:`,
          reason,
          `Everyone who was a member is told. If you think it is wrong, please object on this page by ${until.toString()}.`,
        ),
      },
    },
    `${baseUrl}/my/recoveries/${recovery}`,
    lang,
  )
