import { systemActor } from "#kernel/actor.ts"
import { drainJobs } from "#kernel/jobs/worker.ts"
import { reading } from "#kernel/transaction.ts"
import { findPersonByAddress, hasAccounts } from "#modules/accounts"
import { openProgram, type Program } from "../app.ts"
import { modules } from "../modules.ts"
import { CommandRefused, WrongUsage, type Answer, type Command } from "./command.ts"

/** Makes the demo world, module by module, unless it is there. */
export const seedDemo = async (program: Program): Promise<boolean> => {
  if (await reading(program, hasAccounts)) return false
  const context = { ...program.base, actor: systemActor("demo") }
  for (const { demo } of modules) await demo?.(context)
  await drainJobs(program.worker)
  return true
}

/** A big demo world, on top of the small one; nothing where accounts are there and the demo's people are not. */
export const seedFull = async (program: Program): Promise<boolean> => {
  const made = await seedDemo(program)
  const [first] = program.base.city.demoPeople
  if (!made && !(first && (await reading(program, (tx) => findPersonByAddress(tx, first.email)))))
    return false
  const context = { ...program.base, actor: systemActor("demo") }
  for (const { demoFull } of modules) await demoFull?.(context)
  await drainJobs(program.worker)
  return true
}

const seedBig = async (program: Program): Promise<Answer> => {
  if (!(await seedFull(program)))
    throw new CommandRefused("There are people's own accounts: the demo world is not put beside them.")
  return { json: { seeded: "full" }, text: "The big demo world stands." }
}

export const seedCommand: Command = {
  usage:
    "seed [full]                       the demo world, into an empty database; `full`: a big one, also later",
  run: async ({ config, words }) => {
    if (words.some((word) => word !== "full")) throw new WrongUsage("seed takes the word full, or none")
    const program = await openProgram(config)
    try {
      if (words.includes("full")) return await seedBig(program)
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
