import { largestMail, receiveMail, refusalWords } from "#modules/inquiries"
import { openProgram } from "../app.ts"
import { CommandRefused, type Command } from "./command.ts"

export const mailInCommand: Command = {
  usage: "mail-in [--to ADDRESS] < MESSAGE  takes one answer by mail",
  options: { to: { type: "string" } },
  run: async ({ config, options }) => {
    if (!config.replyAddress) throw new CommandRefused("REPLY_ADDRESS: is needed to receive mail")
    const raw = await readAll(process.stdin)
    const program = await openProgram(config)
    try {
      const envelope = typeof options["to"] === "string" ? [options["to"]] : []
      const received = await receiveMail(program.base, raw, envelope)
      if (received.outcome === "refused")
        return { json: received, text: refusalWords[received.reason], refused: true }
      return { json: received, text: `mail-in: ${received.outcome}` }
    } finally {
      await program.close()
    }
  },
}

/** A little more than what is taken, so that too much is seen as such. */
const readAll = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of stream) {
    length += piece.length
    if (length <= largestMail + 65_536) pieces.push(piece)
  }
  return length <= largestMail + 65_536 ? Buffer.concat(pieces) : Buffer.alloc(largestMail + 1)
}
