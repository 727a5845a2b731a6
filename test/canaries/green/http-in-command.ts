import { command } from "#kernel/transaction.ts"

export const touchNothing = command("organisations.touchNothing", async (work) => work.verb)
