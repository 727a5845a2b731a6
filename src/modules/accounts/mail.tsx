import type { PostRole } from "#kernel/actor.ts"
import type { Lang, Letter } from "#kernel/messages/messages.ts"
import type { Work } from "#kernel/transaction.ts"
import { dayText } from "#web/day-text.ts"
import { plainRuby } from "#web/ruby.tsx"
import { createTexts, type Values } from "#web/texts.ts"
import { type Body, bodyLabel } from "#modules/places"
import { type NewProof, proofMinutes } from "./auth/proofs.ts"
import { messages } from "./messages/catalogues.ts"

const texts = createTexts([{ name: "accounts", messages }])

type Place = Pick<Work, "city" | "baseUrl">

const letter = (work: Place, lang: Lang, name: string, values: Values = {}): Omit<Letter, "link"> => {
  const { text } = texts(lang)
  const filled = { site: plainRuby(work.city.portalName[lang]), ...values }
  return {
    subject: text(`accounts:mail.${name}.subject`, filled),
    body: text(`accounts:mail.${name}.body`, filled),
  }
}

const inLanguage = (lang: Lang): string => (lang === "ja" ? "" : `?lang=${lang}`)

/** One mail, two ways: a link to a page with a button, and a code to type where one began. */
export const signInLetter = (work: Place, lang: Lang, proof: NewProof): Letter => ({
  ...letter(work, lang, "sign-in", { code: proof.code, minutes: proofMinutes }),
  link: `${work.baseUrl}/sign-in/link/${proof.token}${inLanguage(lang)}`,
})

export const passwordLetter = (work: Place, lang: Lang): Letter => ({
  ...letter(work, lang, "password-set"),
  link: `${work.baseUrl}/my/sessions${inLanguage(lang)}`,
})

export const postLetter = (
  work: Place,
  lang: Lang,
  { body, role, from }: { readonly body: Body; readonly role: PostRole; readonly from: Temporal.PlainDate },
): Letter => ({
  ...letter(work, lang, "post", {
    body: bodyLabel({ lang }, body),
    role: texts(lang).text(`accounts:role.${role}`),
    from: plainRuby(dayText(lang, from)),
  }),
  link: `${work.baseUrl}/staff${inLanguage(lang)}`,
})

type Standing = {
  readonly body: Body
  readonly role: PostRole
  /** Whose post it is. */
  readonly name: string
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

export const deputyLetter = (work: Place, lang: Lang, { body, role, name, from, to }: Standing): Letter => ({
  ...letter(work, lang, "deputy", {
    body: bodyLabel({ lang }, body),
    role: texts(lang).text(`accounts:role.${role}`),
    name,
    from: plainRuby(dayText(lang, from)),
    to: plainRuby(dayText(lang, to)),
  }),
  link: `${work.baseUrl}/staff${inLanguage(lang)}`,
})

export const invitationLetter = (work: Place, lang: Lang, link: string): Letter => ({
  ...letter(work, lang, "invitation"),
  link: `${link}${inLanguage(lang)}`,
})
