import PostalMime, { type Email } from "postal-mime"
import { hasControls, tidy } from "#kernel/text.ts"
import { longestMessage } from "../schema.ts"
import { textOfHtml, withoutQuoted } from "./quoted.ts"

/** Larger mail is not read at all; its attachments would not arrive anyway. */
export const largestMail = 5 * 1024 * 1024

export type Incoming = {
  /** Where it may have been sent to, the surest first. */
  readonly addresses: readonly string[]
  readonly mailId: string
  /** Written by a program: an absence notice, a report of delivery, a newsletter. */
  readonly automatic: boolean
  readonly text: string
}

/** In words for whoever sent it: mail servers send them back. */
export type MailRefusal =
  | "too-large"
  | "unreadable"
  | "unknown-address"
  | "no-text"
  | "too-long"
  | "blocked"
  | "too-many"
  | "closed"

export const refusalWords: Readonly<Record<MailRefusal, string>> = {
  "too-large":
    "メールが大きすぎます。添付ファイルを外して送ってください。/ The mail is too large. Please send it without attachments.",
  unreadable:
    "メールを読み取れませんでした。ページから返事を書いてください。/ The mail could not be read. Please answer on the page.",
  "unknown-address":
    "この宛先のやりとりは見つかりません。お手元のメールにそのまま返信するか、ページから書いてください。/ There is no conversation at this address. Please answer the mail itself, or write on the page.",
  "no-text":
    "本文が見つかりません。引用より上に返信を書いてください。/ There is no text. Please write above the quoted mail.",
  "too-long": `本文が長すぎます。${longestMessage}字までにしてください。/ The text is too long. Please keep to ${longestMessage} characters.`,
  blocked: "この団体は、今はメッセージを受け取っていません。/ This group takes no messages at the moment.",
  "too-many":
    "短い間に多くのメールが届きました。少し時間をおいて、ページから書いてください。/ Many mails came in a short time. Please wait a little, then write on the page.",
  closed:
    "このやりとりは終わっています。新しく問い合わせてください。/ This conversation is over. Please ask anew.",
}

/** Reads one RFC 822 message; null where it is none. Nothing in it is believed but the words. */
export const readMail = async (raw: Uint8Array, envelope: readonly string[]): Promise<Incoming | null> => {
  const mail = await PostalMime.parse(raw).catch(() => null)
  if (!mail || mail.headers.length === 0) return null
  return {
    addresses: envelope.length > 0 ? envelope : addressesIn(mail),
    mailId: (mail.messageId ?? "").slice(0, 500),
    automatic: isAutomatic(mail),
    text: tidy(withoutControls(wordsOf(mail))),
  }
}

const wordsOf = ({ text, html }: Email): string => {
  const plain = withoutQuoted(text ?? "")
  return plain === "" && html ? withoutQuoted(textOfHtml(html)) : plain
}

const withoutControls = (text: string): string =>
  hasControls(text) ? [...text].filter((letter) => !hasControls(letter)).join("") : text

const headerOf = ({ headers }: Email, name: string): string[] =>
  headers.filter(({ key }) => key === name).map(({ value }) => value)

const addressesIn = (mail: Email): string[] => [
  ...headerOf(mail, "delivered-to"),
  ...headerOf(mail, "x-original-to"),
  ...[...(mail.to ?? []), ...(mail.cc ?? [])].flatMap(({ address }) => address ?? []),
]

/** RFC 3834, and what older programs say instead. Answering them would never end. */
const isAutomatic = (mail: Email): boolean => {
  const says = (name: string, pattern: RegExp): boolean =>
    headerOf(mail, name).some((value) => pattern.test(value))
  return (
    says("auto-submitted", /^\s*(?!no\b)\S/i) ||
    says("precedence", /bulk|junk|list|auto_reply/i) ||
    says("x-autoreply", /./) ||
    says("x-autorespond", /./) ||
    says("list-id", /./) ||
    says("return-path", /^\s*<>\s*$/) ||
    says("content-type", /multipart\/report/i)
  )
}
