import { expect, test } from "vitest"
import { readConfig } from "../config.ts"
import { importCommand } from "./import.ts"
import { WrongUsage } from "./command.ts"

const config = readConfig({ SESSION_SECRET: "x".repeat(40), DATABASE_URL: "postgres://nowhere" })
const run = (words: readonly string[], options: Readonly<Record<string, string>>) =>
  importCommand.run({ config, words, options })

test.each([
  [[], { profile: "takamatsu-events" }, "Which file?"],
  [["one.csv", "two.csv"], { profile: "takamatsu-events" }, "One at a time"],
  [["one.csv"], {}, "--profile NAME is needed; there are takamatsu-events, municipal-events."],
  [["one.csv"], { profile: "constructor" }, "--profile NAME is needed"],
])("acceptance 18: wrong usage is told before anything is opened: %j %j", async (words, options, message) => {
  const refused = run(words, options)
  await expect(refused).rejects.toBeInstanceOf(WrongUsage)
  await expect(refused).rejects.toThrow(message)
})
