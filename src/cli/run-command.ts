import { parseArgs } from "node:util"
import { readConfig, type Config } from "../config.ts"
import { CommandRefused, WrongUsage, type Command, type CommandInput } from "./command.ts"
import { administratorCommand } from "./administrator.ts"
import { backupCommand, restoreCommand } from "./backup.ts"
import { doctorCommand } from "./doctor.ts"
import { figuresCommand } from "./figures.ts"
import { importCommand } from "./import.ts"
import { mailInCommand } from "./mail-in.ts"
import { migrateCommand, seedCommand } from "./seed.ts"
import { startCommand, webCommand, workerCommand } from "./start.ts"

const commands: Readonly<Record<string, Command>> = {
  start: startCommand,
  web: webCommand,
  worker: workerCommand,
  migrate: migrateCommand,
  seed: seedCommand,
  administrator: administratorCommand,
  import: importCommand,
  figures: figuresCommand,
  "mail-in": mailInCommand,
  backup: backupCommand,
  restore: restoreCommand,
  doctor: doctorCommand,
}

const overview = `enishi COMMAND [--help] [--json]

${Object.values(commands)
  .map((command) => `  ${command.usage}`)
  .join("\n")}
`

/** Runs one command; answers the exit code: 0 done, 1 refused with a reason, 2 wrong usage. */
export const runCommand = async (argv: readonly string[]): Promise<number> => {
  const [name = "", ...rest] = argv
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command || name === "--help") {
    process.stderr.write(overview)
    return name === "--help" || name === "help" ? 0 : 2
  }
  try {
    return await runNamed(command, rest)
  } catch (error) {
    return explain(error, command)
  }
}

const runNamed = async (command: Command, argv: readonly string[]): Promise<number> => {
  const { positionals, values } = parse(command, argv)
  if (values["help"]) {
    process.stderr.write(`enishi ${command.usage}\n`)
    return 0
  }
  const options = values as CommandInput["options"]
  const answer = await command.run({ config: configuration(), words: positionals, options })
  if (answer) process.stdout.write(`${values["json"] ? JSON.stringify(answer.json) : answer.text}\n`)
  return answer?.refused ? 1 : 0
}

/** What is wrong with the environment is told by name, without a stack. */
const configuration = (): Config => {
  try {
    return readConfig()
  } catch (error) {
    throw new CommandRefused(error instanceof Error ? error.message : String(error))
  }
}

const parse = (command: Command, argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { help: { type: "boolean" }, json: { type: "boolean" }, ...command.options },
    })
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error))
  }
}

const explain = (error: unknown, command: Command): number => {
  if (error instanceof WrongUsage) {
    process.stderr.write(`${error.message}\n\nenishi ${command.usage}\n`)
    return 2
  }
  const known = error instanceof CommandRefused || (error instanceof Error && error.name === "AlreadyRunning")
  const text =
    error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error)
  process.stderr.write(`${text}\n`)
  return 1
}
