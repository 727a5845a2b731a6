import type { AddressInfo } from "node:net"
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server"
import { largestMail, receiveMail, refusalWords, tokenIn, type MailRefusal } from "#modules/inquiries"
import type { Program } from "../app.ts"

type Log = Readonly<Record<"info" | "warn" | "error", (message: string) => void>>

/** Receives answers by mail, for signed addresses only. Answers where, and how to stop. */
export const listenForMail = async (
  program: Pick<Program, "base"> & {
    readonly config: Pick<Program["config"], "inboundSmtp" | "replyAddress">
    readonly log: Log
  },
): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> => {
  const { inboundSmtp = "", replyAddress = "" } = program.config
  const server = new SMTPServer({
    banner: "Enishi",
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: largestMail,
    maxClients: 20,
    socketTimeout: 60_000,
    closeTimeout: 3_000,
    onRcptTo: ({ address }, _session, done) =>
      done(tokenIn(replyAddress, [address]) ? null : refusal("unknown-address")),
    onData: (stream, session, done) => void answer(program, stream, session, done),
  })
  server.on("error", (error) => program.log.warn(error.message))
  const [, host = "", port = ""] = /^\[?(.*?)\]?:(\d+)$/.exec(inboundSmtp) ?? []
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(Number(port), host, () => {
      server.off("error", reject)
      resolve()
    })
  })
  program.log.info(`receiving mail on ${inboundSmtp}`)
  const { port: bound } = server.server.address() as AddressInfo
  return { port: bound, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}

const refusal = (reason: MailRefusal): Error =>
  Object.assign(new Error(refusalWords[reason].split(" / ").at(-1)), { responseCode: 550 })

type Receiver = Pick<Program, "base"> & { readonly log: Log }

/** Tells the mail server that it was taken, or why not, or to come again. */
const answer = async (
  { base, log }: Receiver,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  tell: (error: Error | null) => void,
): Promise<void> => {
  try {
    const reason = await take(base, stream, session)
    tell(reason && refusal(reason))
  } catch (error) {
    log.error(error instanceof Error ? error.message : String(error))
    tell(Object.assign(new Error("Please try again later."), { responseCode: 451 }))
  }
}

/** The reason of the first refusal, once everything was read. */
const take = async (
  base: Program["base"],
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<MailRefusal | null> => {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of stream as AsyncIterable<Buffer>) {
    length += piece.length
    if (length <= largestMail) pieces.push(piece)
  }
  if (length > largestMail) return "too-large"
  const raw = Buffer.concat(pieces)
  for (const { address } of session.envelope.rcptTo) {
    const received = await receiveMail(base, raw, [address])
    if (received.outcome === "refused") return received.reason
  }
  return null
}
