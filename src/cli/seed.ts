import { systemActor } from "#kernel/actor.ts"
import { drainJobs } from "#kernel/jobs/worker.ts"
import { reading } from "#kernel/transaction.ts"
import { hasAccounts } from "#modules/accounts"
import { openProgram, type Program } from "../app.ts"
import { modules } from "../modules.ts"
import { CommandRefused, type Command } from "./command.ts"

/** Makes the demo world, module by module, unless it is there. */
export const seedDemo = async (program: Program): Promise<boolean> => {
  if (await reading(program, hasAccounts)) return false
  const context = { ...program.base, actor: systemActor("demo") }
  for (const { demo } of modules) await demo?.(context)
  await drainJobs(program.worker)
  return true
}

export const seedCommand: Command = {
  usage: "seed                              the demo world, into an empty database",
  run: async ({ config }) => {
    const program = await openProgram(config)
    try {
      if (!(await seedDemo(program)))
        throw new CommandRefused(
          "There are accounts already: the demo world goes into an empty database only.",
        )
      return { json: { seeded: true }, text: "The demo world stands." }
    } finally {
      await program.close()
    }
  },
}

export const migrateCommand: Command = {
  usage: "migrate                           brings the database up to date",
  run: async ({ config }) => {
    const program = await openProgram(config)
    await program.close()
    return { json: { migrated: true }, text: "The database is up to date." }
  },
}
