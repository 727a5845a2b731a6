import { createTransport } from "nodemailer"

export type OutgoingMail = {
  readonly messageId: string
  readonly from: string
  readonly address: string
  readonly subject: string
  readonly body: string
  readonly link: string | null
  readonly replyTo?: string | null
}

/** How mail leaves; throws what the mail server said when it refused. */
export type Outgoing = (mail: OutgoingMail) => Promise<void>

/** Without SMTP mail stays in the ledger, where the demo's mailbox shows it. */
export const staysInLedger: Outgoing = async () => {}

/** `url` such as smtps://user:password@mail.example.jp */
export const overSmtp = (url: string): Outgoing => {
  const transport = createTransport(url)
  return async (mail) => {
    await transport.sendMail({
      messageId: mail.messageId,
      from: mail.from,
      // As an object it is not read again: a text could be taken for a group or a comment around another address.
      to: { name: "", address: mail.address },
      ...(mail.replyTo ? { replyTo: { name: "", address: mail.replyTo } } : {}),
      subject: mail.subject,
      text: mail.link ? `${mail.body}\n\n${mail.link}\n` : mail.body,
      headers: { "Auto-Submitted": "auto-generated" },
    })
  }
}
