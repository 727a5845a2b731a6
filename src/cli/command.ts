import type { ParseArgsOptionsConfig } from "node:util"
import type { Config } from "../config.ts"

/** What a command is given: words after its name, its options, and the configuration. */
export type CommandInput = {
  readonly config: Config
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

export type Command = {
  readonly usage: string
  readonly options?: ParseArgsOptionsConfig
  /** Answers what to print: one object for `--json`, and a sentence for people. Nothing: it printed by itself. */
  readonly run: (input: CommandInput) => Promise<Answer | undefined>
}

export type Answer = { readonly json: unknown; readonly text: string; readonly refused?: boolean }

/** Used wrongly: exit code 2. */
export class WrongUsage extends Error {}

/** Refused with a reason that a person can act on: exit code 1, without a stack. */
export class CommandRefused extends Error {}
