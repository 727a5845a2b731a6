import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import PostalMime from "postal-mime"
import { SMTPServer } from "smtp-server"
import { afterAll } from "vitest"

export type Letter = {
  readonly to: string
  readonly from: string
  readonly subject: string
  readonly text: string
  readonly headers: ReadonlyMap<string, string>
}

/** A mail server that keeps what it gets. */
export const catchMail = async () => {
  const arrived: Promise<readonly Letter[]>[] = []
  const letters = async (): Promise<readonly Letter[]> => (await Promise.all(arrived)).flat()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        const receivers = session.envelope.rcptTo.map(({ address }) => address)
        arrived.push(read(Buffer.concat(chunks), receivers))
        done()
      })
    },
  })
  server.listen(0, "127.0.0.1")
  await once(server.server, "listening")
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = server.server.address() as AddressInfo

  /** The newest letter to an address whose subject or text has the words; waits for it. */
  const letterTo = async (address: string, words: string | RegExp): Promise<Letter> => {
    const pattern = typeof words === "string" ? new RegExp(RegExp.escape(words)) : words
    const end = performance.now() + 10_000
    while (performance.now() < end) {
      const found = (await letters()).findLast(
        ({ to, subject, text }) => to === address && pattern.test(`${subject}\n${text}`),
      )
      if (found) return found
      await sleep(25)
    }
    const there = (await letters()).map(({ to, subject }) => `${to}: ${subject}`).join("\n")
    throw new Error(`no letter to ${address} with ${pattern}; there are:\n${there}`)
  }

  return { url: `smtp://127.0.0.1:${port}`, letters, letterTo }
}

const read = async (raw: Buffer, receivers: readonly string[]): Promise<Letter[]> => {
  const mail = await PostalMime.parse(raw)
  const headers = new Map(mail.headers.map(({ key, value }) => [key, value]))
  return receivers.map((to) => ({
    to,
    from: mail.from?.address ?? "",
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    headers,
  }))
}
