import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { readConfig } from "./config.ts"

const folder = mkdtempSync(join(tmpdir(), "enishi-config-"))
afterAll(() => rmSync(folder, { recursive: true }))

const secret = "x".repeat(40)

test.each([
  { PORT: "abc" },
  { PORT: "99999" },
  { BASE_URL: "enishi" },
  { BASE_URL: "javascript:alert(1)" },
  { CITY: "atlantis" },
  { CITY: "constructor" },
  { DATABASE_URL: "enishi" },
  { DATABASE_URL: "http://localhost/enishi" },
  { SMTP_URL: "mail.example.jp" },
  { SMTP_URL: "http://mail.example.jp" },
  { SESSION_SECRET: "short" },
  { DEMO: "maybe" },
  { ENISHI_NOW: "tomorrow" },
])("acceptance 1: a setting that cannot be used is told by its name: %j", (settings) => {
  const name = Object.keys(settings).join()
  expect(() => readConfig({ SESSION_SECRET: secret, DATA_DIR: folder, ...settings })).toThrow(`${name}:`)
})

test.each([
  { DATABASE_URL: "postgres://enishi@db.example.jp/enishi", SMTP_URL: "smtps://u:p@mail.example.jp:465" },
  { DATABASE_URL: "postgres://enishi@%2Ftmp%2Fenishi-x:5432/enishi" },
  { DATABASE_URL: "postgresql:///enishi?host=/var/run/postgresql", SMTP_URL: "smtp://127.0.0.1:1025" },
  { BASE_URL: "https://enishi.example.jp/", CITY: "takamatsu" },
])("acceptance 1: usual settings are taken: %j", (settings) => {
  expect(() => readConfig({ SESSION_SECRET: secret, ...settings })).not.toThrow()
})

test("acceptance 1: a data folder that nobody can write into is told by the name of its setting", () => {
  const file = join(folder, "a-file")
  writeFileSync(file, "")
  for (const place of [file, join(file, "below")])
    expect(() => readConfig({ DATA_DIR: place })).toThrow(`DATA_DIR: ${place}`)
})

test("a secret is made once, kept from others, and never used when it was cut off", () => {
  const dataDir = join(folder, "data")
  const made = readConfig({ DATA_DIR: dataDir }).sessionSecret
  expect(made).toMatch(/^[0-9a-f]{64}$/)
  expect(readConfig({ DATA_DIR: dataDir }).sessionSecret).toBe(made)
  const file = join(dataDir, "session-secret")
  expect(statSync(file).mode & 0o777).toBe(0o600)
  writeFileSync(file, "")
  expect(() => readConfig({ DATA_DIR: dataDir })).toThrow("SESSION_SECRET:")
  expect(readFileSync(file, "utf8")).toBe("")
})
