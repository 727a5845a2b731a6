import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { readConfig } from "../config.ts"
import { restoreCommand } from "./backup.ts"
import { CommandRefused } from "./command.ts"

const config = readConfig({ SESSION_SECRET: "x".repeat(40), DATABASE_URL: "postgres://nowhere" })
const folder = mkdtempSync(join(tmpdir(), "enishi-backup-"))
afterAll(() => rmSync(folder, { recursive: true }))

const copied = { table: "accounts", columns: ["id"], file: "accounts.copy.gz", sha256: "0" }
const list = (table: object): string =>
  JSON.stringify({ format: 1, city: "takamatsu", at: "", migrations: [], tables: [{ ...copied, ...table }] })

const restore = (text: string): Promise<unknown> => {
  writeFileSync(join(folder, "backup.json"), text)
  return restoreCommand.run({ config, words: [folder], options: {} })
}

test.each([
  ["no list", ""],
  ["a list cut off", list({}).slice(0, 40)],
  ["another file's name", list({ file: "../accounts.copy.gz" })],
  ["more than a table's name", list({ table: "accounts; drop table posts" })],
  ["more than a column's name", list({ columns: ["id) from stdin; --"] })],
])("acceptance 12: a folder with %s is no backup, told before anything is opened", async (_, text) => {
  const refused = restore(text)
  await expect(refused).rejects.toBeInstanceOf(CommandRefused)
  await expect(refused).rejects.toThrow("There is no backup in that folder")
})

test("acceptance 12: a folder that is not there is told in words", async () => {
  const refused = restoreCommand.run({ config, words: [join(folder, "none")], options: {} })
  await expect(refused).rejects.toThrow("There is no backup in that folder")
})

test("acceptance 12: a sound list is read: this one is of another city", async () => {
  await expect(restore(list({}))).rejects.toThrow("The backup is of takamatsu")
})
