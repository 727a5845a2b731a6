import { inviteAdministrator } from "#modules/accounts"
import { systemActor } from "#kernel/actor.ts"
import { Invalid } from "#kernel/errors.ts"
import { openProgram } from "../app.ts"
import { CommandRefused, WrongUsage, type Command } from "./command.ts"

export const administratorCommand: Command = {
  usage: "administrator invite MAIL         makes an administrator and mails a way to sign in",
  run: async ({ config, words: [act, address] }) => {
    if (act !== "invite" || !address) throw new WrongUsage("Whom?")
    const program = await openProgram(config)
    try {
      const answer = await inviteAdministrator(
        { ...program.base, actor: systemActor("administrator") },
        address,
      )
      return {
        json: answer,
        text: config.smtpUrl
          ? `Invited: ${address}`
          : `Invited: ${address}\nWithout SMTP_URL no mail leaves. The way to sign in, once and within three days:\n${answer.link}`,
      }
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      throw new CommandRefused(`${address} はメールアドレスではありません。/ It is no mail address.`)
    } finally {
      await program.close()
    }
  },
}
