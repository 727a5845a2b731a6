import { createTransport } from "nodemailer"

type OutgoingMail = {
  readonly messageId: string
  readonly from: string
  readonly address: string
  readonly subject: string
  readonly body: string
  readonly link: string | null
}

/** How mail leaves. Without SMTP it stays in the ledger, where the demo's mailbox shows it. */
export const outgoing = {
  send: async (_mail: OutgoingMail): Promise<void> => {},
}

/** Sends over SMTP from now on. `url` such as smtps://user:password@mail.example.jp */
export const sendOverSmtp = (url: string): void => {
  const transport = createTransport(url)
  outgoing.send = async (mail) => {
    await transport.sendMail({
      messageId: mail.messageId,
      from: mail.from,
      // As an object it is not read again: a text could be taken for a group or a comment around another address.
      to: { name: "", address: mail.address },
      subject: mail.subject,
      text: mail.link ? `${mail.body}\n\n${mail.link}\n` : mail.body,
      headers: { "Auto-Submitted": "auto-generated" },
    })
  }
}
